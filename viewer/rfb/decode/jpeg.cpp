// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/jpeg.h"

#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

namespace rfb {

namespace {

// Each scan of a progressive picture goes over all of it: a few bytes could ask for hours.
constexpr int mostScans = 100;
// What a progressive picture may hold back; an ordinary one needs next to nothing.
constexpr long mostMemory = 128L * 1024 * 1024;
constexpr int linesAtOnce = 16;

struct Failure : jpeg_error_mgr {
    jmp_buf back;
};

[[noreturn]] void giveUp(j_common_ptr common)
{
    longjmp(static_cast<Failure *>(common->err)->back, 1);
}

void countScans(j_common_ptr common)
{
    if (reinterpret_cast<j_decompress_ptr>(common)->input_scan_number > mostScans)
        giveUp(common);
}

} // namespace

class JpegDecoder::Private {
public:
    jpeg_decompress_struct jpeg{};
    Failure failure{};
    jpeg_progress_mgr progress{};
};

JpegDecoder::JpegDecoder()
    : d(std::make_unique<Private>())
{
    d->jpeg.err = jpeg_std_error(&d->failure);
    d->failure.error_exit = giveUp;
    d->failure.emit_message = [](j_common_ptr, int) {};
    if (setjmp(d->failure.back))
        return;
    jpeg_create_decompress(&d->jpeg);
    d->jpeg.mem->max_memory_to_use = mostMemory;
    d->progress.progress_monitor = countScans;
    d->jpeg.progress = &d->progress;
}

JpegDecoder::~JpegDecoder()
{
    jpeg_destroy_decompress(&d->jpeg);
}

// The library leaves by longjmp: nothing here may need to be destroyed.
bool JpegDecoder::decode(const uchar *bytes, size_t size, const Canvas &canvas, const QRect &area)
{
    jpeg_decompress_struct *jpeg = &d->jpeg;
    if (!jpeg->mem || size == 0)
        return false;
    if (setjmp(d->failure.back)) {
        jpeg_abort_decompress(jpeg);
        return false;
    }
    jpeg_mem_src(jpeg, bytes, static_cast<unsigned long>(size));
    if (jpeg_read_header(jpeg, TRUE) != JPEG_HEADER_OK || int(jpeg->image_width) != area.width()
        || int(jpeg->image_height) != area.height()) {
        jpeg_abort_decompress(jpeg);
        return false;
    }
    jpeg->out_color_space = JCS_EXT_BGRA;
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW lines[linesAtOnce];
        const auto first = int(jpeg->output_scanline);
        const int count = std::min(linesAtOnce, area.height() - first);
        for (int i = 0; i < count; ++i)
            lines[i] = reinterpret_cast<JSAMPROW>(canvas.at(area.x(), area.y() + first + i));
        jpeg_read_scanlines(jpeg, lines, JDIMENSION(count));
    }
    jpeg_finish_decompress(jpeg);
    return true;
}

} // namespace rfb
