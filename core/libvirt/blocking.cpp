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
        }
        m_wake.notify_one();
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
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_queue;
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
