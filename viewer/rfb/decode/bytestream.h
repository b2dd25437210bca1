// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a connection, read from it in large pieces and looked at in place. One thread.
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace rfb {

class ByteStream final {
public:
    /// Waits for bytes and puts at least one and at most `most` of them at `into`. How many; 0 at the end of the connection.
    using Receive = std::function<size_t(uchar *into, size_t most)>;

    static constexpr size_t capacity = 256 * 1024;

    explicit ByteStream(Receive receive);

    // Each gives false or null at the end of the connection.
    bool read(void *into, size_t count);
    bool skip(quint64 count);
    /// `count` bytes in a row, at most `capacity`; valid until the next call.
    const uchar *take(size_t count);

    // What has arrived and was not taken yet.
    const uchar *begin() const { return m_bytes.get() + m_begin; }
    const uchar *end() const { return m_bytes.get() + m_end; }
    size_t buffered() const { return m_end - m_begin; }
    void consume(size_t count) { m_begin += count; }
    /// Waits for at least one more byte behind those.
    bool more();
    /// Puts bytes in front of those; only where as many were taken, or nothing is buffered.
    void unread(const void *bytes, size_t count);
    /// Bytes that someone else received already; only where nothing is buffered.
    void append(const void *bytes, size_t count);

private:
    bool fill(size_t least);

    const Receive m_receive;
    const std::unique_ptr<uchar[]> m_bytes;
    size_t m_begin = 0;
    size_t m_end = 0;
};

} // namespace rfb
