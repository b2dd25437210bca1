// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/lane.h"

#include "core/base/result.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

#include <latch>
#include <mutex>
#include <thread>
#include <vector>

TEST(Lane, RunsInOrderOnOneThread)
{
    Lane lane(QStringLiteral("test"));
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    QFuture<int> last;
    for (int i = 0; i < 200; ++i) {
        last = lane.run([&order, &threads, i] {
            order.push_back(i);
            threads.push_back(std::this_thread::get_id());
            return i;
        });
    }
    ASSERT_TRUE(waitFor([&] { return last.isFinished(); }));
    ASSERT_EQ(order.size(), 200u);
    for (int i = 0; i < 200; ++i)
        EXPECT_EQ(order[size_t(i)], i);
    for (const auto &thread : threads) {
        EXPECT_EQ(thread, threads.front());
        EXPECT_NE(thread, std::this_thread::get_id());
    }
}

TEST(Lane, RunsSideBySideWithMoreThreads)
{
    Lane lane(QStringLiteral("test"), 2);
    auto both = std::make_shared<std::latch>(2);
    // Each waits for the other: one thread alone would never finish the first.
    const auto meet = [both] {
        both->arrive_and_wait();
        return true;
    };
    const auto first = lane.run(meet);
    const auto second = lane.run(meet);
    EXPECT_TRUE(waitFor([&] { return first.isFinished() && second.isFinished(); }));
}

TEST(Lane, CountsWhatWaitsAndNotWhatRuns)
{
    Lane lane(QStringLiteral("test"));
    auto started = std::make_shared<std::latch>(1);
    auto go = std::make_shared<std::latch>(1);
    (void)lane.run([started, go] {
        started->count_down();
        go->wait();
        return 0;
    });
    started->wait();
    (void)lane.run([] { return 1; });
    const auto last = lane.run([] { return 2; });
    EXPECT_EQ(lane.queued(), 2);
    go->count_down();
    ASSERT_TRUE(waitFor([&] { return last.isFinished(); }));
    EXPECT_EQ(lane.queued(), 0);
}

TEST(Lane, DestroyingItDropsWhatWaitsAndDoesNotWaitForWhatRuns)
{
    auto go = std::make_shared<std::latch>(1);
    auto ranDropped = std::make_shared<std::atomic<bool>>(false);
    QFuture<int> running, dropped;
    {
        Lane lane(QStringLiteral("test"));
        auto started = std::make_shared<std::latch>(1);
        running = lane.run([started, go] {
            started->count_down();
            go->wait();
            return 7;
        });
        started->wait();
        dropped = lane.run([ranDropped] {
            *ranDropped = true;
            return 8;
        });
    } // would hang here if it waited
    EXPECT_FALSE(running.isFinished());
    EXPECT_TRUE(waitFor([&] { return dropped.isFinished(); }));
    EXPECT_EQ(dropped.resultCount(), 0);
    go->count_down();
    ASSERT_TRUE(waitFor([&] { return running.isFinished(); }));
    EXPECT_EQ(running.result(), 7);
    EXPECT_FALSE(*ranDropped);
}

TEST(Lane, DestroysTheWorkOfADroppedFutureWithItsCaptures)
{
    const auto held = std::make_shared<int>(1);
    auto go = std::make_shared<std::latch>(1);
    {
        Lane lane(QStringLiteral("test"));
        auto started = std::make_shared<std::latch>(1);
        (void)lane.run([started, go] {
            started->count_down();
            go->wait();
            return 0;
        });
        started->wait();
        (void)lane.run([held] { return *held; });
    }
    EXPECT_EQ(held.use_count(), 1);
    go->count_down();
}

TEST(Lane, DrainsOnlyWhenNothingRunsAnywhere)
{
    ASSERT_TRUE(Lane::drainAll(std::chrono::seconds(20)));
    Lane lane(QStringLiteral("test"));
    auto started = std::make_shared<std::latch>(1);
    auto go = std::make_shared<std::latch>(1);
    (void)lane.run([started, go] {
        started->count_down();
        go->wait();
        return 0;
    });
    started->wait();
    EXPECT_FALSE(Lane::drainAll(std::chrono::milliseconds(1)));
    go->count_down();
    EXPECT_TRUE(Lane::drainAll(std::chrono::seconds(20)));
}
