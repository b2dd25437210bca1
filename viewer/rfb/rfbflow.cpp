// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbflow.h"

#include "viewer/rfb/rfbprotocol.h"
#include "viewer/rfb/rfbwire.h"

#include <algorithm>

namespace {

constexpr quint32 blockBefore = 1u << 0;
constexpr quint32 blockAfter = 1u << 1;
constexpr quint32 syncNext = 1u << 2;
constexpr quint32 isRequest = 1u << 31;
constexpr int longestPayload = 64;
constexpr size_t remembered = 5;
// An answer this late is a lost one.
constexpr auto patience = std::chrono::seconds(30);

QByteArray fence(quint32 flags, const QByteArray &payload)
{
    rfb::Message message(rfb::ClientFence);
    message << quint8(0) << quint16(0) << flags << quint8(payload.size());
    return message.bytes() + payload;
}

} // namespace

RfbFlow::RfbFlow(RfbWire &wire, bool continuously, std::function<Clock::time_point()> now)
    : m_wire(wire)
    , m_wanted(continuously)
    , m_now(std::move(now))
{
}

bool RfbFlow::receiveFence()
{
    uchar head[8];
    if (!m_wire.read(head, sizeof head))
        return false;
    const auto flags = qFromBigEndian<quint32>(head + 3);
    const int length = head[7];
    if (length > longestPayload)
        return m_wire.skip(quint64(length)); // the protocol forbids it: not worth an answer
    QByteArray payload(length, Qt::Uninitialized);
    if (length > 0 && !m_wire.read(payload.data(), quint32(length)))
        return false;
    m_hasFences = true;
    // All that came before has been dealt with by now, and what follows has not begun: true of every flag.
    if (flags & isRequest)
        return m_wire.write(fence(flags & (blockBefore | blockAfter | syncNext), payload));
    if (m_sent && payload.size() == sizeof m_number && qFromBigEndian<quint32>(payload.constData()) == m_number) {
        m_measured.push_back(std::chrono::duration_cast<std::chrono::microseconds>(m_now() - *m_sent));
        if (m_measured.size() > remembered)
            m_measured.pop_front();
        m_sent.reset();
    }
    return true;
}

bool RfbFlow::receiveEnd(QSize screen)
{
    if (m_continuous) {
        m_continuous = false;
        return true;
    }
    // Without fences a server cannot tell how much is on its way, and would flood a slow one.
    return !m_wanted || !m_hasFences || enable(screen);
}

bool RfbFlow::screenChanged(QSize screen)
{
    return !m_continuous || enable(screen);
}

bool RfbFlow::enable(QSize screen)
{
    m_continuous = true;
    rfb::Message message(rfb::EnableContinuousUpdates);
    message << quint8(1) << quint16(0) << quint16(0) << quint16(screen.width()) << quint16(screen.height());
    return m_wire.write(message.bytes());
}

bool RfbFlow::measure()
{
    if (!m_hasFences)
        return false;
    const auto now = m_now();
    if (m_sent && now - *m_sent < patience)
        return true;
    m_sent = now;
    rfb::Message number;
    number << ++m_number;
    return m_wire.write(fence(isRequest, number.bytes()));
}

std::optional<std::chrono::microseconds> RfbFlow::latency() const
{
    if (m_measured.empty())
        return {};
    return *std::min_element(m_measured.begin(), m_measured.end());
}
