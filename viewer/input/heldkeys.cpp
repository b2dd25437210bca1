// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/heldkeys.h"

#include <algorithm>

namespace {

bool isSamePlace(const ConsoleKey &one, const ConsoleKey &other)
{
    return one.evdev != 0 || other.evdev != 0 ? one.evdev == other.evdev : one.keysym == other.keysym;
}

} // namespace

std::optional<ConsoleKey> HeldKeys::filter(const ConsoleKey &key)
{
    const auto held = std::find_if(m_down.begin(), m_down.end(),
                                   [&key](const ConsoleKey &each) { return isSamePlace(each, key); });
    if (key.down) {
        if (key.evdev == 0 && key.keysym == 0)
            return {};
        if (held != m_down.end())
            return *held; // the keyboard repeats
        m_down.append(key);
        return key;
    }
    if (held == m_down.end())
        return {};
    ConsoleKey release = *held;
    release.down = false;
    m_down.erase(held);
    return release;
}

QList<ConsoleKey> HeldKeys::releaseAll()
{
    QList<ConsoleKey> releases;
    for (auto each = m_down.crbegin(); each != m_down.crend(); ++each)
        releases.append({each->evdev, each->keysym, false});
    m_down.clear();
    return releases;
}
