// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/session/reconnect.h"

#include "tests/support/spin.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

TEST(Reconnect, TriesAgainAfterALoss)
{
    Reconnect reconnect;
    QSignalSpy tries(&reconnect, &Reconnect::tryNow);
    reconnect.lost();
    EXPECT_TRUE(reconnect.isWaiting());
    EXPECT_EQ(reconnect.secondsLeft(), 1);
    EXPECT_TRUE(spinUntil([&] { return tries.count() == 1; }));
    EXPECT_EQ(reconnect.secondsLeft(), 0);
}

TEST(Reconnect, WaitsLongerEachTimeUpToABound)
{
    Reconnect reconnect;
    QList<std::chrono::milliseconds> waits;
    for (int i = 0; i < 9; ++i) {
        waits.append(reconnect.nextWait());
        reconnect.lost();
        reconnect.stop();
    }
    EXPECT_EQ(waits, (QList<std::chrono::milliseconds>{250ms, 500ms, 1s, 2s, 4s, 8s, 16s, 30s, 30s}));
    reconnect.succeeded();
    EXPECT_EQ(reconnect.nextWait(), 250ms);
}

TEST(Reconnect, CountsALossOnceWhileItWaits)
{
    Reconnect reconnect;
    reconnect.lost();
    reconnect.lost();
    reconnect.lost();
    EXPECT_EQ(reconnect.nextWait(), 500ms);
}

TEST(Reconnect, GoesAtOnceWhenNudged)
{
    Reconnect reconnect;
    for (int i = 0; i < 5; ++i) {
        reconnect.lost();
        reconnect.stop();
    }
    reconnect.lost();
    QSignalSpy tries(&reconnect, &Reconnect::tryNow);
    QSignalSpy countdown(&reconnect, &Reconnect::countdownChanged);
    reconnect.nudge();
    EXPECT_EQ(tries.count(), 1);
    EXPECT_EQ(countdown.count(), 1);
    EXPECT_FALSE(reconnect.isWaiting());
    EXPECT_EQ(reconnect.nextWait(), 250ms);
}

TEST(Reconnect, CountsDownVisibly)
{
    Reconnect reconnect;
    for (int i = 0; i < 3; ++i) {
        reconnect.lost();
        reconnect.stop();
    }
    reconnect.lost(); // 2 s
    EXPECT_EQ(reconnect.secondsLeft(), 2);
    EXPECT_TRUE(spinUntil([&] { return reconnect.secondsLeft() == 1; }));
    reconnect.stop();
    EXPECT_EQ(reconnect.secondsLeft(), 0);
}
