// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/transport/websocketcarrier.h"

#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QThread>
#include <QWebSocketHandshakeOptions>

#include <cerrno>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Kind = WebSocketProblem::Kind;

// Servers send what they read at once, some kilobytes. A frame is held whole, twice.
constexpr quint64 largestFrame = 8 << 20;
constexpr qint64 mostWaiting = 1 << 20; ///< bytes on their way out before no more are taken from the session
constexpr int readAtOnce = 64 << 10;

int httpStatusIn(const QString &words)
{
    static const QRegularExpression pattern(QStringLiteral("status code: (\\d{3})"));
    return pattern.match(words).captured(1).toInt();
}

QString protocolOf(QSsl::SslProtocol protocol)
{
    return protocol == QSsl::TlsV1_3 ? QStringLiteral("TLS 1.3") : protocol == QSsl::TlsV1_2 ? QStringLiteral("TLS 1.2") : QStringLiteral("TLS");
}

ConnectionSecurity securityOf(const QWebSocket &socket)
{
    const auto tls = socket.sslConfiguration();
    if (tls.peerCertificate().isNull())
        return {};
    return {ConnectionSecurity::Extent::All, protocolOf(tls.sessionProtocol()), tls.sessionCipher().name(), tls.peerCertificate().toDer(), {}};
}

} // namespace

CarrierLink::CarrierLink(WebSocketBridge *bridge) : m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), m_bridge(bridge) {}

CarrierLink::~CarrierLink()
{
    if (m_wake >= 0)
        ::close(m_wake);
}

void CarrierLink::stop()
{
    {
        const std::lock_guard held(m_mutex);
        m_bridge = nullptr;
    }
    m_stopped = true;
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}

std::optional<WebSocketProblem> CarrierLink::outcome()
{
    const std::lock_guard held(m_mutex);
    return m_outcome;
}

ConnectionSecurity CarrierLink::security()
{
    const std::lock_guard held(m_mutex);
    return m_security;
}

void CarrierLink::secured(const ConnectionSecurity &security)
{
    const std::lock_guard held(m_mutex);
    m_security = security;
}

void CarrierLink::report(const std::optional<WebSocketProblem> &outcome)
{
    const std::lock_guard held(m_mutex);
    m_outcome = outcome;
    if (m_bridge)
        QMetaObject::invokeMethod(m_bridge, &WebSocketBridge::announce, Qt::QueuedConnection);
}

// Built where the bridge is; moved to its thread, children and all, before start().
WebSocketCarrier::WebSocketCarrier(WebSocketBridge::Request request, int end, std::shared_ptr<CarrierLink> link)
    : m_request(std::move(request))
    , m_end(end)
    , m_link(std::move(link))
    , m_socket(QString(), QWebSocketProtocol::VersionLatest, this)
    , m_readable(end, QSocketNotifier::Read, this)
    , m_patience(this)
{
    m_readable.setEnabled(false);
}

WebSocketCarrier::~WebSocketCarrier()
{
    m_socket.disconnect(this);
    m_readable.setEnabled(false);
    ::close(m_end);
}

void WebSocketCarrier::start()
{
    connect(&m_socket, &QWebSocket::connected, this, [this] {
        m_stood = true;
        m_readable.setEnabled(true);
    });
    connect(&m_socket, &QWebSocket::binaryFrameReceived, this, &WebSocketCarrier::carryIn);
    connect(&m_socket, &QWebSocket::textFrameReceived, this, [this] { lose(Kind::NotAWebSocket, QStringLiteral("It sends text")); });
    connect(&m_socket, &QWebSocket::bytesWritten, this, &WebSocketCarrier::sendOut);
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) { m_distrust = errors; });
    connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &WebSocketCarrier::noteError);
    // Later: what went wrong is said after this.
    const auto disconnected = [this] { lose(m_stood ? Kind::Ended : Kind::HungUp, m_socket.closeReason()); };
    connect(&m_socket, &QWebSocket::disconnected, this, disconnected, Qt::QueuedConnection);
    connect(&m_readable, &QSocketNotifier::activated, this, &WebSocketCarrier::readOut);
    connect(&m_patience, &QTimer::timeout, this, [this] { lose(Kind::TimedOut); });
    m_patience.setSingleShot(true);
    m_patience.start(m_request.patience);
    if (m_request.url.scheme() == u"wss" && !encrypt())
        return;
    m_socket.setMaxAllowedIncomingFrameSize(largestFrame);
    m_socket.setMaxAllowedIncomingMessageSize(2 * largestFrame);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("binary")});
    m_socket.open(m_request.url, options);
}

bool WebSocketCarrier::encrypt()
{
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!m_request.authority.isEmpty()) {
        const auto authorities = QSslCertificate::fromData(m_request.authority, QSsl::Pem);
        if (authorities.isEmpty()) {
            lose(Kind::BadAuthority);
            return false;
        }
        tls.setCaCertificates(authorities); // and nobody else
    }
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    m_socket.setSslConfiguration(tls);
    return true;
}

// Blocks this thread while the session is busy: QWebSocket reads on as soon as this returns.
void WebSocketCarrier::carryIn(const QByteArray &frame)
{
    if (m_finished || frame.isEmpty())
        return;
    if (!std::exchange(m_spoke, true)) {
        m_patience.stop();
        m_link->secured(securityOf(m_socket));
        m_link->report({});
    }
    QByteArrayView left(frame);
    while (!left.isEmpty()) {
        const auto count = ::send(m_end, left.data(), size_t(left.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count >= 0) {
            left = left.sliced(count);
        } else if (errno == EAGAIN) {
            if (!waitForRoom())
                return;
        } else if (errno != EINTR) {
            finish(); // the session has closed its end
            return;
        }
    }
}

// False when there is nothing to wait for any more. What the session writes meanwhile is taken without a limit: it
// writes one message at most before it reads again, and would never read if that were held up.
bool WebSocketCarrier::waitForRoom()
{
    pollfd waits[] = {{m_end, POLLOUT | POLLIN, 0}, {m_link->descriptor(), POLLIN, 0}};
    if (::poll(waits, 2, -1) < 0)
        return errno == EINTR;
    if (m_link->isStopped())
        return false;
    if (waits[0].revents & (POLLIN | POLLHUP | POLLERR)) {
        char bytes[readAtOnce];
        const auto count = ::recv(m_end, bytes, sizeof bytes, MSG_DONTWAIT);
        if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
            finish();
            return false;
        }
        if (count > 0)
            m_out.append(bytes, count);
        // TLS would read more while it writes, in the middle of the frame that is being carried.
        if (m_request.url.scheme() != u"wss") {
            sendOut();
            m_socket.flush();
        }
    }
    return true;
}

void WebSocketCarrier::readOut()
{
    if (m_finished)
        return;
    char bytes[readAtOnce];
    const auto count = ::recv(m_end, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0)
        m_out.append(bytes, count);
    else if (count == 0 || (errno != EAGAIN && errno != EINTR))
        finish();
    sendOut();
}

void WebSocketCarrier::sendOut()
{
    if (m_finished || !m_stood)
        return;
    if (!m_out.isEmpty() && m_socket.bytesToWrite() < mostWaiting)
        m_socket.sendBinaryMessage(std::exchange(m_out, {}));
    m_readable.setEnabled(m_out.isEmpty());
}

void WebSocketCarrier::noteError(QAbstractSocket::SocketError error)
{
    const auto words = m_socket.errorString();
    // QWebSocket calls every answer that it does not like a refused connection too.
    const bool answered = error == QAbstractSocket::ConnectionRefusedError && m_socket.localPort() != 0;
    if (m_stood)
        lose(Kind::Ended, m_socket.closeReason().isEmpty() ? words : m_socket.closeReason());
    else if (!m_distrust.isEmpty())
        lose(Kind::NotTrusted, m_distrust.constFirst().errorString());
    else if (error == QAbstractSocket::SslHandshakeFailedError)
        lose(Kind::NotAWebSocket, words);
    else if (error == QAbstractSocket::RemoteHostClosedError)
        lose(Kind::HungUp, words);
    else if (answered)
        lose(httpStatusIn(words) > 0 ? Kind::HttpStatus : Kind::NotAWebSocket, words);
    else
        lose(error == QAbstractSocket::ConnectionRefusedError ? Kind::Refused : Kind::Unreachable, words);
}

void WebSocketCarrier::lose(Kind kind, const QString &detail)
{
    if (m_finished)
        return;
    if (!m_spoke)
        m_link->report(WebSocketProblem{kind, kind == Kind::HttpStatus ? httpStatusIn(detail) : 0, detail});
    finish();
}

void WebSocketCarrier::finish()
{
    if (std::exchange(m_finished, true))
        return;
    m_readable.setEnabled(false);
    m_patience.stop();
    // The session reads what is there, and then the end.
    ::shutdown(m_end, SHUT_RDWR);
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_socket.close();
            thread()->quit();
        },
        Qt::QueuedConnection);
}
