// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG straight into a canvas. By libjpeg's own interface: the functions of TurboJPEG's exist twice in a process that
// has libvncclient, which brings older ones along, and which of them answer is up to the order of linking. One thread.
#pragma once

#include "viewer/rfb/decode/canvas.h"

#include <memory>

namespace rfb {

class JpegDecoder final {
public:
    JpegDecoder();
    ~JpegDecoder();
    Q_DISABLE_COPY_MOVE(JpegDecoder)

    /// False where it is no JPEG of the area's size; the area may have been drawn on. Faults inside are drawn over.
    bool decode(const uchar *bytes, size_t size, const Canvas &canvas, const QRect &area);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace rfb
