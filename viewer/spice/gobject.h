// SPDX-License-Identifier: GPL-3.0-or-later
// GLib objects owned by C++: references that let go by themselves, and signals that arrive in member functions until
// their listener is gone. GUI thread.
#pragma once

#include <glib-object.h>

#include <utility>
#include <vector>

/// One reference to a GObject.
template<class T>
class GRef {
public:
    GRef() = default;
    /// Takes over a reference that the caller owns.
    static GRef adopt(T *object)
    {
        GRef ref;
        ref.m_object = object;
        return ref;
    }
    /// Adds a reference.
    static GRef share(T *object) { return adopt(object ? static_cast<T *>(g_object_ref(object)) : nullptr); }

    GRef(const GRef &other) : GRef(share(other.m_object)) {}
    GRef(GRef &&other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    GRef &operator=(GRef other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }
    ~GRef()
    {
        if (m_object)
            g_object_unref(m_object);
    }

    T *get() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    T *m_object = nullptr;
};

/// Connections of one listener; they end with this object, or with clear().
class GConnections {
public:
    GConnections() = default;
    GConnections(const GConnections &) = delete;
    GConnections &operator=(const GConnections &) = delete;
    ~GConnections() { clear(); }

    /// `Member` takes what the signal's C callback takes, sender first, without the pointer to user data.
    template<auto Member, class Owner>
    void connect(gpointer sender, const char *signal, Owner *owner)
    {
        const gulong id = g_signal_connect(sender, signal, G_CALLBACK(Slot<decltype(Member)>::template call<Member>), owner);
        m_all.push_back({GRef<GObject>::share(G_OBJECT(sender)), id});
    }

    /// Ends those with one sender.
    void clear(gpointer sender)
    {
        std::erase_if(m_all, [sender](const Each &each) {
            if (each.sender.get() != sender)
                return false;
            g_signal_handler_disconnect(each.sender.get(), each.id);
            return true;
        });
    }
    void clear()
    {
        for (const auto &each : std::exchange(m_all, {}))
            g_signal_handler_disconnect(each.sender.get(), each.id);
    }

private:
    template<class Member>
    struct Slot;
    template<class Owner, class Result, class... Arguments>
    struct Slot<Result (Owner::*)(Arguments...)> {
        template<auto Member>
        static Result call(Arguments... arguments, gpointer owner)
        {
            return (static_cast<Owner *>(owner)->*Member)(arguments...);
        }
    };
    struct Each {
        GRef<GObject> sender;
        gulong id;
    };
    std::vector<Each> m_all;
};
