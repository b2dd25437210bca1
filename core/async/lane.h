// SPDX-License-Identifier: GPL-3.0-or-later
// A lane runs blocking functions away from the GUI thread: in order with one thread, side by side with more.
// run() may be called from any thread. Destroying a lane never blocks: queued work is dropped (its futures
// end without a result, which deliver() reports as Cancelled) and running work ends on its own thread.
#pragma once

#include <QFuture>
#include <QPromise>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

class Lane final {
public:
    explicit Lane(QString name, int threads = 1);
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Runs `work` and gives its result. Capture values and handles in it, never `this`.
    template<class Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work &>>
    {
        using T = std::invoke_result_t<Work &>;
        // std::function must be copyable, a promise is not.
        auto promise = std::make_shared<QPromise<T>>();
        auto future = promise->future();
        promise->start();
        post([promise, work = std::make_shared<Work>(std::move(work))] {
            promise->addResult((*work)());
            promise->finish();
        });
        return future;
    }

    /// Work that waits, without what is running now.
    int queued() const;

    /// Waits until no lane of the process runs anything, at most `limit`. For the end of the program only.
    static bool drainAll(std::chrono::milliseconds limit);

private:
    void post(std::function<void()> work);

    struct Shared;
    std::shared_ptr<Shared> m_shared;
};
