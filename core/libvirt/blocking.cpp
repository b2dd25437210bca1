// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/blocking.h"

#include "core/libvirt/eventloop.h"

#include <QCoreApplication>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include <pthread.h>
#include <unistd.h>

namespace {

/// Several threads, so that one dead network does not hold up what belongs to other hosts.
class Releasers {
public:
    // Never destroyed: its threads may be waiting for a dead network when the program ends.
    static Releasers &instance()
    {
        static auto *releasers = new Releasers;
        return *releasers;
    }

    void post(std::function<void()> work)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(std::move(work));
            ++m_unfinished;
        }
        m_wake.notify_one();
    }

    bool drain(std::chrono::milliseconds limit)
    {
        std::unique_lock lock(m_mutex);
        return m_finished.wait_for(lock, limit, [this] { return m_unfinished == 0; });
    }

private:
    Releasers()
    {
        for (int i = 0; i < 4; ++i) {
            std::thread([this] {
                pthread_setname_np(pthread_self(), "release");
                serve();
            }).detach();
        }
    }

    void serve()
    {
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [this] { return !m_queue.empty(); });
            auto work = std::move(m_queue.front());
            m_queue.pop_front();
            lock.unlock();
            work();
            work = nullptr;
            lock.lock();
            if (--m_unfinished == 0)
                m_finished.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake, m_finished;
    std::deque<std::function<void()>> m_queue;
    int m_unfinished = 0;
};

} // namespace

bool isGuiThread()
{
    // Not QCoreApplication::thread(): a worker may ask while the application object is being destroyed.
    static thread_local const bool isFirst = ::gettid() == ::getpid();
    return isFirst && QCoreApplication::instance();
}

bool mayBlockHere()
{
    return !isGuiThread() && !EventLoop::isCurrentThread();
}

void runWhereItMayBlock(std::function<void()> work)
{
    if (mayBlockHere())
        work();
    else
        Releasers::instance().post(std::move(work));
}

bool drainReleases(std::chrono::milliseconds limit)
{
    return Releasers::instance().drain(limit);
}
