// SPDX-License-Identifier: GPL-3.0-or-later
// Frames and blocks (U+2500 to U+259F) drawn rather than taken from a font, so that they meet without gaps. GUI thread.
#pragma once

class QPainter;
class QRect;

namespace terminallines {
/// In the painter's pen colour; false where `code` is none that is drawn here.
bool draw(QPainter &painter, const QRect &cell, char32_t code);
} // namespace terminallines
