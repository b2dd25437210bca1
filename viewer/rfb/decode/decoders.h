// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the rectangles of one connection, in every encoding that is asked for. The session's thread.
#pragma once

#include "viewer/rfb/decode/tight.h"
#include "viewer/rfb/decode/zrle.h"
#include "viewer/rfb/rfbprotocol.h"

namespace rfb {

enum Encoding : qint32 { Raw = 0, CopyRect = 1, Hextile = 5, Tight = 7, Zrle = 16 };

class Decoders final {
public:
    explicit Decoders(Pause pause)
        : m_pause(std::move(pause))
    {
    }

    Decoded decode(ByteStream &source, const Canvas &canvas, const Rectangle &rectangle);

private:
    Decoded decodeRaw(ByteStream &source, const Canvas &canvas, const QRect &area) const;
    Decoded decodeCopy(ByteStream &source, const Canvas &canvas, const QRect &area) const;

    const Pause m_pause;
    ZrleDecoder m_zrle;
    TightDecoder m_tight;
};

} // namespace rfb
