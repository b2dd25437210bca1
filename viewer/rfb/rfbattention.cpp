// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbattention.h"

#include <algorithm>

void RfbAttention::inputSent(Clock::time_point now)
{
    extend(now, afterInput);
}

void RfbAttention::pictureCame(Clock::time_point now)
{
    if (m_lastPicture && now - *m_lastPicture < movement)
        extend(now, movement);
    m_lastPicture = now;
}

void RfbAttention::called(Clock::time_point now)
{
    m_due = now + pause;
    if (m_due > m_until)
        m_due.reset();
}

void RfbAttention::extend(Clock::time_point now, std::chrono::milliseconds span)
{
    m_until = std::max(m_until, now + span);
    if (!m_due)
        m_due = now + pause;
}
