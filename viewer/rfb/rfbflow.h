// SPDX-License-Identifier: GPL-3.0-or-later
// Fences and continuous updates: a server that has both sends updates unasked and finds out by fences how much the
// way can take; a fence of ours measures the round trip. The session's own thread.
#pragma once

#include <QSize>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

class RfbWire;

class RfbFlow final {
public:
    using Clock = std::chrono::steady_clock;

    /// `continuously`: whether to have updates unasked, which pays where the way is long.
    explicit RfbFlow(RfbWire &wire, bool continuously, std::function<Clock::time_point()> now = &Clock::now);

    /// The body of a fence: answers a request, and learns from an answer.
    bool receiveFence();
    /// The server can send unasked, or has stopped to.
    bool receiveEnd(QSize screen);
    /// The area of continuous updates.
    bool screenChanged(QSize screen);
    /// Updates come unasked: asking for the next one is idle.
    bool isContinuous() const { return m_continuous; }

    /// Sends a fence unless one is under way. False where there are none, or the connection ended.
    bool measure();
    /// The shortest of the latest round trips.
    std::optional<std::chrono::microseconds> latency() const;

private:
    bool enable(QSize screen);

    RfbWire &m_wire;
    const bool m_wanted;
    const std::function<Clock::time_point()> m_now;
    bool m_hasFences = false;
    bool m_continuous = false;
    std::optional<Clock::time_point> m_sent;
    quint32 m_number = 0;
    std::deque<std::chrono::microseconds> m_measured;
};
