// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: any bytes as rectangles of one connection. The first byte chooses the encoding, the second how large the
// pieces are in which the rest arrives; a rectangle follows another until the bytes end or make no sense.
#include "viewer/rfb/decode/decoders.h"

#include <array>
#include <cstring>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    constexpr int width = 200;
    constexpr int height = 150;
    constexpr std::array encodings{rfb::Raw, rfb::CopyRect, rfb::Hextile, rfb::Tight, rfb::Zrle};
    if (size < 2)
        return 0;
    const auto encoding = encodings[data[0] % encodings.size()];
    const size_t piece = data[1] == 0 ? size : data[1];
    size_t at = 2;
    rfb::ByteStream stream([&](uchar *into, size_t most) {
        const size_t now = std::min({most, piece, size - at});
        std::memcpy(into, data + at, now);
        at += now;
        return now;
    });
    // Its edges are what a sanitizer watches.
    std::vector<quint32> pixels(size_t(width) * height);
    const rfb::Canvas canvas{pixels.data(), width, width, height};
    rfb::Decoders decoders([] {});
    while (const uchar *header = stream.take(8)) {
        const rfb::Rectangle rectangle{quint16(header[0]), quint16(header[2]), quint16(header[4]),
                                       quint16(header[6]), encoding};
        if (decoders.decode(stream, canvas, rectangle) != rfb::Decoded::Done)
            break;
    }
    return 0;
}
