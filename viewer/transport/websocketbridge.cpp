// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/transport/websocketbridge.h"

#include "viewer/transport/websocketcarrier.h"

#include <QCoreApplication>
#include <QSet>
#include <QThread>

#include <utility>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

// Threads end by themselves, soon after their bridge does. Only the end of the program waits for them. GUI thread.
class Threads {
public:
    static Threads &all()
    {
        static auto *threads = [] {
            qAddPostRoutine([] { all().wait(); });
            return new Threads;
        }();
        return *threads;
    }
    void add(QThread *thread)
    {
        m_running.insert(thread);
        QObject::connect(thread, &QObject::destroyed, qApp, [this, thread] { m_running.remove(thread); });
    }

private:
    void wait()
    {
        for (auto *thread : std::exchange(m_running, {})) {
            thread->quit();
            if (thread->wait(std::chrono::milliseconds(500)))
                delete thread;
        }
    }

    QSet<QThread *> m_running;
};

} // namespace

class WebSocketBridge::Private {
public:
    int descriptor = -1;
    QThread *thread = nullptr;
    std::shared_ptr<CarrierLink> link;
};

WebSocketBridge::WebSocketBridge(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) {}

WebSocketBridge::~WebSocketBridge()
{
    if (d->descriptor >= 0)
        ::close(d->descriptor);
    if (!d->thread)
        return;
    d->link->stop();
    connect(d->thread, &QThread::finished, d->thread, &QObject::deleteLater);
    d->thread->quit();
    if (d->thread->isFinished())
        d->thread->deleteLater();
}

void WebSocketBridge::open(const Request &request)
{
    if (d->thread)
        return;
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT failed({WebSocketProblem::Kind::Unreachable, 0, {}}); }, Qt::QueuedConnection);
        return;
    }
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
    d->descriptor = ends[0];
    d->link = std::make_shared<CarrierLink>(this);
    d->thread = new QThread;
    d->thread->setObjectName(QStringLiteral("websocket"));
    Threads::all().add(d->thread);
    auto *carrier = new WebSocketCarrier(request, ends[1], d->link);
    carrier->moveToThread(d->thread);
    connect(d->thread, &QThread::started, carrier, &WebSocketCarrier::start);
    connect(d->thread, &QThread::finished, carrier, &QObject::deleteLater);
    d->thread->start();
}

void WebSocketBridge::announce()
{
    if (const auto problem = d->link->outcome())
        Q_EMIT failed(*problem);
    else
        Q_EMIT ready();
}

ConnectionSecurity WebSocketBridge::security() const
{
    return d->link ? d->link->security() : ConnectionSecurity{};
}

int WebSocketBridge::takeDescriptor()
{
    return std::exchange(d->descriptor, -1);
}
