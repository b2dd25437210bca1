// SPDX-License-Identifier: GPL-3.0-or-later
// ZRLE: tiles of 64×64 pixels in palettes and runs, all in one zlib stream per connection.
#pragma once

#include "viewer/rfb/decode/decoded.h"
#include "viewer/rfb/decode/inflater.h"

namespace rfb {

class ZrleDecoder final {
public:
    ZrleDecoder();
    Decoded decode(ByteStream &source, const Canvas &canvas, const QRect &area, const Pause &pause);

private:
    bool refill(InflatedPiece &piece);

    Inflater m_inflater;
    const std::unique_ptr<uchar[]> m_bytes; ///< inflated, not drawn yet
    size_t m_begin = 0;
    size_t m_end = 0;
};

} // namespace rfb
