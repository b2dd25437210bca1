// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalpalette.h"

#include <QPalette>

#include <cmath>

namespace {
constexpr TerminalPalette light{
    0xff1b1d22, 0xffffffff, 0xff1b1d22, 0xffbcd3fa, 0xffffe28a, 0xffffb454,
    {0xff1b1d22, 0xffc4322f, 0xff1e7d3f, 0xff8f6000, 0xff1f5fd6, 0xff8a3fb0, 0xff0f7580, 0xffb4b7be,
     0xff696d76, 0xffe04743, 0xff2a9a52, 0xffb57b00, 0xff3f7df0, 0xffa55bcc, 0xff1a93a0, 0xffe4e6ea}};
constexpr TerminalPalette dark{
    0xffe8eaee, 0xff16181c, 0xffe8eaee, 0xff2f4f86, 0xff6b5416, 0xffa8741a,
    {0xff3b4048, 0xfff0685f, 0xff4fbf7b, 0xffd9a441, 0xff6aa3ff, 0xffc38cf0, 0xff4cc3cf, 0xffc6cad2,
     0xff767c87, 0xffff8f87, 0xff77d99c, 0xffefc36a, 0xff94bdff, 0xffd8b0fa, 0xff7cdbe5, 0xffffffff}};

double luminance(QRgb colour)
{
    const auto part = [](int value) {
        const double c = value / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(qRed(colour)) + 0.7152 * part(qGreen(colour)) + 0.0722 * part(qBlue(colour));
}

double contrast(QRgb a, QRgb b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}
} // namespace

TerminalPalette TerminalPalette::of(const QPalette &window)
{
    const bool isDark = window.color(QPalette::Window).lightnessF() < window.color(QPalette::WindowText).lightnessF();
    return isDark ? dark : light;
}

QRgb TerminalPalette::mix(QRgb a, QRgb b, double part)
{
    const auto blend = [part](int x, int y) { return int(x + (y - x) * part + 0.5); };
    return qRgb(blend(qRed(a), qRed(b)), blend(qGreen(a), qGreen(b)), blend(qBlue(a), qBlue(b)));
}

QRgb TerminalPalette::legible(QRgb ink, QRgb ground)
{
    constexpr double enough = 2.4;
    if (ink == ground || contrast(ink, ground) >= enough)
        return ink; // the same on the same is meant not to be seen
    const QRgb away = luminance(ground) > 0.3 ? qRgb(0, 0, 0) : qRgb(255, 255, 255);
    for (const double part : {0.25, 0.45, 0.65}) {
        if (const auto moved = mix(ink, away, part); contrast(moved, ground) >= enough)
            return moved;
    }
    return away;
}

QRgb TerminalPalette::indexed(int index) const
{
    if (index < 16)
        return named[size_t(index)];
    if (index >= 232) {
        const int grey = 8 + 10 * (index - 232);
        return qRgb(grey, grey, grey);
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + 40 * step; };
    return qRgb(level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6));
}

QRgb TerminalPalette::foreground(TerminalColour colour) const
{
    switch (colour.kind()) {
    case TerminalColour::Kind::Indexed: return indexed(colour.index());
    case TerminalColour::Kind::Rgb: return qRgb(int(colour.red()), int(colour.green()), int(colour.blue()));
    case TerminalColour::Kind::Default: break;
    }
    return text;
}

QRgb TerminalPalette::background(TerminalColour colour) const
{
    return colour.kind() == TerminalColour::Kind::Default ? ground : foreground(colour);
}
