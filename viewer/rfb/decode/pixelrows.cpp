// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/pixelrows.h"

#include "viewer/rfb/decode/canvas.h"

#ifdef __x86_64__
#include <tmmintrin.h>
#endif

namespace rfb {

namespace {

#ifdef __x86_64__

bool canShuffle()
{
    static const bool can = __builtin_cpu_supports("ssse3");
    return can;
}

/// As many pixels as can be read 16 bytes at a time without reading past the end. `order` places one pixel's bytes.
__attribute__((target("ssse3"))) qsizetype shuffled(quint32 *to, const uchar *from, qsizetype count, const int order[3])
{
    char bytes[16];
    for (int i = 0; i < 4; ++i) {
        for (int j = 0; j < 3; ++j)
            bytes[4 * i + j] = char(3 * i + order[j]);
        bytes[4 * i + 3] = char(0x80);
    }
    const __m128i pattern = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
    const __m128i alpha = _mm_set1_epi32(int(opaque));
    qsizetype done = 0;
    for (; done + 6 <= count; done += 4) {
        const __m128i packed = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + 3 * done));
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to + done), _mm_or_si128(_mm_shuffle_epi8(packed, pattern), alpha));
    }
    return done;
}

#endif

/// `pixel` gives one, `order` says where its bytes stand.
template<class Pixel>
void row(quint32 *to, const uchar *from, qsizetype count, [[maybe_unused]] const int (&order)[3], Pixel pixel)
{
    qsizetype done = 0;
#ifdef __x86_64__
    if (canShuffle())
        done = shuffled(to, from, count, order);
#endif
    for (; done < count; ++done)
        to[done] = pixel(from + 3 * done);
}

} // namespace

void rowFromRedGreenBlue(quint32 *to, const uchar *from, qsizetype count)
{
    row(to, from, count, {2, 1, 0}, redGreenBlue);
}

void rowFromBlueGreenRed(quint32 *to, const uchar *from, qsizetype count)
{
    row(to, from, count, {0, 1, 2}, blueGreenRed);
}

} // namespace rfb
