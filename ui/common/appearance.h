// SPDX-License-Identifier: GPL-3.0-or-later
// Light, dark, or as the desktop has it. GUI thread.
#pragma once

#include <QString>

class QPalette;

namespace appearance {
/// "system", "light" or "dark", as keys::appearance holds it; takes effect at once in every window.
void apply(const QString &choice);
bool isDark(const QPalette &palette);
} // namespace appearance
