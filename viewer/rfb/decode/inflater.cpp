// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/inflater.h"

#include <algorithm>
#include <limits>

#include <isa-l/igzip_lib.h>

namespace rfb {

Inflater::Inflater()
    : m_state(std::make_unique<inflate_state>())
{
    reset();
}

Inflater::~Inflater() = default;

void Inflater::reset()
{
    isal_inflate_init(m_state.get());
    m_header = Header::First;
}

// Two bytes (RFC 1950) that the library would read as well, but then count a checksum that is never compared.
bool InflatedPiece::passHeader()
{
    while (m_inflater.m_header != Inflater::Header::Passed && m_left > 0) {
        const uchar *byte = m_source.take(1);
        if (!byte)
            return false;
        --m_left;
        if (m_inflater.m_header == Inflater::Header::First) {
            m_inflater.m_firstByte = *byte;
            m_inflater.m_header = Inflater::Header::Second;
            continue;
        }
        constexpr int deflateMethod = 8;
        constexpr int dictionaryFlag = 0x20;
        const int first = m_inflater.m_firstByte;
        if ((first & 0x0f) != deflateMethod || (first * 256 + *byte) % 31 != 0 || *byte & dictionaryFlag) {
            m_broken = true;
            return false;
        }
        m_inflater.m_header = Inflater::Header::Passed;
    }
    return true;
}

bool InflatedPiece::read(uchar *into, size_t room, size_t &got)
{
    got = 0;
    if (!passHeader())
        return false;
    inflate_state &state = *m_inflater.m_state;
    state.next_out = into;
    state.avail_out = uint32_t(std::min<size_t>(room, std::numeric_limits<uint32_t>::max()));
    const uint32_t wanted = state.avail_out;
    while (state.avail_out > 0) {
        if (m_left > 0 && m_source.buffered() == 0 && !m_source.more())
            return false;
        const auto given = uint32_t(std::min<size_t>(m_left, m_source.buffered()));
        const uint32_t roomBefore = state.avail_out;
        state.next_in = const_cast<uchar *>(m_source.begin());
        state.avail_in = given;
        const int status = isal_inflate(&state);
        const uint32_t taken = given - state.avail_in;
        m_source.consume(taken);
        m_left -= taken;
        const bool still = taken == 0 && state.avail_out == roomBefore;
        // Without an error and without a step forward: the stream said that it ends, and more follows.
        if (status < 0 || (still && m_left > 0)) {
            m_broken = true;
            return false;
        }
        if (still)
            break;
    }
    got = wanted - state.avail_out;
    return true;
}

bool InflatedPiece::finish()
{
    uchar surplus = 0;
    size_t got = 0;
    if (!read(&surplus, 1, got))
        return false;
    m_broken = got > 0 || m_left > 0;
    return !m_broken;
}

} // namespace rfb
