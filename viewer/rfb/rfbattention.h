// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps QEMU looking at a guest's screen while something goes on there. It looks 33 times a second at most, 50 ms later
// each time after it found nothing, and as often as it can again once a client sends more than a request: what a guest
// paints for a key 5 ms after it is found 80 ms after it. So a message that means nothing follows, while it may help.
// One per connection, on the session's own thread.
#pragma once

#include <chrono>
#include <optional>

class RfbAttention final {
public:
    using Clock = std::chrono::steady_clock;

    /// Between two looks of QEMU that find something there is room for two.
    static constexpr std::chrono::milliseconds pause{15};
    /// How long a guest may take to paint for a key or the pointer.
    static constexpr std::chrono::milliseconds afterInput{250};
    /// Pictures that follow each other within this belong to one movement. A cursor that blinks does not.
    static constexpr std::chrono::milliseconds movement{200};

    void inputSent(Clock::time_point now);
    void pictureCame(Clock::time_point now);
    /// The message was sent.
    void called(Clock::time_point now);

    /// When to send the next one; nothing where all is at rest.
    std::optional<Clock::time_point> due() const { return m_due; }

private:
    void extend(Clock::time_point now, std::chrono::milliseconds span);

    std::optional<Clock::time_point> m_due;
    std::optional<Clock::time_point> m_lastPicture;
    Clock::time_point m_until;
};
