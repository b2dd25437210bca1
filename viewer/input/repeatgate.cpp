// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/repeatgate.h"

#include <utility>

void RepeatGate::hold(const ConsoleKey &release, quint64 time)
{
    m_release = release;
    m_time = time;
}

bool RepeatGate::repeats(const ConsoleKey &key, quint64 time)
{
    const bool same = m_release && key.down && key.evdev == m_release->evdev && time == m_time;
    if (same)
        m_release.reset();
    return same;
}

std::optional<ConsoleKey> RepeatGate::takeHeld()
{
    return std::exchange(m_release, {});
}
