// SPDX-License-Identifier: GPL-3.0-or-later
// Of RfbConversation: keys, pointer and sizes on their way to the server.
#include "viewer/rfb/rfbconversation.h"
#include "viewer/rfb/rfbsocket.h"

#include <rfb/rfbclient.h>

void RfbConversation::sendWaitingInput()
{
    if (!m_established)
        return;
    callAttention();
    if (!m_link.hasInput())
        return;
    const auto held = holdOutlet(); // from here on no key overtakes what waited
    if (m_link.outlet().tookKeys())
        m_attention.inputSent(RfbAttention::Clock::now());
    for (const RfbInput &input : m_link.takeInput())
        std::visit([this](const auto &message) { send(message); }, input);
}

int RfbConversation::untilAttentionIsDue() const
{
    using std::chrono::milliseconds;
    const auto due = m_attention.due();
    if (!due || !m_extensions.canCallAttention())
        return -1; // no server but QEMU is worth waking up for
    return int(std::max(std::chrono::ceil<milliseconds>(*due - RfbAttention::Clock::now()), milliseconds(0)).count());
}

void RfbConversation::callAttention()
{
    const auto due = m_attention.due();
    if (!due || !m_extensions.canCallAttention())
        return;
    if (const auto now = RfbAttention::Clock::now(); now >= *due) {
        m_extensions.callAttention();
        m_attention.called(now);
    }
}

void RfbConversation::send(const ConsoleKey &key)
{
    write(m_link.outlet().messageOf(key));
    m_attention.inputSent(RfbAttention::Clock::now());
}

void RfbConversation::send(const RfbPointer &pointer)
{
    const int origin = pointer.relative ? rfb::relativeOrigin : 0;
    const auto coordinate = [origin](int value) { return quint16(qBound(0, value + origin, 0xffff)); };
    rfb::Message message(rfb::PointerEvent);
    message << quint8(pointer.buttons) << coordinate(pointer.position.x()) << coordinate(pointer.position.y());
    write(message.bytes());
    m_attention.inputSent(RfbAttention::Clock::now());
}

void RfbConversation::send(const RfbResize &resize)
{
    if (!m_resizable || !Framebuffer::isAcceptable(resize.size.width(), resize.size.height()))
        return;
    const QList<RfbScreen> screens = rfbscreens::fitted(m_screens, {m_client->width, m_client->height}, resize.size);
    m_askedForOneScreen = screens.size() == 1;
    write(rfbscreens::request(resize.size, screens));
}

void RfbConversation::send(const RfbMeasurement &)
{
    if (m_extensions.measureLatency() || isTransportTrusted())
        return;
    // Not through a tunnel: there it would be the way to its nearer end.
    if (const auto roundTrip = rfbsocket::roundTrip(m_client->sock))
        m_link.latency = roundTrip->count();
}

void RfbConversation::send(PictureQuality quality)
{
    const RfbLevels before = m_quality.levels();
    m_quality.choose(quality);
    if (m_quality.levels() != before)
        sendEncodings();
}

// From the first byte of an update to its last. What had arrived already makes the way look wider than it is, the
// decoding narrower: neither matters where it is slow.
void RfbConversation::learnWay()
{
    using std::chrono::microseconds;
    if (m_endpoint.link == Endpoint::Link::Local)
        return;
    const quint64 bytes = m_transport.received() - m_bytesAtBegin;
    if (m_quality.learn(bytes, std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - m_updateBegan)))
        sendEncodings();
}

void RfbConversation::sendEncodings()
{
    if (m_endpoint.link == Endpoint::Link::Local)
        return;
    m_client->appData.compressLevel = m_quality.levels().compression;
    m_client->appData.qualityLevel = m_quality.levels().jpeg;
    const auto held = holdOutlet();
    SetFormatAndEncodings(m_client);
}
