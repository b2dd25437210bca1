// SPDX-License-Identifier: GPL-3.0-or-later
// Tight: whole pixels, palettes, differences to a guess, all in one of four zlib streams; or JPEG.
#pragma once

#include "viewer/rfb/decode/decoded.h"
#include "viewer/rfb/decode/inflater.h"
#include "viewer/rfb/decode/jpeg.h"

#include <array>

namespace rfb {

class TightDecoder final {
public:
    TightDecoder();
    Q_DISABLE_COPY_MOVE(TightDecoder)

    Decoded decode(ByteStream &source, const Canvas &canvas, const QRect &area, const Pause &pause);

private:
    static Decoded decodeFill(ByteStream &source, const Canvas &canvas, const QRect &area);
    Decoded decodeJpeg(ByteStream &source, const Canvas &canvas, const QRect &area);
    Decoded decodeBasic(ByteStream &source, const Canvas &canvas, const QRect &area, int control);
    template<class Draw>
    Decoded drawLines(ByteStream &source, int stream, size_t lineBytes, int lines, Draw draw);

    std::array<std::unique_ptr<Inflater>, 4> m_streams; ///< made when they are first used
    const std::unique_ptr<uchar[]> m_bytes;             ///< inflated, not drawn yet
    JpegDecoder m_jpeg;
};

} // namespace rfb
