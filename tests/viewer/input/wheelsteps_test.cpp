// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/wheelsteps.h"

#include <gtest/gtest.h>

TEST(WheelSteps, AddsFineTurnsUpToWholeSteps)
{
    WheelSteps wheel;
    EXPECT_EQ(wheel.add({0, 50}), QPoint(0, 0));
    EXPECT_EQ(wheel.add({0, 50}), QPoint(0, 0));
    EXPECT_EQ(wheel.add({0, 50}), QPoint(0, 1));
    EXPECT_EQ(wheel.add({0, 90}), QPoint(0, 1));
}

TEST(WheelSteps, GivesSeveralStepsAtOnce)
{
    WheelSteps wheel;
    EXPECT_EQ(wheel.add({-240, 360}), QPoint(-2, 3));
}

TEST(WheelSteps, ForgetsTheRestWhenTurnedRound)
{
    WheelSteps wheel;
    wheel.add({0, 110});
    EXPECT_EQ(wheel.add({0, -110}), QPoint(0, 0));
    EXPECT_EQ(wheel.add({0, -10}), QPoint(0, -1));
}
