// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/eventloop.h"

#include "core/libvirt/failures.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace {

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

short pollEvents(int events)
{
    short result = 0;
    if (events & VIR_EVENT_HANDLE_READABLE)
        result |= POLLIN;
    if (events & VIR_EVENT_HANDLE_WRITABLE)
        result |= POLLOUT;
    if (events & VIR_EVENT_HANDLE_ERROR)
        result |= POLLERR;
    if (events & VIR_EVENT_HANDLE_HANGUP)
        result |= POLLHUP;
    return result;
}

int handleEvents(short events)
{
    int result = 0;
    if (events & POLLIN)
        result |= VIR_EVENT_HANDLE_READABLE;
    if (events & POLLOUT)
        result |= VIR_EVENT_HANDLE_WRITABLE;
    if (events & (POLLERR | POLLNVAL)) // as libvirt's own loop: a closed descriptor is an error
        result |= VIR_EVENT_HANDLE_ERROR;
    if (events & POLLHUP)
        result |= VIR_EVENT_HANDLE_HANGUP;
    return result;
}

// Entries are shared with the turn that calls them, so that removal never pulls one from under its callback.
struct Watched {
    int fd = -1;
    int events = 0;
    EventLoop::HandleCallback callback;
    std::function<void()> released;
};

struct Timed {
    int frequency = -1;
    qint64 due = 0;
    EventLoop::TimerCallback callback;
    std::function<void()> released;

    bool isAwake() const { return frequency >= 0; }
};

class Loop {
public:
    // Never destroyed: libvirt keeps calling its event implementation until the process is gone.
    static Loop &instance()
    {
        static auto *loop = new Loop;
        return *loop;
    }

    void start()
    {
        std::call_once(m_started, [this] {
            // libvirt's client writes to sockets of daemons that may have died, on whichever thread calls it; what it
            // runs gets the default back.
            std::signal(SIGPIPE, SIG_IGN);
            // Signals belong to the program's other threads; a new thread inherits the mask of its maker.
            sigset_t all, before;
            sigfillset(&all);
            pthread_sigmask(SIG_SETMASK, &all, &before);
            std::thread([this] { run(); }).detach();
            pthread_sigmask(SIG_SETMASK, &before, nullptr);
        });
    }

    int addHandle(int fd, int events, EventLoop::HandleCallback callback, std::function<void()> released)
    {
        auto entry = std::make_shared<Watched>(Watched{fd, events, std::move(callback), std::move(released)});
        const std::lock_guard lock(m_mutex);
        m_handles.emplace(m_nextId, std::move(entry));
        wake();
        return m_nextId++;
    }

    void updateHandle(int watch, int events)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_handles.find(watch);
        if (found == m_handles.end() || found->second->events == events)
            return;
        found->second->events = events;
        wake();
    }

    bool removeHandle(int watch)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_handles.find(watch);
        if (found == m_handles.end())
            return false;
        bury(std::move(found->second->released));
        m_handles.erase(found);
        return true;
    }

    int addTimer(int frequency, EventLoop::TimerCallback callback, std::function<void()> released)
    {
        auto entry = std::make_shared<Timed>(Timed{frequency, nowMs() + frequency, std::move(callback), std::move(released)});
        const std::lock_guard lock(m_mutex);
        m_timers.emplace(m_nextId, std::move(entry));
        wake();
        return m_nextId++;
    }

    void updateTimer(int timer, int frequency)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_timers.find(timer);
        if (found == m_timers.end())
            return;
        found->second->frequency = frequency;
        found->second->due = nowMs() + frequency;
        wake();
    }

    bool removeTimer(int timer)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_timers.find(timer);
        if (found == m_timers.end())
            return false;
        bury(std::move(found->second->released));
        m_timers.erase(found);
        return true;
    }

    bool isCurrentThread() const { return m_thread.load() == std::this_thread::get_id(); }
    quint64 turns() const { return m_turns.load(); }

private:
    Loop() : m_wakeFd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

    // With m_mutex held.
    void wake()
    {
        if (m_wakePending || isCurrentThread())
            return;
        m_wakePending = true;
        const quint64 one = 1;
        // Cannot fail for good: a counter that is full wakes the loop as well.
        [[maybe_unused]] const auto written = ::write(m_wakeFd, &one, sizeof one);
    }

    // With m_mutex held. Who waits for `released` holds resources: it follows in the next turn at the latest,
    // and never while the entry's callback runs, because both happen in the loop's thread.
    void bury(std::function<void()> released)
    {
        if (!released)
            return;
        m_released.push_back(std::move(released));
        wake();
    }

    void run()
    {
        pthread_setname_np(pthread_self(), "libvirt-events");
        m_thread = std::this_thread::get_id();
        std::vector<pollfd> polled;
        std::vector<int> watches;
        while (true) {
            const int timeout = prepare(polled, watches);
            const int ready = ::poll(polled.data(), nfds_t(polled.size()), timeout);
            ++m_turns;
            if (ready < 0 && errno != EINTR && errno != EAGAIN)
                std::this_thread::sleep_for(std::chrono::milliseconds(10)); // out of memory: do not spin
            acknowledgeWake();
            fireTimers();
            if (ready > 0)
                serveHandles(polled, watches);
            release();
        }
    }

    int prepare(std::vector<pollfd> &polled, std::vector<int> &watches)
    {
        polled.assign(1, pollfd{m_wakeFd, POLLIN, 0});
        watches.assign(1, -1);
        const std::lock_guard lock(m_mutex);
        for (const auto &[watch, entry] : m_handles) {
            if (!entry->events)
                continue;
            polled.push_back({entry->fd, pollEvents(entry->events), 0});
            watches.push_back(watch);
        }
        if (!m_released.empty())
            return 0;
        qint64 due = -1;
        for (const auto &[timer, entry] : m_timers) {
            if (entry->isAwake() && (due < 0 || entry->due < due))
                due = entry->due;
        }
        return due < 0 ? -1 : int(std::clamp<qint64>(due - nowMs(), 0, 24 * 3600 * 1000));
    }

    void acknowledgeWake()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_wakePending)
            return;
        m_wakePending = false;
        quint64 count = 0;
        [[maybe_unused]] const auto got = ::read(m_wakeFd, &count, sizeof count);
    }

    void fireTimers()
    {
        std::vector<int> due;
        const qint64 now = nowMs();
        {
            const std::lock_guard lock(m_mutex);
            for (const auto &[timer, entry] : m_timers) {
                if (entry->isAwake() && entry->due <= now)
                    due.push_back(timer);
            }
        }
        for (const int timer : due) {
            std::shared_ptr<Timed> entry;
            {
                const std::lock_guard lock(m_mutex);
                const auto found = m_timers.find(timer); // an earlier callback may have removed or moved it
                if (found == m_timers.end() || !found->second->isAwake() || found->second->due > now)
                    continue;
                entry = found->second;
                entry->due = now + entry->frequency;
            }
            entry->callback(timer);
        }
    }

    void serveHandles(const std::vector<pollfd> &polled, const std::vector<int> &watches)
    {
        for (size_t i = 1; i < polled.size(); ++i) {
            if (!polled[i].revents)
                continue;
            std::shared_ptr<Watched> entry;
            {
                const std::lock_guard lock(m_mutex);
                const auto found = m_handles.find(watches[i]);
                if (found == m_handles.end() || !found->second->events)
                    continue;
                entry = found->second;
            }
            entry->callback(watches[i], polled[i].fd, handleEvents(polled[i].revents));
        }
    }

    void release()
    {
        std::vector<std::function<void()>> released;
        {
            const std::lock_guard lock(m_mutex);
            released.swap(m_released);
        }
        for (const auto &callback : released)
            callback();
    }

    std::once_flag m_started;
    const int m_wakeFd;
    std::atomic<std::thread::id> m_thread;
    std::atomic<quint64> m_turns = 0;

    std::mutex m_mutex;
    bool m_wakePending = false;
    int m_nextId = 1;
    std::map<int, std::shared_ptr<Watched>> m_handles;
    std::map<int, std::shared_ptr<Timed>> m_timers;
    std::vector<std::function<void()>> m_released;
};

std::function<void()> releaser(virFreeCallback release, void *opaque)
{
    if (!release)
        return {};
    return [release, opaque] { release(opaque); };
}

void giveToLibvirt()
{
    virEventRegisterImpl(
        [](int fd, int events, virEventHandleCallback callback, void *opaque, virFreeCallback release) {
            return EventLoop::addHandle(
                fd, events, [callback, opaque](int watch, int ready, int what) { callback(watch, ready, what, opaque); },
                releaser(release, opaque));
        },
        [](int watch, int events) { EventLoop::updateHandle(watch, events); },
        [](int watch) { return EventLoop::removeHandle(watch) ? 0 : -1; },
        [](int frequency, virEventTimeoutCallback callback, void *opaque, virFreeCallback release) {
            return EventLoop::addTimer(
                frequency, [callback, opaque](int timer) { callback(timer, opaque); }, releaser(release, opaque));
        },
        [](int timer, int frequency) { EventLoop::updateTimer(timer, frequency); },
        [](int timer) { return EventLoop::removeTimer(timer) ? 0 : -1; });
}

std::atomic<bool> s_running = false;

} // namespace

Result<void> EventLoop::start()
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    if (s_running)
        return {};
    if (virInitialize() < 0)
        return failure(lastLibvirtError("virInitialize"));
    silenceLibvirt();
    giveToLibvirt();
    Loop::instance().start();
    s_running = true;
    return {};
}

bool EventLoop::isRunning()
{
    return s_running;
}

bool EventLoop::isCurrentThread()
{
    return s_running && Loop::instance().isCurrentThread();
}

int EventLoop::addHandle(int fd, int events, HandleCallback callback, std::function<void()> released)
{
    return Loop::instance().addHandle(fd, events, std::move(callback), std::move(released));
}

void EventLoop::updateHandle(int watch, int events)
{
    Loop::instance().updateHandle(watch, events);
}

bool EventLoop::removeHandle(int watch)
{
    return Loop::instance().removeHandle(watch);
}

int EventLoop::addTimer(int frequency, TimerCallback callback, std::function<void()> released)
{
    return Loop::instance().addTimer(frequency, std::move(callback), std::move(released));
}

void EventLoop::updateTimer(int timer, int frequency)
{
    Loop::instance().updateTimer(timer, frequency);
}

bool EventLoop::removeTimer(int timer)
{
    return Loop::instance().removeTimer(timer);
}

quint64 EventLoop::turns()
{
    return Loop::instance().turns();
}
