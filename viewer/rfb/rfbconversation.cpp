// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbconversation.h"

#include "viewer/rfb/rfbsocket.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
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
    , m_extensions(*this, link, endpoint.link)
{
    registerExtension();
}

RfbConversation::~RfbConversation()
{
    if (m_client)
        rfbClientCleanup(m_client);
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
    m_established = true;
    m_link.report(&RfbReports::named, QString::fromUtf8(m_client->desktopName));
    m_link.report(&RfbReports::connected);
    converse();
    return verdict();
}

void RfbConversation::converse()
{
    while (!m_link.isStopped()) {
        sendWaitingInput();
        if (!hasBufferedData()) {
            pollfd waits[] = {{m_client->sock, POLLIN, 0}, {m_link.wakeDescriptor(), POLLIN, 0}};
            if (poll(waits, 2, -1) < 0 && errno != EINTR)
                return;
            if (!waits[0].revents)
                continue;
        }
        if (!handleMessage())
            return;
    }
}

bool RfbConversation::hasBufferedData() const
{
    if (m_client->buffered > 0)
        return true;
#ifdef VIVARIUM_HAVE_GNUTLS
    if (m_client->tlsSession && gnutls_record_check_pending(static_cast<gnutls_session_t>(m_client->tlsSession)) > 0)
        return true;
#endif
#ifdef LIBVNCSERVER_HAVE_SASL
    if (m_client->saslconn && m_client->saslDecoded)
        return true;
#endif
    return false;
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
    unread(&type, 1);
    return HandleRFBServerMessage(m_client);
}

bool RfbConversation::handleUpdate()
{
    uchar message[4 + rfb::Rectangle::size] = {rfb::FramebufferUpdate};
    if (!read(message + 1, 3))
        return false;
    // Asking now lets the server prepare the next update while this one is decoded.
    if (!m_extensions.flow().isContinuous())
        requestUpdate(true);
    auto count = qFromBigEndian<quint16>(message + 2);
    for (; count > 0; --count) {
        if (!read(message + 4, rfb::Rectangle::size))
            return false;
        const auto rectangle = rfb::Rectangle::parse(message + 4);
        if (!isPseudo(rectangle.encoding)) {
            m_link.encoding = rectangle.encoding;
            qToBigEndian(count, message + 2);
            unread(message, sizeof message);
            return HandleRFBServerMessage(m_client) && !m_error;
        }
        if (!handlePseudo(rectangle))
            return false;
    }
    return finishUpdate();
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
    if (const QSize size = m_framebuffer.size(); !size.isEmpty() && size != m_reportedSize) {
        m_reportedSize = size;
        m_link.report(&RfbReports::sizeChanged, size);
    }
    if (wake)
        m_link.report(&RfbReports::damaged);
    ++m_link.publishedFrames;
    if (const quint64 counted = rfbsocket::bytesReceived(m_client->sock))
        m_link.receivedBytes = counted;
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
    return count == 0 || ReadFromRFBServer(m_client, static_cast<char *>(into), count);
}

bool RfbConversation::write(const QByteArray &bytes)
{
    return WriteToRFBServer(m_client, bytes.constData(), unsigned(bytes.size()));
}

// libvncclient takes what `bufoutptr` holds first and then returns to its own buffer, so the pointer may lead here.
void RfbConversation::unread(const uchar *bytes, quint32 count)
{
    static_assert(sizeof m_unread >= RFB_BUF_SIZE + 4 + rfb::Rectangle::size);
    Q_ASSERT(count + m_client->buffered <= m_unread.size());
    std::memmove(m_unread.data() + count, m_client->bufoutptr, m_client->buffered);
    std::memcpy(m_unread.data(), bytes, count);
    m_client->bufoutptr = m_unread.data();
    m_client->buffered += count;
}

bool RfbConversation::fail(ConsoleError::Kind kind, const QString &message)
{
    m_error = ConsoleError{kind, message};
    return false;
}
