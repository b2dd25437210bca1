// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbconversation.h"

#include "viewer/rfb/rfbsocket.h"

#include <sys/socket.h>
#include <unistd.h>

#include <rfb/rfbclient.h>
#ifdef VIVARIUM_HAVE_GNUTLS
#include <gnutls/gnutls.h>
#endif

RfbConversation::RfbConversation(RfbLink &link, Framebuffer &framebuffer, const Endpoint &endpoint, RfbSecrets &secrets)
    : m_link(link)
    , m_framebuffer(framebuffer)
    , m_endpoint(endpoint)
    , m_secrets(secrets)
    , m_transport(link, [this] { sendWaitingInput(); }, [this] { return untilAttentionIsDue(); })
    , m_decoders([this] { sendWaitingInput(); })
    , m_extensions(*this, link, endpoint.link)
{
    registerExtension();
}

RfbConversation::~RfbConversation()
{
    m_link.outlet().shut();
    if (!m_client)
        return;
#ifdef VIVARIUM_HAVE_GNUTLS
    // libvncclient ends the session and leaves what it was made from: every connection would cost the authorities.
    void *certificates = nullptr;
    if (m_client->tlsSession)
        gnutls_credentials_get(static_cast<gnutls_session_t>(m_client->tlsSession), GNUTLS_CRD_CERTIFICATE, &certificates);
    rfbClientCleanup(m_client);
    if (certificates)
        gnutls_certificate_free_credentials(static_cast<gnutls_certificate_credentials_t>(certificates));
#else
    rfbClientCleanup(m_client);
#endif
}

ConsoleError RfbConversation::talk(int socket)
{
    if (!prepare(socket)) {
        ::close(socket);
        return verdict();
    }
    if (!rfbInitClient(m_client, nullptr, nullptr)) {
        m_client = nullptr; // freed by the library, the socket closed
        return verdict();
    }
    // From here on requests for updates are sent by this class alone: before an update is decoded, not after.
    m_client->supportedMessages.client2server[rfb::UpdateRequest / 8] &= ~(1 << rfb::UpdateRequest % 8);
    m_client->readTimeout = 0;
    if (refuseAnonymous())
        return verdict();
    m_transport.begin(m_client);
    if (m_transport.isPlain())
        m_link.outlet().open([socket = m_client->sock](const char *bytes, size_t count) {
            return ::send(socket, bytes, count, MSG_DONTWAIT | MSG_NOSIGNAL);
        });
    m_established = true;
    m_link.report(&RfbReports::secured, security());
    m_link.report(&RfbReports::named, QString::fromUtf8(m_client->desktopName));
    m_link.report(&RfbReports::connected);
    converse();
    return verdict();
}

void RfbConversation::converse()
{
    while (!m_link.isStopped()) {
        sendWaitingInput();
        using Wait = RfbTransport::Wait;
        const Wait waited = m_transport.hasBufferedData() ? Wait::Bytes : m_transport.wait();
        if (waited == Wait::Ended || (waited == Wait::Bytes && !handleMessage()))
            return;
    }
}

bool RfbConversation::handleMessage()
{
    uchar type = 0;
    if (!read(&type, 1))
        return false;
    switch (type) {
    case rfb::FramebufferUpdate:
        return handleUpdate();
    case rfb::SetColourMapEntries:
        return skipColourMap();
    default:
        break;
    }
    if (RfbExtensions::knows(type)) {
        const bool asked = !m_extensions.flow().isContinuous();
        if (!m_extensions.receive(type, {m_client->width, m_client->height}))
            return false;
        if (!asked && !m_extensions.flow().isContinuous())
            requestUpdate(true);
        return true;
    }
    const auto held = holdOutlet(); // the library may answer
    return m_transport.handledByLibrary(type);
}

bool RfbConversation::handleUpdate()
{
    m_updateBegan = std::chrono::steady_clock::now();
    m_bytesAtBegin = m_transport.received();
    uchar header[3];
    if (!read(header, sizeof header))
        return false;
    m_framebuffer.begin();
    // Asking now lets the server prepare the next update while this one is decoded.
    if (!m_extensions.flow().isContinuous())
        requestUpdate(true);
    for (auto count = qFromBigEndian<quint16>(header + 1); count > 0; --count) {
        uchar bytes[rfb::Rectangle::size];
        if (!read(bytes, sizeof bytes))
            return false;
        const auto rectangle = rfb::Rectangle::parse(bytes);
        // The server did not know how many there would be.
        if (rectangle.encoding == rfb::LastRectangle)
            break;
        if (!(isPseudo(rectangle.encoding) ? handlePseudo(rectangle) : decode(rectangle)))
            return false;
    }
    return finishUpdate();
}

bool RfbConversation::decode(const rfb::Rectangle &rectangle)
{
    m_link.encoding = rectangle.encoding;
    switch (m_decoders.decode(m_transport.stream(), m_canvas, rectangle)) {
    case rfb::Decoded::Done:
        break;
    case rfb::Decoded::Ended:
        return false;
    case rfb::Decoded::Broken:
        return fail(ConsoleError::Kind::ProtocolViolation,
                    QStringLiteral("The server sent a rectangle of %1×%2 at %3, %4 that cannot be drawn (encoding %5)")
                        .arg(rectangle.width)
                        .arg(rectangle.height)
                        .arg(rectangle.x)
                        .arg(rectangle.y)
                        .arg(rectangle.encoding));
    }
    m_framebuffer.damage({rectangle.x, rectangle.y, rectangle.width, rectangle.height});
    m_drawn = true;
    sendWaitingInput();
    return true;
}

// Pixels are always asked for in true colour, so that a map has no meaning; libvncclient would not read it at all.
bool RfbConversation::skipColourMap()
{
    uchar header[5];
    return read(header, sizeof header) && skip(6 * quint64(qFromBigEndian<quint16>(header + 3)));
}

bool RfbConversation::finishUpdate()
{
    if (m_fullUpdateNeeded) {
        m_fullUpdateNeeded = false;
        requestUpdate(false);
    }
    const bool wake = m_framebuffer.publish();
    if (const QSize size = m_framebuffer.publishedSize(); !size.isEmpty() && size != m_reportedSize) {
        m_reportedSize = size;
        m_link.report(&RfbReports::sizeChanged, size);
    }
    if (wake)
        m_link.report(&RfbReports::damaged);
    ++m_link.publishedFrames;
    if (std::exchange(m_drawn, false))
        m_attention.pictureCame(RfbAttention::Clock::now());
    const quint64 counted = rfbsocket::bytesReceived(m_client->sock);
    m_link.receivedBytes = counted > 0 ? counted : m_transport.received();
    learnWay();
    m_extensions.settle();
    return !m_error;
}

void RfbConversation::requestUpdate(bool incremental)
{
    rfb::Message message(rfb::UpdateRequest);
    message << quint8(incremental) << quint16(0) << quint16(0) << quint16(m_client->width) << quint16(m_client->height);
    write(message.bytes());
}

bool RfbConversation::read(void *into, quint32 count)
{
    return m_transport.stream().read(into, count);
}

bool RfbConversation::write(const QByteArray &bytes)
{
    const auto held = holdOutlet();
    return WriteToRFBServer(m_client, bytes.constData(), unsigned(bytes.size()));
}

RfbOutlet::Hold RfbConversation::holdOutlet()
{
    auto held = m_link.outlet().hold();
    if (const QByteArray rest = m_link.outlet().takeRest(); !rest.isEmpty())
        WriteToRFBServer(m_client, rest.constData(), unsigned(rest.size()));
    return held;
}

bool RfbConversation::fail(ConsoleError::Kind kind, const QString &message)
{
    m_error = ConsoleError{kind, message};
    return false;
}
