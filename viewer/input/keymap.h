// SPDX-License-Identifier: GPL-3.0-or-later
// What a key event of Qt means to a guest: the physical key as Linux numbers it, and the X11 keysym. Pure functions.
#pragma once

#include "viewer/session/consolesession.h"

class QKeyEvent;

namespace keymap {

/// Where native scan codes of key events come from.
enum class Source { X11, Other };
/// As the running platform plug-in delivers them; Wayland numbers keys like X11.
Source platformSource();

/// Key and meaning of an event; `down` as its type says. The place comes from the native scan code; where the
/// platform gives none, from the key, as on a US keyboard.
ConsoleKey fromEvent(const QKeyEvent &event, Source source);

/// The key's scan code (PC set 1; with an 0xe0 prefix the high bit is set), as RFB's QEMU extension wants it;
/// 0 where there is none.
quint32 scanCode(quint32 evdev);

/// A press of this keysym alone, for keys that no event brought. Printable characters have no place: which key
/// makes them depends on the layout.
ConsoleKey fromKeysym(quint32 keysym);

/// X11's keysym of a character; 0 where it has none.
quint32 keysymOf(char32_t character);

/// Whether it is one of Ctrl, Alt, Shift, Super, and which; AltGr counts as Alt.
Qt::KeyboardModifier modifierOf(const ConsoleKey &key);

} // namespace keymap
