// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/locklights.h"

#include <QKeyEvent>

namespace {

// Bits of a key event's state: https://www.x.org/releases/current/doc/xproto/x11protocol.html
constexpr quint32 lockMask = 0x02;
constexpr quint32 numLockMask = 0x10; // Mod2, as every common configuration has it
constexpr quint32 capsLock = 0xffe5;
constexpr quint32 numLock = 0xff7f;

} // namespace

std::optional<LockKeys> locklights::of(const QKeyEvent &event, keymap::Source source)
{
    if (source != keymap::Source::X11)
        return std::nullopt;
    LockKeys lights;
    lights.caps = event.nativeModifiers() & lockMask;
    lights.num = event.nativeModifiers() & numLockMask;
    return lights;
}

QList<ConsoleKey> locklights::toggles(const LockKeys &guest, const LockKeys &wanted)
{
    QList<ConsoleKey> keys;
    const auto toggle = [&keys](quint32 keysym) {
        ConsoleKey key = keymap::fromKeysym(keysym);
        keys.append(key);
        key.down = false;
        keys.append(key);
    };
    if (guest.caps != wanted.caps)
        toggle(capsLock);
    if (guest.num != wanted.num)
        toggle(numLock);
    return keys;
}
