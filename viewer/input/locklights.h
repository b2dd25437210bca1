// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps Caps Lock and Num Lock of a guest as they are on this keyboard. Free functions; GUI thread.
#pragma once

#include "viewer/input/keymap.h"

#include <QList>

#include <optional>

namespace locklights {

/// This keyboard's lights as they were when the event's key was pressed; nothing where the platform does not tell.
/// Scroll Lock stays dark: no platform says it.
std::optional<LockKeys> of(const QKeyEvent &event, keymap::Source source);
/// What to press and let go of, so that the guest's lights become these.
QList<ConsoleKey> toggles(const LockKeys &guest, const LockKeys &wanted);

} // namespace locklights
