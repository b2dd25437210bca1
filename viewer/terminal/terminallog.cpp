// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminallog.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <string>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

struct TerminalLog::Shared {
    std::mutex mutex;
    std::condition_variable wake;
    std::string waiting;
    std::string reason;           ///< of the first failure
    TerminalLog *owner = nullptr; ///< null when it is gone
    bool over = false;

    void serve(const std::string &path);
    void fail(int number);
};

namespace {
bool writeAll(int file, const std::string &bytes)
{
    size_t done = 0;
    while (done < bytes.size()) {
        const auto written = ::write(file, bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR)
            return false;
        done += size_t(std::max<ssize_t>(written, 0));
    }
    return true;
}
} // namespace

/// On the log's own thread.
void TerminalLog::Shared::serve(const std::string &path)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        fail(errno);
        return;
    }
    while (true) {
        std::string bytes;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [this] { return over || !waiting.empty(); });
            if (waiting.empty())
                break;
            bytes.swap(waiting);
        }
        if (!writeAll(file, bytes)) {
            fail(errno);
            break;
        }
    }
    ::close(file);
}

void TerminalLog::Shared::fail(int number)
{
    const std::lock_guard lock(mutex);
    over = true;
    reason = std::strerror(number);
    if (owner)
        QMetaObject::invokeMethod(owner, &TerminalLog::fail, Qt::QueuedConnection);
}

TerminalLog::TerminalLog(const QString &path, QObject *parent) : QObject(parent), m_path(path), m_shared(std::make_shared<Shared>())
{
    m_shared->owner = this;
    std::thread([shared = m_shared, file = path.toLocal8Bit().toStdString()] {
        pthread_setname_np(pthread_self(), "terminal-log");
        shared->serve(file);
    }).detach();
}

TerminalLog::~TerminalLog()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->owner = nullptr;
        m_shared->over = true;
    }
    m_shared->wake.notify_one();
}

void TerminalLog::append(const QByteArray &bytes)
{
    if (m_failed || bytes.isEmpty())
        return;
    bool tooMuch = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        tooMuch = m_shared->waiting.size() + size_t(bytes.size()) > mostWaiting;
        if (!tooMuch)
            m_shared->waiting.append(bytes.constData(), size_t(bytes.size()));
        else
            m_shared->over = true;
    }
    m_shared->wake.notify_one();
    if (tooMuch)
        fail();
}

void TerminalLog::fail()
{
    if (std::exchange(m_failed, true))
        return;
    std::string reason;
    {
        const std::lock_guard lock(m_shared->mutex);
        reason = m_shared->reason;
    }
    Q_EMIT failed(QString::fromLocal8Bit(reason));
}
