// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/screens.h"

#include <array>
#include <cmath>
#include <random>

namespace {

constexpr int glyphWidth = 8;
using Glyph = std::array<quint8, screens::lineHeight>;

// Strokes of a pixel or two, with room above and below: to an encoder that is text.
QList<Glyph> alphabet(std::mt19937 &random)
{
    QList<Glyph> glyphs;
    for (int i = 0; i < 64; ++i) {
        Glyph glyph{};
        for (int stroke = 0; stroke < 3; ++stroke) {
            if (random() % 2) {
                const auto row = 3 + random() % 9;
                glyph[row] = quint8(glyph[row] | 0x7e);
            } else {
                const auto mask = quint8(0x60 >> random() % 5);
                for (auto row = 3 + random() % 4; row < 12; ++row)
                    glyph[row] = quint8(glyph[row] | mask);
            }
        }
        glyphs.append(glyph);
    }
    return glyphs;
}

} // namespace

QImage screens::textRoll(QSize size, int lines)
{
    std::mt19937 random(2026);
    const QList<Glyph> glyphs = alphabet(random);
    constexpr std::array<QRgb, 8> inks = {0xffd0d0d0, 0xffd0d0d0, 0xffd0d0d0, 0xff80c0ff,
                                          0xff90d070, 0xffe0b050, 0xffe07070, 0xffc090e0};
    QImage image(size.width(), size.height() + lines * lineHeight, QImage::Format_RGB32);
    image.fill(0xff101418);
    for (int top = 0; top + lineHeight <= image.height(); top += lineHeight) {
        const int end = int(random() % unsigned(size.width() / glyphWidth));
        int column = 0;
        while (column < end) {
            const QRgb ink = inks[random() % inks.size()];
            for (auto letters = 1 + random() % 9; letters > 0 && column < end; --letters, ++column) {
                const Glyph &glyph = glyphs.at(qsizetype(random() % 64));
                for (int y = 0; y < lineHeight; ++y) {
                    auto *line = reinterpret_cast<QRgb *>(image.scanLine(top + y)) + column * glyphWidth;
                    for (int x = 0; x < glyphWidth; ++x) {
                        if (glyph[size_t(y)] & (0x80 >> x))
                            line[x] = ink;
                    }
                }
            }
            ++column;
        }
    }
    return image;
}

QImage screens::videoFrame(QSize size, int number)
{
    std::mt19937 random(unsigned(number) + 1);
    QImage image(size, QImage::Format_RGB32);
    const double time = number * 0.2;
    std::vector<int> across(static_cast<size_t>(size.width()));
    for (int x = 0; x < size.width(); ++x)
        across[size_t(x)] = int(60 * std::sin(x / 170.0 + time));
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const int down = int(50 * std::cos(y / 130.0 - time));
        for (int x = 0; x < size.width(); ++x) {
            const auto noise = random();
            const int light = 120 + across[size_t(x)] + down;
            line[x] = qRgb(qBound(0, light + int(noise & 7), 255), qBound(0, light - down + int(noise >> 8 & 7), 255),
                           qBound(0, 200 - light + int(noise >> 16 & 7), 255));
        }
    }
    return image;
}
