// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/spice/spiceprobe.h"

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

namespace {

struct SpiceInput : testing::Test {
    QemuGuest guest{spiceArguments()};
    SpiceProbe probe;

    void SetUp() override
    {
        ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
        ASSERT_TRUE(guest.waitToHear("guest ready"));
        ASSERT_TRUE(guest.obeys("mode 640 480"));
        probe.openDescriptors(guest);
        ASSERT_TRUE(probe.shows(guest.screendump()));
        ASSERT_TRUE(spinUntil([this] { return probe.session.lockKeys().has_value(); }));
        guest.forget();
    }
    void press(quint32 evdev, bool down) { probe.session.sendKey({evdev, 0, down}); }
};

} // namespace

TEST_F(SpiceInput, KeysReachTheGuestAsTheirScanCodes)
{
    press(KEY_A, true);
    press(KEY_A, false);
    EXPECT_TRUE(guest.waitToHear("key 1e\nkey 9e\n"));
    guest.forget();
    press(KEY_RIGHTCTRL, true);
    press(KEY_LEFT, true);
    press(KEY_LEFT, false);
    press(KEY_RIGHTCTRL, false);
    EXPECT_TRUE(guest.waitToHear("key e0\nkey 1d\nkey e0\nkey 4b\nkey e0\nkey cb\nkey e0\nkey 9d\n")) << guest.heard().toStdString();
    guest.forget();
    press(KEY_102ND, true);
    press(KEY_102ND, false);
    EXPECT_TRUE(guest.waitToHear("key 56\nkey d6\n"));
    guest.forget();
    press(KEY_PAUSE, true);
    press(KEY_PAUSE, false);
    EXPECT_TRUE(guest.waitToHear("key e1\nkey 1d\nkey 45\nkey e1\nkey 9d\nkey c5\n")) << guest.heard().toStdString();
}

TEST_F(SpiceInput, APlainMouseMovesByStepsAndItsButtonsAndWheelAreSeen)
{
    ASSERT_EQ(probe.session.pointerMode(), ConsoleSession::PointerMode::Relative);
    probe.session.sendRelativePointer({12, -7}, 0);
    EXPECT_TRUE(guest.waitToHear("mouse 00 12 7\n")) << guest.heard().toStdString();
    guest.forget();
    probe.session.sendRelativePointer({}, 1);
    EXPECT_TRUE(guest.waitToHear("mouse 01 0 0\n"));
    probe.session.sendRelativePointer({}, 1 | 4);
    EXPECT_TRUE(guest.waitToHear("mouse 03 0 0\n"));
    probe.session.sendRelativePointer({3, 0}, 4);
    EXPECT_TRUE(guest.waitToHear("mouse 03 3 0\n")) << guest.heard().toStdString();
    EXPECT_TRUE(guest.waitToHear("mouse 02 0 0\n"));
}
