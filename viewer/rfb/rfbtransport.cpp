// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbtransport.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>

#include <rfb/rfbclient.h>
#ifdef VIVARIUM_HAVE_GNUTLS
#include <gnutls/gnutls.h>
#endif

RfbTransport::RfbTransport(RfbLink &link, std::function<void()> sendInput, std::function<int()> untilDue)
    : m_link(link)
    , m_sendInput(std::move(sendInput))
    , m_untilDue(std::move(untilDue))
    , m_stream([this](uchar *into, size_t most) { return receive(into, most); })
{
}

void RfbTransport::begin(_rfbClient *client)
{
    m_client = client;
    uchar bytes[RFB_BUF_SIZE];
    m_stream.append(bytes, takeFromLibrary(bytes, sizeof bytes));
}

bool RfbTransport::isPlain() const
{
#ifdef LIBVNCSERVER_HAVE_SASL
    if (m_client->saslconn)
        return false;
#endif
    return !m_client->tlsSession;
}

bool RfbTransport::libraryHasData() const
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

bool RfbTransport::hasBufferedData() const
{
    return m_stream.buffered() > 0 || libraryHasData();
}

RfbTransport::Wait RfbTransport::wait()
{
    pollfd waits[] = {{m_client->sock, POLLIN, 0}, {m_link.wakeDescriptor(), POLLIN, 0}};
    int ready = 0;
    while ((ready = poll(waits, 2, m_untilDue())) < 0) {
        if (errno != EINTR)
            return Wait::Ended;
    }
    if (m_link.isStopped())
        return Wait::Ended;
    if (ready == 0 || waits[1].revents)
        m_sendInput();
    return waits[0].revents ? Wait::Bytes : Wait::Input;
}

size_t RfbTransport::receive(uchar *into, size_t most)
{
    const size_t got = isPlain() ? receivePlain(into, most) : receiveThroughLibrary(into, most);
    m_received += got;
    return got;
}

// A key goes out at once although the rest of an update is still on its way.
size_t RfbTransport::receivePlain(uchar *into, size_t most)
{
    for (;;) {
        const auto got = recv(m_client->sock, into, most, MSG_DONTWAIT);
        if (got > 0)
            return size_t(got);
        if (got == 0) {
            rfbClientLog("VNC server closed connection\n");
            return 0;
        }
        if (errno != EINTR && errno != EAGAIN) {
            rfbClientErr("read (%d: %s)\n", errno, strerror(errno));
            return 0;
        }
        if (wait() == Wait::Ended)
            return 0;
    }
}

// The library waits until it has all that was asked for: so that is one byte, and then what came with it.
size_t RfbTransport::receiveThroughLibrary(uchar *into, size_t most)
{
    for (Wait waited = Wait::Input; waited == Wait::Input && !libraryHasData();) {
        waited = wait();
        if (waited == Wait::Ended)
            return 0;
    }
    if (m_client->buffered == 0) {
        if (!ReadFromRFBServer(m_client, reinterpret_cast<char *>(into), 1))
            return 0;
        return 1 + takeFromLibrary(into + 1, most - 1);
    }
    return takeFromLibrary(into, most);
}

size_t RfbTransport::takeFromLibrary(uchar *into, size_t most)
{
    const size_t count = std::min<size_t>(most, m_client->buffered);
    std::memcpy(into, m_client->bufoutptr, count);
    m_client->bufoutptr += count;
    m_client->buffered -= unsigned(count);
    return count;
}

// The library takes what `bufoutptr` holds first and then returns to its own buffer, so the pointer may lead to ours.
bool RfbTransport::handledByLibrary(quint8 type)
{
    m_stream.unread(&type, 1);
    Q_ASSERT(m_client->buffered == 0);
    const char *lent = reinterpret_cast<const char *>(m_stream.begin());
    const size_t count = m_stream.buffered();
    m_client->bufoutptr = const_cast<char *>(lent);
    m_client->buffered = unsigned(count);
    const bool handled = HandleRFBServerMessage(m_client);
    if (m_client->bufoutptr >= lent && m_client->bufoutptr <= lent + count) {
        m_stream.consume(size_t(m_client->bufoutptr - lent));
    } else {
        m_stream.consume(count);
        m_stream.append(m_client->bufoutptr, m_client->buffered);
    }
    m_client->bufoutptr = m_client->buf;
    m_client->buffered = 0;
    return handled;
}
