// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/call.h"

#include "core/libvirt/blocking.h"
#include "core/libvirt/failures.h"

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace {

struct Observation {
    std::atomic<bool> counting = false;
    std::atomic<qint64> delayMs = 0;
    std::mutex mutex;
    QHash<QByteArray, int> counts;
};

// Never destroyed: workers may outlive main().
Observation &observation()
{
    static auto *instance = new Observation;
    return *instance;
}

} // namespace

Call::Call(const char *name) : m_name(name)
{
    Q_ASSERT_X(mayBlockHere(), name, "a libvirt call in a thread that must not block");
    auto &seen = observation();
    if (seen.counting.load(std::memory_order_relaxed)) {
        const std::lock_guard lock(seen.mutex);
        ++seen.counts[QByteArray(name)];
    }
    if (const auto delay = seen.delayMs.load(std::memory_order_relaxed); delay > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
}

Result<int> Call::checked(int status) const
{
    if (status < 0)
        return failure(lastError());
    return status;
}

Result<void> Call::done(int status) const
{
    if (status < 0)
        return failure(lastError());
    return {};
}

Result<QString> Call::text(char *allocated) const
{
    if (!allocated)
        return failure(lastError());
    const auto copy = QString::fromUtf8(allocated);
    std::free(allocated);
    return copy;
}

Error Call::lastError() const
{
    return lastLibvirtError(m_name);
}

void calls::startCounting()
{
    auto &seen = observation();
    const std::lock_guard lock(seen.mutex);
    seen.counts.clear();
    seen.counting = true;
}

void calls::stopCounting()
{
    observation().counting = false;
}

QHash<QByteArray, int> calls::counted()
{
    auto &seen = observation();
    const std::lock_guard lock(seen.mutex);
    auto copy = seen.counts;
    copy.detach();
    return copy;
}

int calls::total()
{
    int sum = 0;
    const auto counts = counted();
    for (const int count : counts)
        sum += count;
    return sum;
}

void calls::setDelay(std::chrono::milliseconds delay)
{
    observation().delayMs = delay.count();
}
