// SPDX-License-Identifier: GPL-3.0-or-later
// Where decoders draw: 32 bits a pixel, blue in the lowest byte, the highest all ones. A view; it owns no pixels.
#pragma once

#include <QRect>
#include <QtEndian>

#include <algorithm>

namespace rfb {

static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "pixels are read from the wire as they lie in memory");

constexpr quint32 opaque = 0xff000000u;

struct Canvas {
    quint32 *pixels = nullptr;
    qsizetype stride = 0; ///< pixels from one line to the next
    int width = 0;
    int height = 0;

    quint32 *at(int x, int y) const { return pixels + y * stride + x; }
    bool contains(const QRect &area) const { return QRect(0, 0, width, height).contains(area); }
};

inline void fill(quint32 *to, qsizetype stride, int width, int height, quint32 colour)
{
    for (int y = 0; y < height; ++y, to += stride)
        std::fill_n(to, width, colour);
}

/// Four bytes that may be unaligned, whatever their highest holds.
inline quint32 pixelAt(const uchar *bytes)
{
    return qFromUnaligned<quint32>(bytes) | opaque;
}

inline quint32 blueGreenRed(const uchar *bytes)
{
    return opaque | quint32(bytes[2]) << 16 | quint32(bytes[1]) << 8 | bytes[0];
}

inline quint32 redGreenBlue(const uchar *bytes)
{
    return opaque | quint32(bytes[0]) << 16 | quint32(bytes[1]) << 8 | bytes[2];
}

} // namespace rfb
