// SPDX-License-Identifier: GPL-3.0-or-later
// A wire without a server: reads what a test put there, keeps what is written.
#pragma once

#include "viewer/rfb/rfbwire.h"

#include <cstring>

class MemoryWire final : public RfbWire {
public:
    explicit MemoryWire(QByteArray incoming = {})
        : m_incoming(std::move(incoming))
    {
    }
    void add(const QByteArray &more) { m_incoming += more; }
    qsizetype left() const { return m_incoming.size() - m_at; }

    bool read(void *into, quint32 count) override
    {
        if (left() < qsizetype(count))
            return false;
        std::memcpy(into, m_incoming.constData() + m_at, count);
        m_at += count;
        return true;
    }
    bool write(const QByteArray &bytes) override
    {
        written += bytes;
        return true;
    }

    QByteArray written;

private:
    QByteArray m_incoming;
    qsizetype m_at = 0;
};
