// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/locklights.h"

#include <QKeyEvent>

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

namespace {
QKeyEvent press(quint32 state)
{
    return {QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, 38, 'a', state};
}
} // namespace

TEST(LockLights, AreReadFromTheStateOfAnX11Event)
{
    EXPECT_EQ(locklights::of(press(0x02), keymap::Source::X11), (LockKeys{false, false, true}));
    EXPECT_EQ(locklights::of(press(0x10), keymap::Source::X11), (LockKeys{false, true, false}));
    EXPECT_EQ(locklights::of(press(0x01), keymap::Source::X11), (LockKeys{}));
    EXPECT_FALSE(locklights::of(press(0x02), keymap::Source::Other));
}

TEST(LockLights, ArePressedWhereTheyDiffer)
{
    EXPECT_TRUE(locklights::toggles({false, true, true}, {false, true, true}).isEmpty());
    const auto caps = locklights::toggles({false, true, true}, {false, true, false});
    ASSERT_EQ(caps.size(), 2);
    EXPECT_EQ(caps.at(0).evdev, quint32(KEY_CAPSLOCK));
    EXPECT_TRUE(caps.at(0).down);
    EXPECT_FALSE(caps.at(1).down);
    EXPECT_EQ(locklights::toggles({}, {false, true, true}).size(), 4);
    // A guest may use Scroll Lock for itself.
    EXPECT_TRUE(locklights::toggles({true, false, false}, {}).isEmpty());
}
