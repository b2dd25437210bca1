// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/handle.h"

#include "core/libvirt/blocking.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/subscription.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <libvirt/libvirt.h>

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <thread>

namespace {

/// Drops a reference of the test's own: true when it was the last one.
bool wasLast(virConnectPtr raw)
{
    return virConnectClose(raw) == 0;
}

} // namespace

TEST(Handle, CopiesHoldTheObjectUntilTheLastIsGone)
{
    const TestHost host(1);
    auto connection = host.open();
    ASSERT_TRUE(connection);
    away([&] {
        auto *raw = connection.get();
        virConnectRef(raw);
        auto copy = connection;
        connection = nullptr;
        EXPECT_EQ(copy.get(), raw);
        EXPECT_EQ(virConnectIsAlive(raw), 1);
        copy = nullptr;
        EXPECT_TRUE(wasLast(raw));
    });
}

TEST(Handle, MovingTakesTheReferenceAlong)
{
    const TestHost host(1);
    auto connection = host.open();
    ASSERT_TRUE(connection);
    away([&] {
        auto *raw = connection.get();
        virConnectRef(raw);
        {
            const auto moved = std::move(connection);
            EXPECT_FALSE(connection); // NOLINT: what a moved-from handle is, is the point
            EXPECT_EQ(moved.get(), raw);
        }
        EXPECT_TRUE(wasLast(raw));
    });
}

TEST(Handle, SharingAddsAReferenceOfItsOwn)
{
    const TestHost host(1);
    auto connection = host.open();
    ASSERT_TRUE(connection);
    away([&] {
        auto *raw = connection.get();
        auto shared = ConnectHandle::share(raw);
        connection = nullptr;
        EXPECT_EQ(virConnectIsAlive(raw), 1);
        virConnectRef(raw);
        shared = nullptr;
        EXPECT_TRUE(wasLast(raw));
    });
}

TEST(Handle, AMachineKeepsItsConnectionOpen)
{
    const TestHost host(1);
    auto connection = host.open();
    ASSERT_TRUE(connection);
    away([&] {
        auto domain = domains::lookup(connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        connection = nullptr;
        const auto info = domains::info(*domain);
        ASSERT_TRUE(info);
        EXPECT_EQ(info->state, MachineState::Running);
    });
}

TEST(Handle, ManyThreadsMayCopyOneAtOnce)
{
    const TestHost host(1);
    auto connection = host.open();
    ASSERT_TRUE(connection);
    away([&] {
        auto *raw = connection.get();
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < 4; ++i) {
                threads.emplace_back([connection] {
                    for (int n = 0; n < 2000; ++n) {
                        const auto copy = connection;
                        EXPECT_TRUE(copy);
                    }
                });
            }
        }
        virConnectRef(raw);
        connection = nullptr;
        EXPECT_TRUE(wasLast(raw));
    });
}

TEST(Blocking, WorkStaysInAThreadThatMayBlock)
{
    away([] {
        std::thread::id in;
        runWhereItMayBlock([&in] { in = std::this_thread::get_id(); });
        EXPECT_EQ(in, std::this_thread::get_id());
    });
}

TEST(Blocking, WorkOfTheGuiThreadIsDoneElsewhere)
{
    ASSERT_TRUE(isGuiThread());
    std::atomic<std::thread::id> in;
    runWhereItMayBlock([&in] { in = std::this_thread::get_id(); });
    ASSERT_TRUE(waitFor([&] { return in.load() != std::thread::id(); }));
    EXPECT_NE(in.load(), std::this_thread::get_id());
}

TEST(Blocking, OneDeadNetworkDoesNotHoldUpTheOthers)
{
    const auto go = std::make_shared<std::latch>(1);
    const auto done = std::make_shared<std::atomic<bool>>(false);
    runWhereItMayBlock([go] { go->wait(); });
    runWhereItMayBlock([done] { *done = true; });
    EXPECT_TRUE(waitFor([&] { return done->load(); }));
    go->count_down();
}

TEST(Blocking, TheEndOfTheProgramCanWaitForWhatIsGivenBack)
{
    ASSERT_TRUE(drainReleases(std::chrono::seconds(20)));
    const auto go = std::make_shared<std::latch>(1);
    runWhereItMayBlock([go] { go->wait(); });
    EXPECT_FALSE(drainReleases(std::chrono::milliseconds(1)));
    go->count_down();
    EXPECT_TRUE(drainReleases(std::chrono::seconds(20)));
}

TEST(Subscription, IsTakenBackOnceAndAwayFromTheGuiThread)
{
    std::atomic<int> times = 0;
    std::atomic<bool> blocked = false;
    {
        Subscription first(std::make_shared<SinkGate>(), [&] {
            blocked = mayBlockHere();
            ++times;
        });
        EXPECT_TRUE(first.isActive());
        Subscription second = std::move(first);
        second.reset();
        second.reset();
        EXPECT_FALSE(second.isActive());
    }
    ASSERT_TRUE(waitFor([&] { return times > 0; }));
    EXPECT_TRUE(blocked);
    EXPECT_EQ(times, 1);
}

TEST(Subscription, ClosesTheGateBeforeItsDestructorReturns)
{
    const auto gate = std::make_shared<SinkGate>();
    int passed = 0;
    {
        const Subscription subscription(gate, [] {});
        gate->pass([&] { ++passed; });
    }
    gate->pass([&] { ++passed; });
    EXPECT_EQ(passed, 1);
}

TEST(Subscription, MayEndInsideItsOwnSink)
{
    const auto gate = std::make_shared<SinkGate>();
    auto subscription = std::make_unique<Subscription>(gate, [] {});
    gate->pass([&] { subscription.reset(); });
    EXPECT_EQ(subscription, nullptr);
}
