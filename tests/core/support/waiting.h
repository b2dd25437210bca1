// SPDX-License-Identifier: GPL-3.0-or-later
// For tests: waiting for a condition while the GUI thread's events go on, and running what may block elsewhere.
#pragma once


#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>

#include <chrono>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

/// Whether `condition` became true within `limit`.
template<class Condition>
[[nodiscard]] bool waitFor(Condition condition, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    const QDeadlineTimer deadline(limit);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        std::this_thread::yield();
    }
    return true;
}

/// Runs `work` in a thread that may block, and waits for it.
template<class Work>
auto away(Work work)
{
    using T = std::invoke_result_t<Work>;
    if constexpr (std::is_void_v<T>) {
        std::thread(std::move(work)).join();
    } else {
        std::optional<T> result;
        std::thread([&] { result.emplace(work()); }).join();
        return std::move(*result);
    }
}
