// SPDX-License-Identifier: GPL-3.0-or-later
// Something registered with libvirt that is taken back when this dies: in any thread, also in the GUI thread
// (which hands the call to another one). Once the destructor has returned, the sink is not called again; it
// waits for a sink that runs at that moment, unless that sink itself destroys the subscription.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

/// The door between libvirt's thread and a sink.
class SinkGate final {
public:
    /// Runs `visit` unless the gate is closed.
    template<class Visit>
    void pass(Visit visit)
    {
        const std::lock_guard lock(m_mutex);
        if (m_open)
            visit();
    }
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_open = false;
    }

private:
    std::recursive_mutex m_mutex; // a sink may end its own subscription
    bool m_open = true;
};

class [[nodiscard]] Subscription final {
public:
    Subscription() = default;
    /// `deregister` blocks on libvirt; it is called once, away from the GUI thread.
    Subscription(std::shared_ptr<SinkGate> gate, std::function<void()> deregister);
    Subscription(Subscription &&other) noexcept = default;
    Subscription &operator=(Subscription &&other) noexcept
    {
        std::swap(m_gate, other.m_gate);
        std::swap(m_deregister, other.m_deregister);
        other.reset();
        return *this;
    }
    Subscription(const Subscription &) = delete;
    Subscription &operator=(const Subscription &) = delete;
    ~Subscription() { reset(); }

    bool isActive() const { return m_gate != nullptr; }
    /// Ends it now.
    void reset();

private:
    std::shared_ptr<SinkGate> m_gate;
    std::function<void()> m_deregister;
};
