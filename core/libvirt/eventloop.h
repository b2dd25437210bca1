// SPDX-License-Identifier: GPL-3.0-or-later
// The event loop that libvirt runs its sockets, keepalives and events on: one private thread with poll(2).
// libvirt's own implementation iterates GLib's default context, which is Qt's in the GUI thread.
// Sleeps without a limit when there is nothing to do.
#pragma once

#include "core/base/result.h"

#include <functional>

class EventLoop final {
public:
    /// Initialises libvirt and starts the loop; once per process, before any connection. Later calls do nothing.
    /// Any thread. The loop lives until the process ends: libvirt has no way to take it back.
    static Result<void> start();
    static bool isRunning();
    /// Whether this is the loop's thread, where event sinks are called: nothing there may block.
    static bool isCurrentThread();

    // What libvirt is given; open for tests. Any thread, callbacks included. Callbacks run on the loop's
    // thread without a lock held. Events are those of virEventHandleType.
    using HandleCallback = std::function<void(int watch, int fd, int events)>;
    using TimerCallback = std::function<void(int timer)>;

    /// Gives a watch; `released` is called once after removal, never within remove itself.
    static int addHandle(int fd, int events, HandleCallback callback, std::function<void()> released = {});
    static void updateHandle(int watch, int events);
    static bool removeHandle(int watch);
    /// `frequency` in milliseconds; negative: sleeping; 0: on each turn of the loop.
    static int addTimer(int frequency, TimerCallback callback, std::function<void()> released = {});
    static void updateTimer(int timer, int frequency);
    static bool removeTimer(int timer);
    /// How often the loop has woken up: for tests that it sleeps.
    static quint64 turns();
};
