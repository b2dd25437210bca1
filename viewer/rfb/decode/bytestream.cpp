// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/decode/bytestream.h"

#include <algorithm>
#include <cstring>

namespace rfb {

ByteStream::ByteStream(Receive receive)
    : m_receive(std::move(receive))
    , m_bytes(new uchar[capacity])
{
}

bool ByteStream::fill(size_t least)
{
    Q_ASSERT(least <= capacity);
    if (m_begin == m_end)
        m_begin = m_end = 0;
    if (m_begin + least > capacity || capacity - m_end < capacity / 8) {
        std::memmove(m_bytes.get(), begin(), buffered());
        m_end -= m_begin;
        m_begin = 0;
    }
    while (buffered() < least) {
        const size_t got = m_receive(m_bytes.get() + m_end, capacity - m_end);
        if (got == 0)
            return false;
        m_end += got;
    }
    return true;
}

bool ByteStream::more()
{
    return fill(buffered() + 1);
}

const uchar *ByteStream::take(size_t count)
{
    if (buffered() < count && !fill(count))
        return nullptr;
    const uchar *bytes = begin();
    m_begin += count;
    return bytes;
}

bool ByteStream::read(void *into, size_t count)
{
    auto *to = static_cast<uchar *>(into);
    while (count > 0) {
        if (buffered() == 0) {
            // Large pieces go where they belong at once; what follows them may as well be read with a small one.
            if (count >= capacity / 4) {
                const size_t got = m_receive(to, count);
                if (got == 0)
                    return false;
                to += got;
                count -= got;
                continue;
            }
            if (!more())
                return false;
        }
        const size_t now = std::min(count, buffered());
        std::memcpy(to, begin(), now);
        consume(now);
        to += now;
        count -= now;
    }
    return true;
}

bool ByteStream::skip(quint64 count)
{
    while (count > 0) {
        if (buffered() == 0 && !more())
            return false;
        const auto now = size_t(std::min<quint64>(count, buffered()));
        consume(now);
        count -= now;
    }
    return true;
}

void ByteStream::unread(const void *bytes, size_t count)
{
    if (m_begin < count) {
        Q_ASSERT(m_begin == m_end && count <= capacity);
        m_begin = m_end = count;
    }
    m_begin -= count;
    std::memcpy(m_bytes.get() + m_begin, bytes, count);
}

void ByteStream::append(const void *bytes, size_t count)
{
    Q_ASSERT(m_begin == m_end && count <= capacity);
    m_begin = 0;
    m_end = count;
    std::memcpy(m_bytes.get(), bytes, count);
}

} // namespace rfb
