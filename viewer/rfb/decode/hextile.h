// SPDX-License-Identifier: GPL-3.0-or-later
// Hextile: tiles of 16×16 pixels, each a few rectangles over a background. Without state from one rectangle to the next.
#pragma once

#include "viewer/rfb/decode/decoded.h"

namespace rfb {

Decoded decodeHextile(ByteStream &source, const Canvas &canvas, const QRect &area, const Pause &pause);

} // namespace rfb
