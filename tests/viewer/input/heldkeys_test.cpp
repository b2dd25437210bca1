// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/heldkeys.h"

#include <gtest/gtest.h>

namespace {

constexpr ConsoleKey press(quint32 evdev, quint32 keysym)
{
    return {evdev, keysym, true};
}
constexpr ConsoleKey release(quint32 evdev, quint32 keysym)
{
    return {evdev, keysym, false};
}

} // namespace

TEST(HeldKeys, ReleasesAKeyWithTheKeysymItWasPressedWith)
{
    HeldKeys held;
    ASSERT_TRUE(held.filter(press(42, 0xffe1)));
    ASSERT_TRUE(held.filter(press(30, 'A')));
    ASSERT_TRUE(held.filter(release(42, 0xffe1)));
    const auto sent = held.filter(release(30, 'a'));
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->keysym, quint32('A'));
    EXPECT_FALSE(sent->down);
    EXPECT_TRUE(held.isEmpty());
}

TEST(HeldKeys, ReleasesAllInReverseOrder)
{
    HeldKeys held;
    held.filter(press(29, 0xffe3));
    held.filter(press(56, 0xffe9));
    held.filter(press(30, 'a'));
    const auto releases = held.releaseAll();
    ASSERT_EQ(releases.size(), 3);
    EXPECT_EQ(releases.at(0).evdev, 30u);
    EXPECT_EQ(releases.at(1).evdev, 56u);
    EXPECT_EQ(releases.at(2).evdev, 29u);
    for (const auto &each : releases)
        EXPECT_FALSE(each.down);
    EXPECT_TRUE(held.isEmpty());
    EXPECT_TRUE(held.releaseAll().isEmpty());
}

TEST(HeldKeys, DropsAReleaseWithoutItsPress)
{
    HeldKeys held;
    EXPECT_FALSE(held.filter(release(30, 'a')));
}

TEST(HeldKeys, RepeatsWithoutHoldingTwice)
{
    HeldKeys held;
    EXPECT_TRUE(held.filter(press(30, 'a')));
    EXPECT_TRUE(held.filter(press(30, 'a')));
    EXPECT_EQ(held.releaseAll().size(), 1);
}

TEST(HeldKeys, TellsKeysWithoutAPlaceApartByTheirKeysym)
{
    HeldKeys held;
    EXPECT_TRUE(held.filter(press(0, 'x')));
    EXPECT_TRUE(held.filter(press(0, 'y')));
    EXPECT_TRUE(held.filter(release(0, 'x')));
    ASSERT_EQ(held.releaseAll().size(), 1);
}

TEST(HeldKeys, IgnoresAKeyThatIsNothing)
{
    HeldKeys held;
    EXPECT_FALSE(held.filter(press(0, 0)));
}
