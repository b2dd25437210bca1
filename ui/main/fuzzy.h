// SPDX-License-Identifier: GPL-3.0-or-later
// How well a few typed letters fit a text. Pure; any thread.
#pragma once

#include <QStringView>

namespace fuzzy {
/// -1 where the letters do not all occur in order; the higher the better. Both case-folded already.
/// Whole words, beginnings of words and unbroken runs count most; short texts win over long ones.
int score(QStringView typed, QStringView text);
} // namespace fuzzy
