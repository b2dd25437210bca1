// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/hextile.h"

#include <cstring>

namespace rfb {

namespace {

enum Flag : uchar { Raw = 1, Background = 2, Foreground = 4, Rectangles = 8, Coloured = 16 };
constexpr int side = 16;

struct Colours {
    quint32 background = opaque;
    quint32 foreground = opaque;
};

struct Tile {
    quint32 *to;
    qsizetype stride;
    int width;
    int height;
};

void fillTile(const Tile &tile, quint32 colour)
{
    if (tile.width != side) {
        fill(tile.to, tile.stride, tile.width, tile.height, colour);
        return;
    }
    quint32 *line = tile.to;
    for (int y = 0; y < tile.height; ++y, line += tile.stride)
        std::fill_n(line, side, colour);
}

void copyRaw(const Tile &tile, const uchar *from)
{
    quint32 *line = tile.to;
    for (int y = 0; y < tile.height; ++y, line += tile.stride) {
        for (int x = 0; x < tile.width; ++x, from += 4)
            line[x] = pixelAt(from);
    }
}

// What leaves the tile is cut off.
void drawRectangle(const Tile &tile, const uchar *place, quint32 colour)
{
    const int x = place[0] >> 4;
    const int y = place[0] & 15;
    const int width = std::min((place[1] >> 4) + 1, tile.width - x);
    const int height = std::min((place[1] & 15) + 1, tile.height - y);
    quint32 *line = tile.to + y * tile.stride + x;
    for (int i = 0; i < height; ++i, line += tile.stride) {
        for (int j = 0; j < width; ++j)
            line[j] = colour;
    }
}

/// How many bytes it took; 0 where they are not all there yet, and then it may have drawn some.
size_t drawTile(const uchar *begin, const uchar *end, const Tile &tile, Colours &colours)
{
    const auto has = [&end](const uchar *at, size_t count) { return size_t(end - at) >= count; };
    const uchar *at = begin;
    if (!has(at, 1))
        return 0;
    const uchar flags = *at++;
    if (flags & Raw) {
        const auto bytes = 4 * size_t(tile.width) * size_t(tile.height);
        if (!has(at, bytes))
            return 0;
        copyRaw(tile, at);
        return 1 + bytes;
    }
    const size_t head = (flags & Background ? 4 : 0) + (flags & Foreground ? 4 : 0) + (flags & Rectangles ? 1 : 0);
    if (!has(at, head))
        return 0;
    Colours now = colours;
    if (flags & Background) {
        now.background = pixelAt(at);
        at += 4;
    }
    if (flags & Foreground) {
        now.foreground = pixelAt(at);
        at += 4;
    }
    if (flags & Rectangles) {
        const size_t count = *at++;
        const size_t each = flags & Coloured ? 6 : 2;
        if (!has(at, count * each))
            return 0;
        fillTile(tile, now.background);
        for (size_t i = 0; i < count; ++i, at += each)
            drawRectangle(tile, at + each - 2, flags & Coloured ? pixelAt(at) : now.foreground);
    } else {
        fillTile(tile, now.background);
    }
    colours = now;
    return size_t(at - begin);
}

} // namespace

Decoded decodeHextile(ByteStream &source, const Canvas &canvas, const QRect &area, const Pause &pause)
{
    Colours colours;
    for (int y = 0; y < area.height(); y += side) {
        for (int x = 0; x < area.width(); x += side) {
            const Tile tile{canvas.at(area.x() + x, area.y() + y), canvas.stride, std::min(side, area.width() - x),
                            std::min(side, area.height() - y)};
            size_t taken = 0;
            while ((taken = drawTile(source.begin(), source.end(), tile, colours)) == 0) {
                if (!source.more())
                    return Decoded::Ended;
            }
            source.consume(taken);
        }
        pause();
    }
    return Decoded::Done;
}

} // namespace rfb
