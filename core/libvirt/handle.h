// SPDX-License-Identifier: GPL-3.0-or-later
// One counted reference to an object of libvirt. Copying adds a reference, destroying gives it back.
// Any thread; as with libvirt's own objects, many threads may use copies of one handle at once.
//
// The last reference to anything of a connection closes that connection, which may wait for a network that
// is dead. So a handle that dies in the GUI thread or in the event loop is given back elsewhere: see blocking.h.
#pragma once

#include <cstddef>
#include <utility>

struct _virConnect;
struct _virDomain;
struct _virNetwork;
struct _virStoragePool;
struct _virStorageVol;
struct _virStream;

template<class Raw>
class Handle final {
public:
    Handle() = default;
    Handle(std::nullptr_t) {}
    Handle(const Handle &other) : m_raw(other.m_raw) { retain(m_raw); }
    Handle(Handle &&other) noexcept : m_raw(std::exchange(other.m_raw, nullptr)) {}
    Handle &operator=(Handle other) noexcept
    {
        std::swap(m_raw, other.m_raw);
        return *this;
    }
    ~Handle() { release(m_raw); }

    /// Takes over a reference that the caller owns.
    static Handle adopt(Raw *raw)
    {
        Handle handle;
        handle.m_raw = raw;
        return handle;
    }
    /// Adds a reference: for objects that a callback lends.
    static Handle share(Raw *raw)
    {
        retain(raw);
        return adopt(raw);
    }

    /// Borrowed; null for an empty handle.
    Raw *get() const { return m_raw; }
    explicit operator bool() const { return m_raw != nullptr; }
    /// Whether both hold the very same object; two lookups of one machine give two objects.
    friend bool operator==(const Handle &a, const Handle &b) { return a.m_raw == b.m_raw; }

private:
    static void retain(Raw *raw);
    static void release(Raw *raw);

    Raw *m_raw = nullptr;
};

using ConnectHandle = Handle<_virConnect>;
using DomainHandle = Handle<_virDomain>;
using NetworkHandle = Handle<_virNetwork>;
using PoolHandle = Handle<_virStoragePool>;
using VolumeHandle = Handle<_virStorageVol>;
using StreamHandle = Handle<_virStream>;

template<> void Handle<_virConnect>::retain(_virConnect *raw);
template<> void Handle<_virConnect>::release(_virConnect *raw);
template<> void Handle<_virDomain>::retain(_virDomain *raw);
template<> void Handle<_virDomain>::release(_virDomain *raw);
template<> void Handle<_virNetwork>::retain(_virNetwork *raw);
template<> void Handle<_virNetwork>::release(_virNetwork *raw);
template<> void Handle<_virStoragePool>::retain(_virStoragePool *raw);
template<> void Handle<_virStoragePool>::release(_virStoragePool *raw);
template<> void Handle<_virStorageVol>::retain(_virStorageVol *raw);
template<> void Handle<_virStorageVol>::release(_virStorageVol *raw);
template<> void Handle<_virStream>::retain(_virStream *raw);
template<> void Handle<_virStream>::release(_virStream *raw);
