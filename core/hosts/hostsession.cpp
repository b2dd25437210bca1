// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostsession.h"

#include "core/async/deliver.h"
#include "core/hosts/credentials.h"
#include "core/hosts/hostservices.h"
#include "core/hosts/personprompt.h"
#include "core/hosts/sshlinks.h"
#include "core/libvirt/eventloop.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <utility>

namespace {

constexpr std::chrono::seconds knockLimit{10};
constexpr std::chrono::seconds openLimit{45};
constexpr std::chrono::seconds pulseDelay{1}; // what a person waits for comes first
constexpr int mostRefusals = 3; // as ssh has it
constexpr int slowThreads = 3; // a libvirt daemon takes five requests of a client at once by default

/// Where libvirt would connect to without ssh; nothing where that is its driver's own business.
std::optional<int> plainPort(const HostUri &uri)
{
    static const QStringList ownProtocols{QStringLiteral("gsx"), QStringLiteral("hyperv"), QStringLiteral("phyp")};
    static const QStringList webServices{QStringLiteral("esx"), QStringLiteral("vpx")};
    if (uri.host.isEmpty() || ownProtocols.contains(uri.driver))
        return std::nullopt;
    const bool web = uri.transport.isEmpty() && webServices.contains(uri.driver);
    if (web && !uri.parameter(u"proxy").isEmpty())
        return std::nullopt;
    if (uri.port > 0)
        return uri.port;
    if (web)
        return uri.parameter(u"transport") == u"http" ? 80 : 443;
    if (uri.transport == transports::tcp())
        return 16509;
    if (uri.transport == transports::tls() || uri.transport.isEmpty())
        return 16514;
    if (uri.transport == transports::libssh() || uri.transport == transports::libssh2() || uri.transport == transports::ssh())
        return 22;
    return std::nullopt;
}

Error lossOf(CloseReason reason)
{
    switch (reason) {
    case CloseReason::KeepAlive:
        return {Error::Kind::TimedOut, QStringLiteral("The host no longer answers."), QStringLiteral("keepalive")};
    case CloseReason::EndOfFile:
    case CloseReason::Error:
    case CloseReason::Client:
        break;
    }
    return {Error::Kind::Unreachable, QStringLiteral("The host closed the connection."), QStringLiteral("connection")};
}

} // namespace

struct HostSession::Opened {
    ConnectHandle connection;
    Subscription closing;
    Subscription events;
    bool hasPulse = false;
};

HostSession::Lanes::Lanes()
    : quick(QStringLiteral("host-quick")), slow(QStringLiteral("host-slow"), slowThreads),
      agent(QStringLiteral("host-agent")), meter(QStringLiteral("host-meter"))
{
}

HostSession::HostSession(const QUuid &hostId, const HostUri &uri, const QString &label, HostServices &services, QObject *parent)
    : QObject(parent), m_id(hostId), m_uri(uri), m_label(label), m_services(services),
      m_door(new QObject, [](QObject *door) { door->deleteLater(); })
{
}

HostSession::~HostSession()
{
    abandon();
}

void HostSession::abandon()
{
    m_ended = true;
    if (m_prompt)
        m_prompt->abandon();
    if (m_knock)
        m_knock->abort();
    if (m_link)
        m_link->close();
    m_events.reset();
    m_closing.reset();
    m_pulse = {};
    m_lanes.reset();
}

void HostSession::open()
{
    m_services.credentials.beginAttempt(m_id);
    if (m_uri.goesThroughSsh())
        openSsh();
    else if (plainPort(m_uri))
        knock();
    else
        openLibvirt(m_uri);
}

void HostSession::openSsh()
{
    if (!m_services.sshLinks.isAvailable()) {
        // libvirt's own ssh then; it must not ask on a terminal that nobody looks at.
        m_route = SshRoute::plain(m_uri);
        auto uri = m_uri;
        uri.setParameter(QStringLiteral("no_tty"), QStringLiteral("1"));
        openLibvirt(uri);
        return;
    }
    m_link = m_services.sshLinks.makeLink(m_id, m_label, m_uri);
    connect(m_link.get(), &SshLink::up, this, [this] {
        m_route = m_link->route();
        auto uri = m_uri;
        uri.setParameter(QStringLiteral("command"), m_route->libvirtCommand());
        openLibvirt(uri);
    });
    connect(m_link.get(), &SshLink::ended, this, [this](const Error &error) {
        m_connection ? breakOff(error) : fail(error);
    });
    m_link->start();
}

void HostSession::knock()
{
    // libvirt waits for minutes on a network that swallows packets; this tells early, and blocks no lane.
    m_knock = new QTcpSocket(this);
    connect(m_knock, &QTcpSocket::connected, this, [this] {
        m_knock->disconnect(this);
        m_knock->abort();
        openLibvirt(m_uri);
    });
    connect(m_knock, &QTcpSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        const auto kind = error == QAbstractSocket::SocketTimeoutError ? Error::Kind::TimedOut : Error::Kind::Unreachable;
        fail({kind, m_knock->errorString(), m_uri.host});
    });
    QTimer::singleShot(knockLimit, m_knock, [this] {
        if (m_knock->state() == QAbstractSocket::ConnectedState || m_ended || m_connection)
            return;
        if (m_knock->state() == QAbstractSocket::UnconnectedState)
            return; // it has connected and was let go
        fail({Error::Kind::TimedOut, QStringLiteral("%1 does not answer.").arg(m_uri.host), m_uri.host});
    });
    m_knock->connectToHost(m_uri.host, quint16(*plainPort(m_uri)));
}

void HostSession::openLibvirt(const HostUri &uri)
{
    m_prompt = std::make_shared<PersonPrompt>(m_services.credentials, m_id, m_label, m_refusals > 0);
    const QPointer<HostSession> self(this); // looked into in the GUI thread alone
    auto closed = [door = m_door, self](CloseReason reason) {
        QMetaObject::invokeMethod(door.get(), [self, reason] {
            if (self)
                self->breakOff(lossOf(reason));
        }, Qt::QueuedConnection);
    };
    EventSinks sinks;
    sinks.domain = [door = m_door, self, clock = m_clock](const DomainEvent &event) {
        const auto at = ++*clock;
        QMetaObject::invokeMethod(door.get(), [self, event, at] {
            if (self && self->m_connection && !self->m_ended)
                Q_EMIT self->domainEvent(event, at);
        }, Qt::QueuedConnection);
    };
    *m_opening = true;
    limitOpening();
    m_answers = std::make_shared<AnswersGiven>();
    auto work = [address = uri.toString(), prompt = m_prompt, answers = m_answers, busy = m_opening, closed = std::move(closed),
                 sinks = std::move(sinks)] {
        const auto ask = AnswersGiven::keeping(answers, [prompt](const auto &questions) { return prompt->ask(questions); });
        auto opened = openOn(address, ask, closed, sinks);
        *busy = false;
        return opened;
    };
    deliver(slow().run(std::move(work)), this, [this, uri](Result<Opened> opened) {
        if (m_ended)
            return;
        if (opened) {
            if (opened->hasPulse) {
                m_daemonAddress = uri.toString();
                QTimer::singleShot(pulseDelay, this, [this, uri] { watchPulse(uri.toString()); });
            }
            take(std::move(*opened));
        } else if (opened.error().kind == Error::Kind::AuthenticationNeeded && m_prompt->wasAnswered() && ++m_refusals < mostRefusals) {
            askAgain(uri);
        } else {
            fail(opened.error());
        }
    });
}

void HostSession::askAgain(const HostUri &uri)
{
    m_services.credentials.forget(m_id);
    openLibvirt(uri);
}

void HostSession::limitOpening()
{
    // A daemon that takes the connection and then says nothing would hold libvirt for ever.
    QTimer::singleShot(openLimit, this, [this] {
        if (m_ended || m_connection)
            return;
        if (m_prompt && m_prompt->isAsking())
            limitOpening();
        else
            fail({Error::Kind::TimedOut, QStringLiteral("The host took the connection, and then did not answer."), m_uri.toString()});
    });
}

Result<HostSession::Opened> HostSession::openOn(const QString &uri, const CredentialCallback &credentials,
                                                std::function<void(CloseReason)> closed, EventSinks sinks)
{
    if (auto loop = EventLoop::start(); !loop)
        return failure(loop.error());
    Opened opened;
    auto connection = connections::open(uri, Access::Full, credentials);
    if (!connection)
        return failure(connection.error());
    opened.connection = *connection;
    opened.hasPulse = connections::keepAlive(*connection, connections::Pulse::Off);
    // Both are missing with drivers inside this process, or with old ones.
    if (auto closing = connections::onClose(*connection, std::move(closed)))
        opened.closing = std::move(*closing);
    if (auto events = events::subscribe(*connection, std::move(sinks)))
        opened.events = std::move(*events);
    return opened;
}

void HostSession::take(Opened opened)
{
    m_connection = std::move(opened.connection);
    m_closing = std::move(opened.closing);
    m_events = std::move(opened.events);
    Q_EMIT this->opened();
}

void HostSession::watchPulse(const QString &uri)
{
    if (m_ended)
        return;
    const QPointer<HostSession> self(this); // looked into in the GUI thread alone
    auto stopped = [door = m_door, self] {
        QMetaObject::invokeMethod(door.get(), [self] {
            if (self)
                self->breakOff(lossOf(CloseReason::KeepAlive));
        }, Qt::QueuedConnection);
    };
    auto work = [connection = m_connection, uri, again = AnswersGiven::repeating(m_answers), stopped = std::move(stopped)] {
        return feelPulse(connection, uri, again, stopped);
    };
    m_answers.reset(); // a password is kept no longer than it is needed
    deliver(slow().run(std::move(work)), this, [this](Result<HostPulse> pulse) {
        if (pulse && !m_ended)
            m_pulse = std::move(*pulse);
    });
}

void HostSession::fail(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    if (error.kind == Error::Kind::AuthenticationNeeded)
        m_services.credentials.forget(m_id);
    Q_EMIT failed(error);
}

void HostSession::breakOff(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_connection ? Q_EMIT lost(error) : Q_EMIT failed(error);
}
