// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/eventloop.h"

#include "core/base/filedescriptor.h"
#include "tests/core/support/waiting.h"

#include <libvirt/libvirt.h>

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <csignal>
#include <latch>
#include <random>

#include <sys/socket.h>
#include <unistd.h>

namespace {

class EventLoopTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(EventLoop::start()); }
};

struct SocketPair {
    FileDescriptor near, far;
    SocketPair()
    {
        std::array<int, 2> fds{-1, -1};
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds.data()), 0);
        near.reset(fds[0]);
        far.reset(fds[1]);
    }
    void knock() const { EXPECT_EQ(::write(far.get(), "x", 1), 1); }
    void answer() const
    {
        char byte = 0;
        EXPECT_EQ(::read(near.get(), &byte, 1), 1);
    }
};

} // namespace

TEST_F(EventLoopTest, LetsTheProgramSurviveWritingToADaemonThatDied)
{
    SocketPair pair;
    pair.far.reset();
    EXPECT_EQ(::write(pair.near.get(), "x", 1), -1);
    EXPECT_EQ(errno, EPIPE);
}

TEST_F(EventLoopTest, CallsAHandleWhenItsDescriptorIsReadable)
{
    const SocketPair pair;
    std::atomic<int> calls = 0, events = 0;
    std::atomic<bool> released = false, inLoop = false;
    const int watch = EventLoop::addHandle(
        pair.near.get(), VIR_EVENT_HANDLE_READABLE,
        [&](int, int, int what) {
            pair.answer();
            events = what;
            inLoop = EventLoop::isCurrentThread();
            ++calls;
        },
        [&] { released = true; });
    pair.knock();
    ASSERT_TRUE(waitFor([&] { return calls == 1; }));
    EXPECT_EQ(events, VIR_EVENT_HANDLE_READABLE);
    EXPECT_TRUE(inLoop);
    EXPECT_TRUE(EventLoop::removeHandle(watch));
    EXPECT_FALSE(EventLoop::removeHandle(watch));
    EXPECT_TRUE(waitFor([&] { return released.load(); }));
}

TEST_F(EventLoopTest, TellsThatTheOtherSideHungUp)
{
    SocketPair pair;
    std::atomic<int> events = 0;
    std::atomic<bool> released = false;
    const int watch = EventLoop::addHandle(
        pair.near.get(), VIR_EVENT_HANDLE_READABLE,
        [&](int own, int, int what) {
            events = what;
            EventLoop::removeHandle(own);
        },
        [&] { released = true; });
    pair.far.reset();
    EXPECT_TRUE(waitFor([&] { return released.load(); }));
    EXPECT_TRUE(events & VIR_EVENT_HANDLE_HANGUP);
    EXPECT_FALSE(EventLoop::removeHandle(watch));
}

TEST_F(EventLoopTest, LeavesADescriptorAloneWhileNothingIsWanted)
{
    const SocketPair pair;
    std::atomic<int> calls = 0;
    std::atomic<bool> released = false;
    const int watch = EventLoop::addHandle(
        pair.near.get(), 0, [&](int, int, int) { pair.answer(); ++calls; }, [&] { released = true; });
    pair.knock();
    std::atomic<bool> turned = false;
    const int timer = EventLoop::addTimer(20, [&](int own) {
        turned = true;
        EventLoop::updateTimer(own, -1);
    });
    ASSERT_TRUE(waitFor([&] { return turned.load(); }));
    EXPECT_EQ(calls, 0);
    EventLoop::updateHandle(watch, VIR_EVENT_HANDLE_READABLE);
    EXPECT_TRUE(waitFor([&] { return calls == 1; }));
    EventLoop::removeTimer(timer);
    EventLoop::removeHandle(watch);
    EXPECT_TRUE(waitFor([&] { return released.load(); }));
}

TEST_F(EventLoopTest, FiresATimerAgainAndAgainAndNotTooEarly)
{
    using namespace std::chrono;
    std::atomic<int> fired = 0;
    std::atomic<bool> released = false;
    const auto before = steady_clock::now();
    const int timer = EventLoop::addTimer(10, [&](int) { ++fired; }, [&] { released = true; });
    ASSERT_TRUE(waitFor([&] { return fired >= 3; }));
    EXPECT_GE(steady_clock::now() - before, milliseconds(28)); // each may round down by less than 1 ms
    EXPECT_TRUE(EventLoop::removeTimer(timer));
    EXPECT_TRUE(waitFor([&] { return released.load(); }));
    const int after = fired;
    std::atomic<bool> later = false;
    const int probe = EventLoop::addTimer(40, [&](int own) {
        later = true;
        EventLoop::removeTimer(own);
    });
    ASSERT_TRUE(waitFor([&] { return later.load(); }));
    EXPECT_EQ(fired, after) << "a removed timer fires no more";
    EXPECT_FALSE(EventLoop::removeTimer(probe));
}

TEST_F(EventLoopTest, ASleepingTimerIsWokenByAnUpdate)
{
    std::atomic<bool> fired = false, released = false;
    const int timer = EventLoop::addTimer(-1, [&](int own) {
        EventLoop::updateTimer(own, -1);
        fired = true;
    }, [&] { released = true; });
    EventLoop::updateTimer(timer, 0);
    EXPECT_TRUE(waitFor([&] { return fired.load(); }));
    EventLoop::removeTimer(timer);
    EXPECT_TRUE(waitFor([&] { return released.load(); }));
}

TEST_F(EventLoopTest, OneCallbackMayRemoveAnotherThatIsDue)
{
    // Both are due in the same turn: only the first may run.
    std::atomic<int> ran = 0, released = 0;
    std::latch ready(1);
    int first = 0, second = 0;
    const auto removeBoth = [&](int) {
        ready.wait();
        ++ran;
        EventLoop::removeTimer(first);
        EventLoop::removeTimer(second);
    };
    first = EventLoop::addTimer(5, removeBoth, [&] { ++released; });
    second = EventLoop::addTimer(5, removeBoth, [&] { ++released; });
    ready.count_down();
    ASSERT_TRUE(waitFor([&] { return released == 2; }));
    EXPECT_EQ(ran, 1);
}

TEST_F(EventLoopTest, KeepsWhatACallbackUsesUntilItHasReturned)
{
    std::latch inside(1), go(1);
    std::atomic<bool> released = false, releasedInside = true;
    const int timer = EventLoop::addTimer(0, [&](int own) {
        EventLoop::updateTimer(own, -1);
        inside.count_down();
        go.wait();
        releasedInside = released.load();
    }, [&] { released = true; });
    inside.wait();
    EXPECT_TRUE(EventLoop::removeTimer(timer)); // while it runs in the loop's thread
    go.count_down();
    ASSERT_TRUE(waitFor([&] { return released.load(); }));
    EXPECT_FALSE(releasedInside);
}

TEST_F(EventLoopTest, SleepsWhileThereIsNothingToDo)
{
    using namespace std::chrono;
    std::atomic<bool> fired = false;
    std::atomic<quint64> turnsThen = 0;
    const auto turnsBefore = EventLoop::turns();
    EventLoop::addTimer(300, [&](int own) {
        turnsThen = EventLoop::turns();
        EventLoop::removeTimer(own);
        fired = true;
    });
    ASSERT_TRUE(waitFor([&] { return fired.load(); }));
    EXPECT_LE(turnsThen - turnsBefore, 4u);
}

TEST_F(EventLoopTest, SurvivesAddingAndRemovingFromManyThreads)
{
    std::atomic<int> added = 0, released = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                std::mt19937 random{unsigned(t)};
                const SocketPair pair;
                pair.knock(); // readable all the time
                for (int i = 0; i < 300; ++i) {
                    const int watch = EventLoop::addHandle(pair.near.get(), VIR_EVENT_HANDLE_READABLE, [](int, int, int) {},
                                                           [&] { ++released; });
                    const int timer = EventLoop::addTimer(int(random() % 3) - 1, [](int) {}, [&] { ++released; });
                    added += 2;
                    EventLoop::updateHandle(watch, random() % 2 ? VIR_EVENT_HANDLE_READABLE : 0);
                    EventLoop::updateTimer(timer, int(random() % 3) - 1);
                    EXPECT_TRUE(EventLoop::removeTimer(timer));
                    EXPECT_TRUE(EventLoop::removeHandle(watch));
                }
            });
        }
    }
    EXPECT_EQ(added, 2400);
    EXPECT_TRUE(waitFor([&] { return released == added; }));
}
