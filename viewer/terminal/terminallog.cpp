// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminallog.h"

#include <QFile>
#include <QThread>

#include <utility>

/// Lives in the log's thread.
class TerminalLog::Writer final : public QObject {
    Q_OBJECT
public:
    Writer(const QString &path, std::shared_ptr<std::atomic<qint64>> waiting) : m_file(path), m_waiting(std::move(waiting)) {}

    void open()
    {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            Q_EMIT failed(m_file.errorString());
    }
    void append(const QByteArray &bytes)
    {
        *m_waiting -= bytes.size();
        if (m_file.isOpen() && m_file.write(bytes) != bytes.size()) {
            const auto reason = m_file.errorString();
            m_file.close();
            Q_EMIT failed(reason);
        }
    }

Q_SIGNALS:
    void failed(const QString &reason);

private:
    QFile m_file;
    std::shared_ptr<std::atomic<qint64>> m_waiting;
};

TerminalLog::TerminalLog(const QString &path, QObject *parent)
    : QObject(parent), m_path(path), m_thread(new QThread), m_writer(new Writer(path, m_waiting))
{
    m_thread->setObjectName(QStringLiteral("terminal-log"));
    m_writer->moveToThread(m_thread);
    // Both end by themselves: a disk that hangs is not waited for.
    connect(m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    connect(m_writer, &Writer::failed, this, [this](const QString &reason) {
        if (!std::exchange(m_failed, true))
            Q_EMIT failed(reason);
    });
    m_thread->start();
    QMetaObject::invokeMethod(m_writer, &Writer::open, Qt::QueuedConnection);
}

TerminalLog::~TerminalLog()
{
    // Behind what still waits to be written.
    QMetaObject::invokeMethod(m_writer, [thread = m_thread] { thread->quit(); }, Qt::QueuedConnection);
}

void TerminalLog::append(const QByteArray &bytes)
{
    if (m_failed || bytes.isEmpty())
        return;
    if (*m_waiting + bytes.size() > mostWaiting) {
        m_failed = true;
        Q_EMIT failed({});
        return;
    }
    *m_waiting += bytes.size();
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, bytes] { writer->append(bytes); }, Qt::QueuedConnection);
}

#include "terminallog.moc"
