// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/lane.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include <pthread.h>

namespace {

/// How many functions run on any lane now; for drainAll().
struct Running {
    std::mutex mutex;
    std::condition_variable changed;
    int count = 0;

    // Never destroyed: a thread stuck in a dead network may outlive main().
    static Running &instance()
    {
        static auto *running = new Running;
        return *running;
    }

    void add(int step)
    {
        {
            const std::lock_guard lock(mutex);
            count += step;
        }
        changed.notify_all();
    }
};

} // namespace

struct Lane::Shared {
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> queue;
    bool closed = false;

    void serve()
    {
        std::unique_lock lock(mutex);
        while (true) {
            wake.wait(lock, [this] { return closed || !queue.empty(); });
            if (closed)
                return;
            auto work = std::move(queue.front());
            queue.pop_front();
            lock.unlock();
            Running::instance().add(1);
            work();
            work = nullptr; // its captures die here, before the lane counts as idle
            Running::instance().add(-1);
            lock.lock();
        }
    }
};

Lane::Lane(QString name, int threads) : m_shared(std::make_shared<Shared>())
{
    const auto label = name.left(15).toLatin1(); // the kernel's limit
    for (int i = 0; i < threads; ++i) {
        std::thread([shared = m_shared, label] {
            pthread_setname_np(pthread_self(), label.constData());
            shared->serve();
        }).detach();
    }
}

Lane::~Lane()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closed = true;
        dropped.swap(m_shared->queue);
    }
    m_shared->wake.notify_all();
}

int Lane::queued() const
{
    const std::lock_guard lock(m_shared->mutex);
    return int(m_shared->queue.size());
}

bool Lane::drainAll(std::chrono::milliseconds limit)
{
    auto &running = Running::instance();
    std::unique_lock lock(running.mutex);
    return running.changed.wait_for(lock, limit, [&] { return running.count == 0; });
}

void Lane::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (m_shared->closed)
            return;
        m_shared->queue.push_back(std::move(work));
    }
    m_shared->wake.notify_one();
}
