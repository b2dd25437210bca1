// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures to measure with: the same on every machine, without fonts.
#pragma once

#include <QImage>
#include <QList>

namespace screens {

/// A terminal with coloured words, as high as `size` plus one line for each of `lines` steps.
QImage textRoll(QSize size, int lines);
constexpr int lineHeight = 16;

/// Soft shapes that move, under noise as a camera's.
QImage videoFrame(QSize size, int number);

} // namespace screens
