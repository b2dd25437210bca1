// SPDX-License-Identifier: GPL-3.0-or-later
// Names that somebody else chose, put where the toolkit would read marks in them. Pure; any thread.
#pragma once

#include <QString>

namespace foreignwords {
/// For a tooltip, which would take "<b>" for markup.
QString tip(const QString &text);
/// For a button or a menu, which would take "&" for the mark of a key.
QString label(QString text);
} // namespace foreignwords
