// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rfbencoders.h"

#include <QHash>
#include <QList>

#include <cstdio>

#include <jpeglib.h>
#include <zlib.h>

namespace rfbencoders {

namespace {

constexpr quint32 colourMask = 0xffffff;

quint32 at(const QImage &image, int x, int y)
{
    return reinterpret_cast<const quint32 *>(image.constScanLine(y))[x] & colourMask;
}

QByteArray pixel(quint32 colour, int bytes)
{
    return QByteArray(reinterpret_cast<const char *>(&colour), bytes);
}

QByteArray redGreenBlue(quint32 colour)
{
    const char bytes[] = {char(colour >> 16), char(colour >> 8), char(colour)};
    return QByteArray(bytes, 3);
}

QByteArray raw(const QImage &image, int bytes)
{
    QByteArray out;
    out.reserve(qsizetype(image.width()) * image.height() * bytes);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            out += pixel(at(image, x, y), bytes);
    }
    return out;
}

/// Colours by falling frequency; empty where there are more than `most`.
QList<quint32> palette(const QImage &image, int most)
{
    QHash<quint32, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ++counts[at(image, x, y)];
            if (counts.size() > most)
                return {};
        }
    }
    QList<quint32> colours = counts.keys();
    std::sort(colours.begin(), colours.end(), [&](quint32 one, quint32 other) {
        return counts[one] != counts[other] ? counts[one] > counts[other] : one < other;
    });
    return colours;
}

struct Run {
    quint32 colour;
    int length;
};

QList<Run> runs(const QImage &image)
{
    QList<Run> all;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const quint32 colour = at(image, x, y);
            if (!all.isEmpty() && all.constLast().colour == colour)
                ++all.last().length;
            else
                all.append({colour, 1});
        }
    }
    return all;
}

// Hextile.

struct Patch {
    quint32 colour;
    int x, y, width, height;
};

QList<Patch> patches(const QImage &tile, quint32 background)
{
    QList<Patch> all;
    QImage left = tile.copy();
    for (int y = 0; y < left.height(); ++y) {
        for (int x = 0; x < left.width(); ++x) {
            const quint32 colour = at(left, x, y);
            if (colour == background)
                continue;
            int width = 1;
            while (x + width < left.width() && at(left, x + width, y) == colour)
                ++width;
            const auto same = [&](int line) {
                for (int i = 0; i < width; ++i) {
                    if (at(left, x + i, line) != colour)
                        return false;
                }
                return true;
            };
            int height = 1;
            while (y + height < left.height() && same(y + height))
                ++height;
            for (int line = y; line < y + height; ++line) {
                for (int i = 0; i < width; ++i)
                    reinterpret_cast<quint32 *>(left.scanLine(line))[x + i] = background;
            }
            all.append({colour, x, y, width, height});
        }
    }
    return all;
}

struct HextileState {
    bool known = false;
    quint32 background = 0;
    bool foregroundKnown = false;
    quint32 foreground = 0;
};

QByteArray hextileTile(const QImage &tile, HextileState &state, Choice choice)
{
    const QByteArray plain = QByteArray(1, '\x01') + raw(tile, 4);
    const QList<quint32> colours = palette(tile, 256);
    const QList<Patch> all = patches(tile, colours.constFirst());
    const bool coloured = colours.size() > 2;
    char flags = 0;
    QByteArray body;
    if (!state.known || state.background != colours.constFirst() || choice.below(4) == 1) {
        flags |= 2;
        body += pixel(colours.constFirst(), 4);
    }
    if (!all.isEmpty()) {
        flags |= 8;
        if (coloured) {
            flags |= 16;
        } else if (!state.foregroundKnown || state.foreground != colours.at(1) || choice.below(4) == 1) {
            flags |= 4;
            body += pixel(colours.at(1), 4);
        }
        body += char(all.size());
        for (const Patch &each : all) {
            if (coloured)
                body += pixel(each.colour, 4);
            body += char(each.x << 4 | each.y);
            body += char((each.width - 1) << 4 | (each.height - 1));
        }
    }
    if (all.size() > 255 || body.size() + 1 > plain.size() || choice.below(6) == 1) {
        state = {};
        return plain;
    }
    state.known = true;
    state.background = colours.constFirst();
    state.foregroundKnown = !coloured && (state.foregroundKnown || !all.isEmpty());
    if (!coloured && !all.isEmpty())
        state.foreground = colours.at(1);
    return QByteArray(1, flags) + body;
}

// ZRLE.

QByteArray runLength(int length)
{
    return QByteArray((length - 1) / 255, '\xff') + char((length - 1) % 255);
}

QByteArray plainRuns(const QImage &tile)
{
    QByteArray out(1, char(128));
    for (const Run &run : runs(tile))
        out += pixel(run.colour, 3) + runLength(run.length);
    return out;
}

QByteArray paletteRuns(const QImage &tile, const QList<quint32> &colours)
{
    QByteArray out(1, char(128 + colours.size()));
    for (const quint32 each : colours)
        out += pixel(each, 3);
    for (const Run &run : runs(tile)) {
        const auto index = colours.indexOf(run.colour);
        out += run.length == 1 ? QByteArray(1, char(index)) : char(index | 128) + runLength(run.length);
    }
    return out;
}

QByteArray packed(const QImage &image, const QList<quint32> &colours, int bits)
{
    QByteArray out;
    for (int y = 0; y < image.height(); ++y) {
        int filled = 0;
        uchar byte = 0;
        for (int x = 0; x < image.width(); ++x) {
            byte = uchar(byte << bits | colours.indexOf(at(image, x, y)));
            filled += bits;
            if (filled == 8) {
                out += char(byte);
                filled = byte = 0;
            }
        }
        if (filled > 0)
            out += char(byte << (8 - filled));
    }
    return out;
}

QByteArray packedPalette(const QImage &tile, const QList<quint32> &colours)
{
    QByteArray out(1, char(colours.size()));
    for (const quint32 each : colours)
        out += pixel(each, 3);
    return out + packed(tile, colours, colours.size() == 2 ? 1 : colours.size() <= 4 ? 2 : 4);
}

QByteArray zrleTile(const QImage &tile, Choice choice)
{
    const QList<quint32> colours = palette(tile, 127);
    if (colours.size() == 1)
        return QByteArray(1, '\x01') + pixel(colours.constFirst(), 3);
    QList<QByteArray> forms{QByteArray(1, '\0') + raw(tile, 3), plainRuns(tile)};
    if (!colours.isEmpty())
        forms += paletteRuns(tile, colours);
    if (!colours.isEmpty() && colours.size() <= 16)
        forms += packedPalette(tile, colours);
    if (choice.isRandom())
        return forms.at(choice.below(int(forms.size())));
    return *std::min_element(forms.cbegin(), forms.cend(),
                             [](const QByteArray &one, const QByteArray &other) { return one.size() < other.size(); });
}

template<class Encode>
QByteArray tiles(const QImage &image, int side, Encode encode)
{
    QByteArray out;
    for (int y = 0; y < image.height(); y += side) {
        for (int x = 0; x < image.width(); x += side)
            out += encode(image.copy(QRect(x, y, side, side) & image.rect()));
    }
    return out;
}

// Tight.

QByteArray compactLength(qsizetype length)
{
    QByteArray out;
    for (int i = 0; i < 2 && length > 127; ++i, length >>= 7)
        out += char((length & 127) | 128);
    return out + char(length);
}

QByteArray allRedGreenBlue(const QImage &image)
{
    QByteArray out;
    out.reserve(qsizetype(image.width()) * image.height() * 3);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            out += redGreenBlue(at(image, x, y));
    }
    return out;
}

QByteArray gradient(const QImage &image)
{
    const auto channel = [&](int x, int y, int shift) {
        return x < 0 || y < 0 ? 0 : int(at(image, x, y) >> shift & 0xff);
    };
    QByteArray out;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            for (const int shift : {16, 8, 0}) {
                const int guess = channel(x - 1, y, shift) + channel(x, y - 1, shift) - channel(x - 1, y - 1, shift);
                out += char(channel(x, y, shift) - qBound(0, guess, 255));
            }
        }
    }
    return out;
}

QByteArray indices(const QImage &image, const QList<quint32> &colours)
{
    QHash<quint32, char> index;
    for (qsizetype i = 0; i < colours.size(); ++i)
        index.insert(colours.at(i), char(i));
    QByteArray out;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            out += index.value(at(image, x, y));
    }
    return out;
}

} // namespace

class Deflater::Private {
public:
    z_stream stream{};
};

Deflater::Deflater(int level)
    : d(std::make_unique<Private>())
{
    deflateInit(&d->stream, level);
}

Deflater::~Deflater()
{
    deflateEnd(&d->stream);
}

QByteArray Deflater::compress(const QByteArray &bytes, bool fresh)
{
    QByteArray out(qsizetype(deflateBound(&d->stream, uLong(bytes.size()))) + 64, Qt::Uninitialized);
    d->stream.next_out = reinterpret_cast<Bytef *>(out.data());
    d->stream.avail_out = uInt(out.size());
    if (fresh) {
        d->stream.avail_in = 0;
        deflate(&d->stream, Z_FULL_FLUSH);
    }
    d->stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    d->stream.avail_in = uInt(bytes.size());
    deflate(&d->stream, Z_SYNC_FLUSH);
    out.truncate(out.size() - d->stream.avail_out);
    return out;
}

QByteArray hextile(const QImage &image, Choice choice)
{
    HextileState state;
    return tiles(image, 16, [&](const QImage &tile) { return hextileTile(tile, state, choice); });
}

QByteArray zrleTiles(const QImage &image, Choice choice)
{
    return tiles(image, 64, [&](const QImage &tile) { return zrleTile(tile, choice); });
}

QByteArray Zrle::encode(const QImage &image, Choice choice, bool fresh)
{
    const QByteArray bytes = m_stream.compress(zrleTiles(image, choice), fresh);
    const auto size = quint32(bytes.size());
    const char length[] = {char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
    return QByteArray(length, 4) + bytes;
}

QByteArray Tight::basic(int stream, const QByteArray &filter, const QByteArray &bytes, Choice choice, bool fresh)
{
    constexpr qsizetype smallestCompressed = 12;
    const bool reset = m_streams[stream] && choice.below(5) == 1;
    if (!m_streams[stream] || reset)
        m_streams[stream] = std::make_unique<Deflater>();
    QByteArray out(1, char(stream << 4 | (filter.isEmpty() ? 0 : 0x40) | (reset ? 1 << stream : 0)));
    out += filter;
    if (bytes.size() < smallestCompressed)
        return out + bytes;
    const QByteArray compressed = m_streams[stream]->compress(bytes, fresh);
    return out + compactLength(compressed.size()) + compressed;
}

QByteArray Tight::jpeg(const QImage &image) const
{
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = JDIMENSION(image.width());
    jpeg.image_height = JDIMENSION(image.height());
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, m_quality, TRUE);
    if (m_chroma == Chroma::None)
        jpeg_set_colorspace(&jpeg, JCS_GRAYSCALE);
    jpeg.comp_info[0].h_samp_factor = m_chroma == Chroma::Half || m_chroma == Chroma::Quarter ? 2 : 1;
    jpeg.comp_info[0].v_samp_factor = m_chroma == Chroma::Quarter ? 2 : 1;
    if (m_isProgressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto *line = const_cast<JSAMPROW>(image.constScanLine(int(jpeg.next_scanline)));
        jpeg_write_scanlines(&jpeg, &line, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    const QByteArray out = QByteArray(1, char(0x90)) + compactLength(qsizetype(size))
                           + QByteArray(reinterpret_cast<char *>(bytes), qsizetype(size));
    free(bytes);
    return out;
}

QByteArray Tight::encode(const QImage &image, Form form, Choice choice, bool fresh)
{
    if (form == Form::Jpeg)
        return jpeg(image);
    if (form == Form::Gradient)
        return basic(3, QByteArray(1, '\x02'), gradient(image), choice, fresh);
    const int most = int(qMin<qint64>(256, qint64(image.width()) * image.height() / 4 + 2));
    const QList<quint32> colours = form == Form::Full ? QList<quint32>() : palette(image, most);
    if (colours.isEmpty())
        return basic(0, choice.below(2) ? QByteArray(1, '\0') : QByteArray(), allRedGreenBlue(image), choice, fresh);
    if (colours.size() == 1)
        return QByteArray(1, char(0x80)) + redGreenBlue(colours.constFirst());
    QByteArray filter = QByteArray(1, '\x01') + char(colours.size() - 1);
    for (const quint32 each : colours)
        filter += redGreenBlue(each);
    if (colours.size() == 2)
        return basic(1, filter, packed(image, colours, 1), choice, fresh);
    return basic(2, filter, indices(image, colours), choice, fresh);
}

} // namespace rfbencoders
