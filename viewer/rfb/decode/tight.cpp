// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/tight.h"

#include "viewer/rfb/decode/pixelrows.h"

#include <cstring>
#include <optional>
#include <vector>

namespace rfb {

namespace {

constexpr size_t capacity = 256 * 1024;
constexpr size_t smallestCompressed = 12;
enum Control { ExplicitFilter = 4, Fill = 8, Jpeg = 9 };
enum Filter : uchar { Copy = 0, Palette = 1, Gradient = 2 };

/// Seven bits a byte, lowest first, in at most three; the third has eight.
std::optional<quint32> compactLength(ByteStream &source)
{
    quint32 length = 0;
    for (int i = 0; i < 3; ++i) {
        const uchar *byte = source.take(1);
        if (!byte)
            return {};
        length |= quint32(i == 2 ? *byte : *byte & 127) << 7 * i;
        if (*byte < 128)
            break;
    }
    return length;
}

void drawMono(quint32 *line, const uchar *from, int width, const quint32 *palette)
{
    int x = 0;
    for (; x + 8 <= width; x += 8) {
        const unsigned byte = *from++;
        for (int i = 0; i < 8; ++i)
            line[x + i] = palette[byte >> (7 - i) & 1];
    }
    for (int i = 0; x < width; ++x, ++i)
        line[x] = palette[unsigned(*from) >> (7 - i) & 1];
}

/// Each channel is its difference to left + above - above left, kept within a byte.
void drawGradient(quint32 *line, const uchar *from, int width, const quint32 *above)
{
    int left[3] = {};
    int corner[3] = {};
    for (int x = 0; x < width; ++x, from += 3) {
        const quint32 top = above ? above[x] : 0;
        quint32 pixel = opaque;
        for (int i = 0; i < 3; ++i) {
            const int shift = 16 - 8 * i;
            const int up = int(top >> shift & 0xff);
            const int guess = std::clamp(left[i] + up - corner[i], 0, 255);
            left[i] = (from[i] + guess) & 0xff;
            corner[i] = up;
            pixel |= quint32(left[i]) << shift;
        }
        line[x] = pixel;
    }
}

} // namespace

TightDecoder::TightDecoder()
    : m_bytes(new uchar[capacity])
{
}

Decoded TightDecoder::decode(ByteStream &source, const Canvas &canvas, const QRect &area, const Pause &pause)
{
    const uchar *byte = source.take(1);
    if (!byte)
        return Decoded::Ended;
    const int resets = *byte & 15;
    const int control = *byte >> 4;
    for (size_t i = 0; i < m_streams.size(); ++i) {
        if (resets & 1 << i && m_streams[i])
            m_streams[i]->reset();
    }
    const auto outcome = control == Fill ? decodeFill(source, canvas, area)
        : control == Jpeg                ? decodeJpeg(source, canvas, area)
        : control < Fill                 ? decodeBasic(source, canvas, area, control)
                                         : Decoded::Broken;
    pause();
    return outcome;
}

Decoded TightDecoder::decodeFill(ByteStream &source, const Canvas &canvas, const QRect &area)
{
    const uchar *colour = source.take(3);
    if (!colour)
        return Decoded::Ended;
    fill(canvas.at(area.x(), area.y()), canvas.stride, area.width(), area.height(), redGreenBlue(colour));
    return Decoded::Done;
}

Decoded TightDecoder::decodeJpeg(ByteStream &source, const Canvas &canvas, const QRect &area)
{
    const auto length = compactLength(source);
    if (!length)
        return Decoded::Ended;
    std::vector<uchar> large;
    const uchar *bytes = nullptr;
    if (*length <= ByteStream::capacity) {
        bytes = source.take(*length);
    } else {
        large.resize(*length);
        bytes = source.read(large.data(), large.size()) ? large.data() : nullptr;
    }
    if (!bytes)
        return Decoded::Ended;
    return m_jpeg.decode(bytes, *length, canvas, area) ? Decoded::Done : Decoded::Broken;
}

// Lines in pieces that fit the buffer; `draw(line number, bytes)` for each.
template<class Draw>
Decoded TightDecoder::drawLines(ByteStream &source, int stream, size_t lineBytes, int lines, Draw draw)
{
    const size_t all = lineBytes * size_t(lines);
    if (all < smallestCompressed) {
        const uchar *bytes = source.take(all);
        for (int y = 0; bytes && y < lines; ++y)
            draw(y, bytes + size_t(y) * lineBytes);
        return bytes ? Decoded::Done : Decoded::Ended;
    }
    if (lineBytes > capacity)
        return Decoded::Broken;
    const auto length = compactLength(source);
    if (!length)
        return Decoded::Ended;
    auto &inflater = m_streams[size_t(stream)];
    if (!inflater)
        inflater = std::make_unique<Inflater>();
    InflatedPiece piece(source, *inflater, *length);
    const auto failure = [&piece] { return piece.isBroken() ? Decoded::Broken : Decoded::Ended; };
    for (int y = 0; y < lines;) {
        const int now = std::min(lines - y, int(capacity / lineBytes));
        size_t got = 0;
        if (!piece.read(m_bytes.get(), size_t(now) * lineBytes, got))
            return failure();
        if (got < size_t(now) * lineBytes)
            return Decoded::Broken;
        for (int i = 0; i < now; ++i, ++y)
            draw(y, m_bytes.get() + size_t(i) * lineBytes);
    }
    return piece.finish() ? Decoded::Done : failure();
}

Decoded TightDecoder::decodeBasic(ByteStream &source, const Canvas &canvas, const QRect &area, int control)
{
    const int stream = control & 3;
    const int width = area.width();
    uchar filter = Copy;
    if (control & ExplicitFilter) {
        const uchar *byte = source.take(1);
        if (!byte)
            return Decoded::Ended;
        filter = *byte;
    }
    const auto line = [&](int y) { return canvas.at(area.x(), area.y() + y); };
    const auto wide = size_t(width);
    if (filter == Copy) {
        return drawLines(source, stream, 3 * wide, area.height(),
                         [&](int y, const uchar *bytes) { rowFromRedGreenBlue(line(y), bytes, width); });
    }
    if (filter == Gradient) {
        return drawLines(source, stream, 3 * wide, area.height(), [&](int y, const uchar *bytes) {
            drawGradient(line(y), bytes, width, y > 0 ? line(y - 1) : nullptr);
        });
    }
    if (filter != Palette)
        return Decoded::Broken;
    const uchar *byte = source.take(1);
    if (!byte)
        return Decoded::Ended;
    const int size = *byte + 1;
    const uchar *colours = source.take(3 * size_t(size));
    if (!colours)
        return Decoded::Ended;
    std::array<quint32, 256> palette;
    palette.fill(opaque); // numbers beyond the palette are black
    rowFromRedGreenBlue(palette.data(), colours, size);
    if (size <= 2) {
        return drawLines(source, stream, (wide + 7) / 8, area.height(),
                         [&](int y, const uchar *bytes) { drawMono(line(y), bytes, width, palette.data()); });
    }
    return drawLines(source, stream, wide, area.height(), [&](int y, const uchar *bytes) {
        quint32 *to = line(y);
        for (int x = 0; x < width; ++x)
            to[x] = palette[bytes[x]];
    });
}

} // namespace rfb
