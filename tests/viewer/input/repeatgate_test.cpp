// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/repeatgate.h"

#include <gtest/gtest.h>

namespace {

constexpr ConsoleKey press{45, 'x', true};
constexpr ConsoleKey release{45, 'x', false};
constexpr ConsoleKey otherPress{46, 'c', true};

} // namespace

TEST(RepeatGate, ForgetsAReleaseThatIsFollowedByItsPressAtTheSameMoment)
{
    RepeatGate gate;
    gate.hold(release, 100);
    EXPECT_TRUE(gate.repeats(press, 100));
    EXPECT_FALSE(gate.takeHeld());
}

TEST(RepeatGate, KeepsAReleaseWhoseKeyIsPressedLater)
{
    RepeatGate gate;
    gate.hold(release, 100);
    EXPECT_FALSE(gate.repeats(press, 101));
    const auto late = gate.takeHeld();
    ASSERT_TRUE(late);
    EXPECT_EQ(late->evdev, release.evdev);
    EXPECT_FALSE(late->down);
    EXPECT_FALSE(gate.takeHeld());
}

TEST(RepeatGate, KeepsAReleaseWhenAnotherKeyIsPressed)
{
    RepeatGate gate;
    gate.hold(release, 100);
    EXPECT_FALSE(gate.repeats(otherPress, 100));
    EXPECT_TRUE(gate.takeHeld());
}

TEST(RepeatGate, SeesNoRepeatWhereNothingWasLetGoOf)
{
    RepeatGate gate;
    EXPECT_FALSE(gate.repeats(press, 100));
}
