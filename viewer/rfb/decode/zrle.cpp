// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/zrle.h"

#include "viewer/rfb/decode/pixelrows.h"

#include <array>
#include <cstring>

namespace rfb {

namespace {

constexpr int side = 64;
constexpr int mostColours = 127;
constexpr size_t capacity = 192 * 1024;
/// A tile of single pixels as runs, after a full palette.
constexpr size_t largestTile = 1 + 3 * mostColours + 4 * side * side;

enum Form : uchar { Raw = 0, Solid = 1, LargestPacked = 16, PlainRuns = 128, SmallestPaletteRuns = 130 };

struct Tile {
    quint32 *to;
    qsizetype stride;
    int width;
    int height;
};

/// The bytes of one tile. Every function gives false where they do not suffice or make no sense.
class TileReader final {
public:
    TileReader(const uchar *begin, const uchar *end)
        : m_at(begin)
        , m_end(end)
    {
    }
    const uchar *position() const { return m_at; }

    bool draw(const Tile &tile)
    {
        if (m_at == m_end)
            return false;
        const uchar form = *m_at++;
        if (form == Raw)
            return drawRaw(tile);
        if (form == Solid)
            return readPalette(1) && (fill(tile.to, tile.stride, tile.width, tile.height, m_palette[0]), true);
        if (form <= LargestPacked)
            return readPalette(form) && drawPacked(tile, form);
        if (form == PlainRuns)
            return drawRuns(tile, [this](quint32 &colour, int &length) { return plainRun(colour, length); });
        if (form < SmallestPaletteRuns)
            return false;
        return readPalette(form - PlainRuns)
               && drawRuns(tile, [this, size = form - PlainRuns](quint32 &colour, int &length) {
                      return paletteRun(size, colour, length);
                  });
    }

private:
    bool has(size_t count) const { return size_t(m_end - m_at) >= count; }

    bool readPalette(int size)
    {
        if (!has(3 * size_t(size)))
            return false;
        for (int i = 0; i < size; ++i, m_at += 3)
            m_palette[size_t(i)] = blueGreenRed(m_at);
        return true;
    }

    bool drawRaw(const Tile &tile)
    {
        if (!has(3 * size_t(tile.width) * size_t(tile.height)))
            return false;
        quint32 *line = tile.to;
        for (int y = 0; y < tile.height; ++y, line += tile.stride, m_at += 3 * tile.width)
            rowFromBlueGreenRed(line, m_at, tile.width);
        return true;
    }

    template<int bits>
    void drawPackedLines(const Tile &tile)
    {
        constexpr int perByte = 8 / bits;
        constexpr unsigned mask = (1u << bits) - 1;
        quint32 *line = tile.to;
        for (int y = 0; y < tile.height; ++y, line += tile.stride) {
            int x = 0;
            for (; x + perByte <= tile.width; x += perByte) {
                const unsigned byte = *m_at++;
                for (int i = 0; i < perByte; ++i)
                    line[x + i] = m_palette[byte >> (8 - bits - bits * i) & mask];
            }
            if (x < tile.width) {
                const unsigned byte = *m_at++;
                for (int i = 0; x < tile.width; ++x, ++i)
                    line[x] = m_palette[byte >> (8 - bits - bits * i) & mask];
            }
        }
    }

    bool drawPacked(const Tile &tile, int size)
    {
        const int bits = size == 2 ? 1 : size <= 4 ? 2 : 4;
        if (!has(size_t(tile.width * bits + 7) / 8 * size_t(tile.height)))
            return false;
        // Numbers beyond the palette are black.
        std::fill(m_palette.begin() + size, m_palette.begin() + LargestPacked, opaque);
        if (bits == 1)
            drawPackedLines<1>(tile);
        else if (bits == 2)
            drawPackedLines<2>(tile);
        else
            drawPackedLines<4>(tile);
        return true;
    }

    bool runLength(int &length)
    {
        length = 1;
        for (;;) {
            if (m_at == m_end)
                return false;
            const int part = *m_at++;
            length += part;
            if (part != 255)
                return true;
            if (length > side * side)
                return false;
        }
    }

    bool plainRun(quint32 &colour, int &length)
    {
        if (!has(4))
            return false;
        colour = blueGreenRed(m_at);
        m_at += 3;
        return runLength(length);
    }

    bool paletteRun(int size, quint32 &colour, int &length)
    {
        if (m_at == m_end)
            return false;
        const int number = *m_at++;
        const int index = number & 127;
        if (index >= size)
            return false;
        colour = m_palette[size_t(index)];
        length = 1;
        return number < 128 || runLength(length);
    }

    // Runs go on in the next line of the tile.
    template<class Next>
    bool drawRuns(const Tile &tile, Next next)
    {
        quint32 *line = tile.to;
        int x = 0;
        for (int left = tile.width * tile.height; left > 0;) {
            quint32 colour = 0;
            int length = 0;
            if (!next(colour, length) || length > left)
                return false;
            left -= length;
            while (length > 0) {
                const int now = std::min(length, tile.width - x);
                quint32 *to = line + x;
                for (int i = 0; i < now; ++i)
                    to[i] = colour;
                length -= now;
                x += now;
                if (x == tile.width) {
                    x = 0;
                    line += tile.stride;
                }
            }
        }
        return true;
    }

    const uchar *m_at;
    const uchar *const m_end;
    std::array<quint32, mostColours> m_palette;
};

} // namespace

ZrleDecoder::ZrleDecoder()
    : m_bytes(new uchar[capacity])
{
}

bool ZrleDecoder::refill(InflatedPiece &piece)
{
    std::memmove(m_bytes.get(), m_bytes.get() + m_begin, m_end - m_begin);
    m_end -= m_begin;
    m_begin = 0;
    size_t got = 0;
    if (!piece.read(m_bytes.get() + m_end, capacity - m_end, got))
        return false;
    m_end += got;
    return true;
}

Decoded ZrleDecoder::decode(ByteStream &source, const Canvas &canvas, const QRect &area, const Pause &pause)
{
    const uchar *length = source.take(4);
    if (!length)
        return Decoded::Ended;
    InflatedPiece piece(source, m_inflater, qFromBigEndian<quint32>(length));
    const auto failure = [&piece] { return piece.isBroken() ? Decoded::Broken : Decoded::Ended; };
    m_begin = m_end = 0;
    for (int y = 0; y < area.height(); y += side) {
        for (int x = 0; x < area.width(); x += side) {
            if (m_end - m_begin < largestTile && !refill(piece))
                return failure();
            const Tile tile{canvas.at(area.x() + x, area.y() + y), canvas.stride, std::min(side, area.width() - x),
                            std::min(side, area.height() - y)};
            TileReader reader(m_bytes.get() + m_begin, m_bytes.get() + m_end);
            if (!reader.draw(tile))
                return Decoded::Broken;
            m_begin = size_t(reader.position() - m_bytes.get());
        }
        pause();
    }
    if (m_begin != m_end)
        return Decoded::Broken;
    return piece.finish() ? Decoded::Done : failure();
}

} // namespace rfb
