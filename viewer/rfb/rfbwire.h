// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to and from a VNC server, past its encryption. The session's own thread.
#pragma once

#include <QByteArray>

#include <optional>

class RfbWire {
public:
    virtual ~RfbWire() = default;

    /// Exactly `count` bytes, waiting for them; false where the connection ended first.
    virtual bool read(void *into, quint32 count) = 0;
    virtual bool write(const QByteArray &bytes) = 0;

    bool skip(quint64 count)
    {
        char bytes[4096];
        for (quint64 part = 0; count > 0; count -= part) {
            part = qMin<quint64>(count, sizeof bytes);
            if (!read(bytes, quint32(part)))
                return false;
        }
        return true;
    }

    /// Grows with what arrives, so that a length alone takes no memory.
    std::optional<QByteArray> readBytes(quint32 count)
    {
        constexpr quint32 step = 64 * 1024;
        QByteArray bytes;
        for (quint32 part = 0; count > 0; count -= part) {
            part = qMin(count, step);
            const qsizetype had = bytes.size();
            bytes.resize(had + qsizetype(part));
            if (!read(bytes.data() + had, part))
                return {};
        }
        return bytes;
    }
};
