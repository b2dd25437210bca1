// SPDX-License-Identifier: GPL-3.0-or-later
// A key combination as a person writes it, such as "Ctrl+Alt+F5", and the keysyms that it stands for. Any thread.
#pragma once

#include <QList>
#include <QString>

namespace keycombination {
/// X11 keysyms in the order of pressing; empty where a word of it is not known.
QList<quint32> parse(const QString &text);
/// The combinations of a list that is parted by commas, as they were written; those not known are left out.
QStringList known(const QString &list);
} // namespace keycombination
