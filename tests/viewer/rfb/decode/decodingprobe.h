// SPDX-License-Identifier: GPL-3.0-or-later
// Decodes bytes from memory, in pieces of any size; and makes pictures that an encoder has to think about.
#pragma once

#include "tests/support/rfbencoders.h"
#include "tests/support/rfbserver.h"
#include "viewer/rfb/decode/decoders.h"

#include <cstring>

/// Gives out `bytes` in pieces of 1 to `largest`, then the end of the connection.
class MemoryStream final {
public:
    explicit MemoryStream(QByteArray bytes, size_t largest = size_t(-1))
        : m_bytes(std::move(bytes))
        , m_largest(largest)
        , stream([this](uchar *into, size_t most) {
            const size_t piece = m_largest < 2 ? m_largest : 1 + m_random() % m_largest;
            const size_t now = std::min({most, piece, size_t(m_bytes.size() - m_at)});
            std::memcpy(into, m_bytes.constData() + m_at, now);
            m_at += qsizetype(now);
            return now;
        })
    {
    }

private:
    const QByteArray m_bytes;
    const size_t m_largest;
    qsizetype m_at = 0;
    std::mt19937_64 m_random{7};

public:
    rfb::ByteStream stream;
};

/// A screen and the decoders of one connection.
class DecodingProbe final {
public:
    explicit DecodingProbe(QSize size)
        : image(size, QImage::Format_RGB32)
        , decoders([this] { ++pauses; })
    {
        image.fill(Qt::black);
    }

    /// Rectangles with their headers, until the bytes end or one cannot be drawn.
    rfb::Decoded draw(rfb::ByteStream &stream, int count)
    {
        const rfb::Canvas canvas{reinterpret_cast<quint32 *>(image.bits()), image.bytesPerLine() / 4, image.width(),
                                 image.height()};
        for (; count > 0; --count) {
            const uchar *header = stream.take(rfb::Rectangle::size);
            if (!header)
                return rfb::Decoded::Ended;
            const auto outcome = decoders.decode(stream, canvas, rfb::Rectangle::parse(header));
            if (outcome != rfb::Decoded::Done)
                return outcome;
        }
        return rfb::Decoded::Done;
    }

    rfb::Decoded draw(const QByteArray &rectangles, int count = 1, size_t largestPiece = size_t(-1))
    {
        MemoryStream source(rectangles, largestPiece);
        return draw(source.stream, count);
    }

    QImage image;
    rfb::Decoders decoders;
    int pauses = 0;
};

/// Flat areas, lines, few colours, many colours: whatever the generator says.
inline QImage anyPicture(QSize size, std::mt19937 &random)
{
    const auto below = [&](int bound) { return int(random() % unsigned(bound)); };
    QImage image(size, QImage::Format_RGB32);
    const int colours = std::array{1, 2, 3, 4, 9, 16, 60, 127, 200, 0}[size_t(below(10))];
    QList<QRgb> palette;
    for (int i = 0; i < colours; ++i)
        palette += 0xff000000u | quint32(random());
    const int longestRun = std::array{1, 3, 40, 5000}[size_t(below(4))];
    int run = 0;
    QRgb colour = 0;
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x, --run) {
            if (run == 0) {
                run = 1 + below(longestRun);
                colour = colours > 0 ? palette.at(below(colours)) : 0xff000000u | quint32(random());
            }
            line[x] = colour;
        }
    }
    return image;
}
