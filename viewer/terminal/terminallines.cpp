// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminallines.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cstdint>

namespace {
/// Which arms a frame has and how heavy: left, up, right, down as 0 none, 1 light, 2 heavy, 3 double; 0x… per digit.
constexpr std::uint16_t arms(int left, int up, int right, int down)
{
    return std::uint16_t(left << 12 | up << 8 | right << 4 | down);
}

struct Frame {
    char32_t code;
    std::uint16_t arms;
};

constexpr std::array frames{
    Frame{0x2500, arms(1, 0, 1, 0)}, Frame{0x2501, arms(2, 0, 2, 0)}, Frame{0x2502, arms(0, 1, 0, 1)}, Frame{0x2503, arms(0, 2, 0, 2)},
    Frame{0x250c, arms(0, 0, 1, 1)}, Frame{0x250f, arms(0, 0, 2, 2)}, Frame{0x2510, arms(1, 0, 0, 1)}, Frame{0x2513, arms(2, 0, 0, 2)},
    Frame{0x2514, arms(0, 1, 1, 0)}, Frame{0x2517, arms(0, 2, 2, 0)}, Frame{0x2518, arms(1, 1, 0, 0)}, Frame{0x251b, arms(2, 2, 0, 0)},
    Frame{0x251c, arms(0, 1, 1, 1)}, Frame{0x2523, arms(0, 2, 2, 2)}, Frame{0x2524, arms(1, 1, 0, 1)}, Frame{0x252b, arms(2, 2, 0, 2)},
    Frame{0x252c, arms(1, 0, 1, 1)}, Frame{0x2533, arms(2, 0, 2, 2)}, Frame{0x2534, arms(1, 1, 1, 0)}, Frame{0x253b, arms(2, 2, 2, 0)},
    Frame{0x253c, arms(1, 1, 1, 1)}, Frame{0x254b, arms(2, 2, 2, 2)}, Frame{0x2550, arms(3, 0, 3, 0)}, Frame{0x2551, arms(0, 3, 0, 3)},
    Frame{0x2554, arms(0, 0, 3, 3)}, Frame{0x2557, arms(3, 0, 0, 3)}, Frame{0x255a, arms(0, 3, 3, 0)}, Frame{0x255d, arms(3, 3, 0, 0)},
    Frame{0x2560, arms(0, 3, 3, 3)}, Frame{0x2563, arms(3, 3, 0, 3)}, Frame{0x2566, arms(3, 0, 3, 3)}, Frame{0x2569, arms(3, 3, 3, 0)},
    Frame{0x256c, arms(3, 3, 3, 3)}, Frame{0x256d, arms(0, 0, 1, 1)}, Frame{0x256e, arms(1, 0, 0, 1)}, Frame{0x256f, arms(1, 1, 0, 0)},
    Frame{0x2570, arms(0, 1, 1, 0)}, Frame{0x2574, arms(1, 0, 0, 0)}, Frame{0x2575, arms(0, 1, 0, 0)}, Frame{0x2576, arms(0, 0, 1, 0)},
    Frame{0x2577, arms(0, 0, 0, 1)}};

/// One arm from the middle to an edge, or both strokes of a double one.
void drawArm(QPainter &painter, const QRect &cell, int side, int weight, int stroke, const QColor &ink)
{
    const auto middle = cell.center();
    const int thick = weight == 2 ? 2 * stroke : stroke;
    const auto line = [&](int shift, int width) {
        const int half = width / 2;
        switch (side) {
        case 0: painter.fillRect(QRect(QPoint(cell.left(), middle.y() - half + shift), QPoint(middle.x() + half, middle.y() - half + shift + width - 1)), ink); break;
        case 1: painter.fillRect(QRect(QPoint(middle.x() - half + shift, cell.top()), QPoint(middle.x() - half + shift + width - 1, middle.y() + half)), ink); break;
        case 2: painter.fillRect(QRect(QPoint(middle.x() - half, middle.y() - half + shift), QPoint(cell.right(), middle.y() - half + shift + width - 1)), ink); break;
        default: painter.fillRect(QRect(QPoint(middle.x() - half + shift, middle.y() - half), QPoint(middle.x() - half + shift + width - 1, cell.bottom())), ink); break;
        }
    };
    if (weight == 3) {
        line(-stroke, stroke);
        line(stroke, stroke);
    } else {
        line(0, thick);
    }
}

bool drawBlock(QPainter &painter, const QRect &cell, char32_t code, const QColor &ink)
{
    const auto part = [](int whole, int eighths) { return (whole * eighths + 4) / 8; };
    if (code == 0x2580) {
        painter.fillRect(QRect(cell.topLeft(), QSize(cell.width(), part(cell.height(), 4))), ink);
    } else if (code >= 0x2581 && code <= 0x2588) {
        const int height = part(cell.height(), int(code - 0x2580));
        painter.fillRect(QRect(cell.left(), cell.bottom() + 1 - height, cell.width(), height), ink);
    } else if (code >= 0x2589 && code <= 0x258f) {
        painter.fillRect(QRect(cell.left(), cell.top(), part(cell.width(), int(0x2590 - code)), cell.height()), ink);
    } else if (code == 0x2590) {
        const int left = part(cell.width(), 4);
        painter.fillRect(cell.adjusted(left, 0, 0, 0), ink);
    } else if (code >= 0x2591 && code <= 0x2593) {
        auto thin = ink;
        thin.setAlphaF(0.25F * float(code - 0x2590));
        painter.fillRect(cell, thin);
    } else {
        return false;
    }
    return true;
}
} // namespace

bool terminallines::draw(QPainter &painter, const QRect &cell, char32_t code)
{
    if (code < 0x2500 || code > 0x259f)
        return false;
    const auto ink = painter.pen().color();
    if (code >= 0x2580)
        return drawBlock(painter, cell, code, ink);
    const auto found = std::lower_bound(frames.begin(), frames.end(), code, [](const Frame &frame, char32_t wanted) { return frame.code < wanted; });
    if (found == frames.end() || found->code != code)
        return false;
    const int stroke = std::max(1, cell.width() / 8);
    for (int side = 0; side < 4; ++side) {
        if (const int weight = (found->arms >> (12 - 4 * side)) & 0xf)
            drawArm(painter, cell, side, weight, stroke, ink);
    }
    return true;
}
