// SPDX-License-Identifier: GPL-3.0-or-later
// A zlib stream that lasts as long as its connection and arrives in pieces, one for each rectangle. One thread.
// Inflated by ISA-L, which needs half of zlib's time. The checksum at the end of a stream never comes.
#pragma once

#include "viewer/rfb/decode/bytestream.h"

#include <memory>

struct inflate_state;

namespace rfb {

class Inflater final {
public:
    Inflater();
    ~Inflater();
    Q_DISABLE_COPY_MOVE(Inflater)

    /// Forgets all: the next byte begins a stream.
    void reset();

private:
    friend class InflatedPiece;
    enum class Header { First, Second, Passed };

    std::unique_ptr<inflate_state> m_state;
    Header m_header = Header::First;
    uchar m_firstByte = 0;
};

/// What `compressed` bytes of a connection inflate to.
class InflatedPiece final {
public:
    InflatedPiece(ByteStream &source, Inflater &inflater, quint32 compressed)
        : m_source(source)
        , m_inflater(inflater)
        , m_left(compressed)
    {
    }

    /// Fills `room` bytes; fewer only where the piece has no more. How many, or nothing: the connection ended or
    /// the stream is broken (isBroken()).
    bool read(uchar *into, size_t room, size_t &got);
    /// Takes the rest, which must not contain another byte.
    bool finish();
    bool isBroken() const { return m_broken; }

private:
    bool passHeader();

    ByteStream &m_source;
    Inflater &m_inflater;
    quint32 m_left;
    bool m_broken = false;
};

} // namespace rfb
