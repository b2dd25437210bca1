// SPDX-License-Identifier: GPL-3.0-or-later
// What all decoders share: where they read, where they draw, and how it can end. A decoder draws inside of its
// rectangle only, whatever the bytes are, and the rectangle lies inside of the canvas.
#pragma once

#include "viewer/rfb/decode/bytestream.h"
#include "viewer/rfb/decode/canvas.h"

#include <functional>

namespace rfb {

enum class Decoded {
    Done,
    Ended,  ///< the connection did
    Broken, ///< these are not the bytes of such a rectangle
};

/// Called between pieces of about a millisecond's work, for what must not wait: keys on their way out.
using Pause = std::function<void()>;

} // namespace rfb
