// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/deliver.h"

#include "core/async/lane.h"
#include "tests/core/support/waiting.h"

#include <QThread>

#include <gtest/gtest.h>

#include <latch>

TEST(Deliver, CallsBackInTheReceiversThread)
{
    Lane lane(QStringLiteral("test"));
    QObject receiver;
    int got = 0;
    QThread *in = nullptr;
    deliver(lane.run([]() -> Result<int> { return 42; }), &receiver, [&](Result<int> result) {
        got = result.value_or(-1);
        in = QThread::currentThread();
    });
    EXPECT_EQ(got, 0) << "never from within deliver()";
    ASSERT_TRUE(waitFor([&] { return in != nullptr; }));
    EXPECT_EQ(got, 42);
    EXPECT_EQ(in, receiver.thread());
}

TEST(Deliver, BringsAnErrorHomeAsItIs)
{
    Lane lane(QStringLiteral("test"));
    QObject receiver;
    std::optional<Error> got;
    deliver(lane.run([]() -> Result<void> { return failure(Error::Kind::Busy, QStringLiteral("m"), QStringLiteral("d")); }),
            &receiver, [&](Result<void> result) { got = result.error(); });
    ASSERT_TRUE(waitFor([&] { return got.has_value(); }));
    EXPECT_EQ(got->kind, Error::Kind::Busy);
    EXPECT_EQ(got->message, QStringLiteral("m"));
    EXPECT_EQ(got->detail, QStringLiteral("d"));
}

TEST(Deliver, VanishesWithItsReceiver)
{
    Lane lane(QStringLiteral("test"));
    auto go = std::make_shared<std::latch>(1);
    auto called = std::make_shared<bool>(false);
    auto receiver = std::make_unique<QObject>();
    const auto future = lane.run([go]() -> Result<int> {
        go->wait();
        return 1;
    });
    deliver(future, receiver.get(), [called](const Result<int> &) { *called = true; });
    receiver.reset();
    EXPECT_EQ(called.use_count(), 1) << "the callback and its captures die with the receiver";
    go->count_down();
    ASSERT_TRUE(waitFor([&] { return future.isFinished(); }));
    QCoreApplication::sendPostedEvents();
    EXPECT_FALSE(*called);
}

TEST(Deliver, TellsThatALaneDroppedTheWork)
{
    auto go = std::make_shared<std::latch>(1);
    QObject receiver;
    std::optional<Result<int>> got;
    {
        Lane lane(QStringLiteral("test"));
        auto started = std::make_shared<std::latch>(1);
        (void)lane.run([started, go] {
            started->count_down();
            go->wait();
            return 0;
        });
        started->wait();
        deliver(lane.run([]() -> Result<int> { return 1; }), &receiver, [&](Result<int> result) { got = std::move(result); });
    }
    ASSERT_TRUE(waitFor([&] { return got.has_value(); }));
    ASSERT_FALSE(*got);
    EXPECT_EQ(got->error().kind, Error::Kind::Cancelled);
    go->count_down();
}

TEST(Deliver, MovesAResultThatCannotBeCopied)
{
    Lane lane(QStringLiteral("test"));
    QObject receiver;
    std::unique_ptr<int> got;
    deliver(lane.run([]() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(5); }), &receiver,
            [&](Result<std::unique_ptr<int>> result) { got = std::move(*result); });
    ASSERT_TRUE(waitFor([&] { return got != nullptr; }));
    EXPECT_EQ(*got, 5);
}
