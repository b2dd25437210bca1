// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalstyling.h"

#include <algorithm>
#include <optional>

namespace {
using S = TerminalStyle;

struct Arguments {
    const int *values;
    const bool *joined;
    int count;

    int at(int i) const { return i < count ? std::max(values[i], 0) : 0; }
    bool isJoined(int i) const { return i < count && joined[i]; }
    /// The first behind `i` that belongs to something else.
    int endOf(int i) const
    {
        ++i;
        while (isJoined(i))
            ++i;
        return i;
    }
};

std::uint8_t byteOf(int value)
{
    return std::uint8_t(std::clamp(value, 0, 255));
}

/// What follows 38 or 48; leaves `i` behind it.
std::optional<TerminalColour> colourAt(const Arguments &given, int &i)
{
    const bool colons = given.isJoined(i + 1);
    const int end = colons ? given.endOf(i) : given.count;
    const int kind = given.at(i + 1);
    const int start = i + 2;
    const int have = std::max(0, end - start);
    if (kind == 5) {
        i = colons ? end : std::min(start + 1, given.count);
        return have < 1 ? std::nullopt : std::optional(TerminalColour::indexed(byteOf(given.at(start))));
    }
    if (kind == 2) {
        // With colons a colour space may stand before the three.
        const int first = colons && have > 3 ? start + 1 : start;
        i = colons ? end : std::min(start + 3, given.count);
        if (end - first < 3)
            return std::nullopt;
        return TerminalColour::rgb(byteOf(given.at(first)), byteOf(given.at(first + 1)), byteOf(given.at(first + 2)));
    }
    i = colons ? end : std::min(i + 2, given.count);
    return std::nullopt;
}

void set(S &style, unsigned flags, unsigned off = 0)
{
    style.flags = std::uint16_t((style.flags & ~off) | flags);
}

void underline(S &style, int kind)
{
    set(style, kind == 0 ? 0U : unsigned(kind == 2 ? S::DoubleUnderline : S::Underline), S::Underline | S::DoubleUnderline);
}

void simple(S &style, int value)
{
    switch (value) {
    case 0: style = {}; return;
    case 1: set(style, S::Bold); return;
    case 2: set(style, S::Faint); return;
    case 3: set(style, S::Italic); return;
    case 4: underline(style, 1); return;
    case 5:
    case 6: set(style, S::Blink); return;
    case 7: set(style, S::Reverse); return;
    case 8: set(style, S::Hidden); return;
    case 9: set(style, S::Strike); return;
    case 21: underline(style, 2); return;
    case 22: set(style, 0, S::Bold | S::Faint); return;
    case 23: set(style, 0, S::Italic); return;
    case 24: underline(style, 0); return;
    case 25: set(style, 0, S::Blink); return;
    case 27: set(style, 0, S::Reverse); return;
    case 28: set(style, 0, S::Hidden); return;
    case 29: set(style, 0, S::Strike); return;
    case 39: style.foreground = {}; return;
    case 49: style.background = {}; return;
    default: break;
    }
    if (value >= 30 && value <= 37)
        style.foreground = TerminalColour::indexed(std::uint8_t(value - 30));
    else if (value >= 40 && value <= 47)
        style.background = TerminalColour::indexed(std::uint8_t(value - 40));
    else if (value >= 90 && value <= 97)
        style.foreground = TerminalColour::indexed(std::uint8_t(value - 90 + 8));
    else if (value >= 100 && value <= 107)
        style.background = TerminalColour::indexed(std::uint8_t(value - 100 + 8));
}
} // namespace

void applyStyling(TerminalStyle &style, const int *arguments, const bool *joined, int count)
{
    const Arguments given{arguments, joined, count};
    int i = 0;
    while (i < count) {
        const int value = given.at(i);
        if (value == 38 || value == 48 || value == 58) {
            const auto colour = colourAt(given, i);
            if (colour && value != 58)
                (value == 38 ? style.foreground : style.background) = *colour;
        } else if (value == 4 && given.isJoined(i + 1)) {
            underline(style, given.at(i + 1));
            i = given.endOf(i);
        } else {
            simple(style, value);
            i = given.endOf(i);
        }
    }
}
