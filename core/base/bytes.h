// SPDX-License-Identifier: GPL-3.0-or-later
// An amount of memory or storage, in bytes, so that KiB of libvirt and GiB of a screen never meet as bare numbers.
#pragma once

#include <QtGlobal>

#include <compare>

class Bytes {
public:
    constexpr Bytes() = default;
    constexpr explicit Bytes(quint64 count) : m_count(count) {}
    static constexpr Bytes kib(quint64 n) { return Bytes(n << 10); }
    static constexpr Bytes mib(quint64 n) { return Bytes(n << 20); }
    static constexpr Bytes gib(quint64 n) { return Bytes(n << 30); }

    constexpr quint64 count() const { return m_count; }
    constexpr quint64 inKib() const { return m_count >> 10; } ///< rounded down
    constexpr quint64 inMib() const { return m_count >> 20; } ///< rounded down
    constexpr double inGib() const { return double(m_count) / double(1ULL << 30); }
    constexpr bool isZero() const { return m_count == 0; }

    friend constexpr auto operator<=>(Bytes, Bytes) = default;
    friend constexpr Bytes operator+(Bytes a, Bytes b) { return Bytes(a.m_count + b.m_count); }
    /// Saturates at zero.
    friend constexpr Bytes operator-(Bytes a, Bytes b) { return Bytes(a.m_count > b.m_count ? a.m_count - b.m_count : 0); }

private:
    quint64 m_count = 0;
};
