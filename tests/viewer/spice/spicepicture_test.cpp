// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/spice/spiceprobe.h"

#include <gtest/gtest.h>

using State = ConsoleSession::State;

TEST(SpicePicture, ShowsWhatQemuShowsOverDescriptors)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    ASSERT_TRUE(guest.obeys("mode 640 480"));
    SpiceProbe probe;
    probe.openDescriptors(guest);
    ASSERT_TRUE(probe.waitConnected());
    EXPECT_TRUE(probe.shows(guest.screendump()));
    EXPECT_EQ(probe.session.framebuffer().size(), QSize(640, 480));
    EXPECT_EQ(probe.states, (QList<State>{State::Connecting, State::Connected}));
    EXPECT_GE(probe.socketsAsked, 3); // display, cursor, inputs
}

TEST(SpicePicture, FollowsDamageAndANewSize)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    ASSERT_TRUE(guest.obeys("mode 640 480"));
    SpiceProbe probe;
    probe.openDescriptors(guest);
    ASSERT_TRUE(probe.shows(guest.screendump()));
    QRegion damage;
    const auto waitForDamageAt = [&](QPoint place) {
        return spinUntil([&] {
            probe.session.framebuffer().read([&](const QImage &, const QRegion &fresh) { damage += fresh; });
            return damage.contains(place);
        });
    };
    // What comes after this is no part of the first picture any more.
    ASSERT_TRUE(guest.obeys("fill 0 0 8 8 ffffff"));
    ASSERT_TRUE(probe.shows(guest.screendump()));
    ASSERT_TRUE(waitForDamageAt({639, 479}));
    ASSERT_TRUE(waitForDamageAt({4, 4}));
    damage = {};
    ASSERT_TRUE(guest.obeys("fill 64 96 32 16 ff8040"));
    ASSERT_TRUE(waitForDamageAt({70, 100}));
    EXPECT_TRUE(probe.shows(guest.screendump()));
    EXPECT_FALSE(damage.contains(QPoint(400, 400)));

    ASSERT_TRUE(guest.obeys("mode 800 600"));
    EXPECT_TRUE(probe.shows(guest.screendump()));
    EXPECT_EQ(probe.session.framebuffer().size(), QSize(800, 600));
    EXPECT_EQ(probe.sizes.last(), QSize(800, 600));
    EXPECT_TRUE(probe.enabled.isEmpty());
}

TEST(SpicePicture, StaysWhenTheServerIsGone)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    ASSERT_TRUE(guest.obeys("mode 640 480"));
    SpiceProbe probe;
    probe.openDescriptors(guest);
    const QImage truth = guest.screendump();
    ASSERT_TRUE(probe.shows(truth));
    guest.kill();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, ConsoleError::Kind::Closed) << qPrintable(probe.error->message);
    EXPECT_EQ(probe.timesClosed, 1);
    EXPECT_EQ(probe.session.framebuffer().snapshot(), truth);
}

TEST(SpicePicture, ShowsEachMonitorInASessionOfItsOwn)
{
    QemuGuest guest(spiceArguments() + QStringLiteral("-device secondary-vga,id=second").split(u' '));
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    SpiceProbe probe;
    probe.openDescriptors(guest);
    ASSERT_TRUE(spinUntil([&] { return probe.session.headCount() == 2; }));
    EXPECT_GE(probe.timesHeadsChanged, 1);
    ASSERT_TRUE(guest.obeys("mode 640 480"));
    EXPECT_TRUE(probe.shows(guest.screendump()));
    auto *second = probe.session.head(1);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->protocolName(), QStringLiteral("SPICE"));
    EXPECT_EQ(second->state(), State::Connected);
    EXPECT_FALSE(second->framebuffer().size().isEmpty());
    EXPECT_EQ(probe.session.head(2), nullptr);
    // What is typed there reaches the one keyboard.
    ASSERT_TRUE(spinUntil([&] { return second->lockKeys().has_value(); }));
    guest.forget();
    second->sendKey({30, 0, true});
    second->sendKey({30, 0, false});
    EXPECT_TRUE(guest.waitToHear("key 1e\nkey 9e\n"));
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(second->state(), State::Closed);
}

TEST(SpicePicture, ShowsTheColoursOfSixteenBits)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    ASSERT_TRUE(guest.obeys("mode16 640 480"));
    SpiceProbe probe;
    probe.openDescriptors(guest);
    ASSERT_TRUE(probe.waitConnected());
    const QImage truth = guest.screendump();
    // As the guest draws it, and not only alike in both ways out of QEMU.
    ASSERT_EQ(truth.pixelColor(1, 0).red() >> 3, int((2654435761U & 0xffffff) >> 19));
    EXPECT_TRUE(probe.shows(truth));
}
