// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/decoders.h"

#include "viewer/rfb/decode/hextile.h"

#include <cstring>

namespace rfb {

Decoded Decoders::decode(ByteStream &source, const Canvas &canvas, const Rectangle &rectangle)
{
    const QRect area(rectangle.x, rectangle.y, rectangle.width, rectangle.height);
    if (!area.isEmpty() && !canvas.contains(area))
        return Decoded::Broken;
    switch (rectangle.encoding) {
    case Encoding::Raw:
        return decodeRaw(source, canvas, area);
    case Encoding::CopyRect:
        return decodeCopy(source, canvas, area);
    case Encoding::Hextile:
        return decodeHextile(source, canvas, area, m_pause);
    case Encoding::Tight:
        return m_tight.decode(source, canvas, area, m_pause);
    case Encoding::Zrle:
        return m_zrle.decode(source, canvas, area, m_pause);
    default:
        return Decoded::Broken; // not asked for
    }
}

// From the connection to where they belong; then the fourth byte, which servers leave as they like.
Decoded Decoders::decodeRaw(ByteStream &source, const Canvas &canvas, const QRect &area) const
{
    if (area.isEmpty())
        return Decoded::Done;
    // Whole lines of the canvas lie behind one another. A piece is small enough to be near when it is looked at again.
    const bool whole = area.width() == canvas.stride;
    const int together = whole ? std::max(1, int(ByteStream::capacity / (4 * size_t(area.width())))) : 1;
    for (int y = 0; y < area.height(); y += together) {
        const int lines = std::min(together, area.height() - y);
        quint32 *to = canvas.at(area.x(), area.y() + y);
        const auto count = size_t(area.width()) * size_t(lines);
        if (!source.read(to, 4 * count))
            return Decoded::Ended;
        for (size_t i = 0; i < count; ++i)
            to[i] |= opaque;
        if (y / 64 != (y + lines) / 64)
            m_pause();
    }
    return Decoded::Done;
}

Decoded Decoders::decodeCopy(ByteStream &source, const Canvas &canvas, const QRect &area) const
{
    const uchar *place = source.take(4);
    if (!place)
        return Decoded::Ended;
    const QRect from(QPoint(qFromBigEndian<quint16>(place), qFromBigEndian<quint16>(place + 2)), area.size());
    // What lies outside of the screen is unknown, so that nothing is copied.
    if (area.isEmpty() || !canvas.contains(from))
        return Decoded::Done;
    const auto bytes = 4 * size_t(area.width());
    const bool upwards = from.y() < area.y();
    for (int i = 0; i < area.height(); ++i) {
        const int y = upwards ? area.height() - 1 - i : i;
        std::memmove(canvas.at(area.x(), area.y() + y), canvas.at(from.x(), from.y() + y), bytes);
    }
    return Decoded::Done;
}

} // namespace rfb
