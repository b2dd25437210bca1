// SPDX-License-Identifier: GPL-3.0-or-later
// A server that goes away in each of its channels, and ways to channels that fail.
#include "tests/viewer/spice/spiceprobe.h"

#include "viewer/session/guestaudio.h"
#include "viewer/session/guestfiles.h"
#include "viewer/session/usbredirection.h"

#include <QCoreApplication>
#include <QDir>

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <unistd.h>

using Kind = ConsoleError::Kind;

namespace {

/// A session whose every connection leads over a socket that the test can shut.
struct Cuttable : SpiceProbe {
    QList<int> ours;

    int connectThrough(const QemuGuest &guest)
    {
        const int descriptor = guest.connectTo(QStringLiteral("spice"));
        // The same socket: shutting this one shuts the session's.
        ours.append(dup(descriptor));
        return descriptor;
    }
    void openThrough(const QemuGuest &guest)
    {
        Endpoint endpoint;
        endpoint.descriptor = connectThrough(guest);
        endpoint.openAnother = [this, &guest](const Endpoint::Opened &opened) { opened(connectThrough(guest), {}); };
        session.open(std::move(endpoint));
    }
    void cut(int number) { shutdown(ours[number], SHUT_RDWR); }
    ~Cuttable()
    {
        for (const int each : std::as_const(ours))
            close(each);
    }
};

QStringList withSound()
{
    return spiceArguments() + QStringLiteral("-device intel-hda -device hda-duplex,audiodev=sound -audiodev spice,id=sound").split(u' ');
}

} // namespace

TEST(SpiceChannels, ServerMayDieInEachOfThem)
{
    QemuGuest guest(withSound());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    ASSERT_TRUE(guest.obeys("mode 640 480"));
    const QImage truth = guest.screendump();
    constexpr int all = 6; // main, display, inputs, cursor, playback, record
    int lost = 0, kept = 0;
    for (int number = 0; number < all; ++number) {
        Cuttable probe;
        probe.openThrough(guest);
        ASSERT_TRUE(probe.shows(truth)) << number;
        ASSERT_TRUE(spinUntil([&] { return probe.ours.size() == all && probe.session.lockKeys(); })) << probe.ours.size();
        probe.cut(number);
        // What is gone may be sound alone: then the picture lives on, and a new one comes.
        ASSERT_TRUE(guest.obeys("fill 0 0 640 480 00000" + QByteArray::number(number + 1)));
        const QImage fresh = guest.screendump();
        ASSERT_TRUE(spinUntil([&] { return probe.error || probe.session.framebuffer().snapshot() == fresh; })) << number;
        ASSERT_TRUE(guest.obeys("draw 0"));
        if (spinUntil([&] { return probe.error.has_value(); }, std::chrono::milliseconds(300))) {
            EXPECT_EQ(probe.error->kind, Kind::Closed) << number;
            EXPECT_EQ(probe.timesClosed, 1);
            EXPECT_EQ(probe.session.state(), ConsoleSession::State::Closed);
            ++lost;
        } else {
            EXPECT_EQ(probe.session.state(), ConsoleSession::State::Connected);
            ++kept;
        }
    }
    EXPECT_EQ(lost, 4);
    EXPECT_EQ(kept, 2);
}

TEST(SpiceChannels, ServerMayHangUpWhileEachOfThemOpens)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    for (int number = 0; number < 4; ++number) {
        SpiceProbe probe;
        int asked = 0;
        const auto next = [&] {
            if (asked++ != number)
                return guest.connectTo(QStringLiteral("spice"));
            int ends[2];
            if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
                return -1;
            close(ends[1]);
            return ends[0];
        };
        Endpoint endpoint;
        endpoint.descriptor = next();
        endpoint.openAnother = [&](const Endpoint::Opened &opened) { opened(next(), {}); };
        probe.session.open(std::move(endpoint));
        ASSERT_TRUE(probe.waitClosed()) << number;
        EXPECT_EQ(probe.error->kind, Kind::Closed) << number << ' ' << probe.error->message.toStdString();
        EXPECT_EQ(probe.timesClosed, 1);
    }
}

TEST(SpiceChannels, WayThatFailsIsSaidInItsOwnWords)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.descriptor = guest.connectTo(QStringLiteral("spice"));
    endpoint.openAnother = [](const Endpoint::Opened &opened) {
        QMetaObject::invokeMethod(qApp, [opened] { opened(-1, QStringLiteral("the tunnel is shut")); }, Qt::QueuedConnection);
    };
    probe.session.open(std::move(endpoint));
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Unreachable);
    EXPECT_EQ(probe.error->message, QStringLiteral("the tunnel is shut"));
}

TEST(SpiceChannels, ConnectionThatComesTooLateIsClosed)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    Endpoint::Opened late;
    auto probe = std::make_unique<SpiceProbe>();
    Endpoint endpoint;
    endpoint.descriptor = guest.connectTo(QStringLiteral("spice"));
    endpoint.openAnother = [&](const Endpoint::Opened &opened) { late = opened; };
    probe->session.open(std::move(endpoint));
    ASSERT_TRUE(spinUntil([&] { return bool(late); }));
    probe.reset();
    int ends[2];
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    late(ends[0], {});
    char byte;
    EXPECT_EQ(read(ends[1], &byte, 1), 0) << "the other end sees that it was closed";
    close(ends[1]);
}

TEST(SpiceChannels, ServerWithoutExtrasOffersNone)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    SpiceProbe probe;
    probe.openDescriptors(guest);
    ASSERT_TRUE(probe.waitConnected());
    ASSERT_TRUE(spinUntil([&] { return probe.session.lockKeys().has_value(); }));
    EXPECT_EQ(probe.session.usbRedirection()->availability(), UsbRedirection::Availability::NoRedirector);
    EXPECT_TRUE(probe.session.usbRedirection()->devices().isEmpty());
    EXPECT_FALSE(probe.session.guestFiles()->canReceive());
    EXPECT_FALSE(probe.session.guestFiles()->canShareFolder());
    EXPECT_FALSE(probe.session.guestAudio()->canRecord());
    EXPECT_FALSE(probe.session.canResize());
    EXPECT_EQ(probe.session.headCount(), 1);
}

TEST(SpiceChannels, LeaveNoDescriptorBehindHoweverOftenTheyAreOpened)
{
    QemuGuest guest(spiceArguments());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size(); };
    const auto once = [&](bool politely) {
        SpiceProbe probe;
        probe.openDescriptors(guest);
        ASSERT_TRUE(probe.waitConnected());
        ASSERT_TRUE(spinUntil([&] { return probe.session.lockKeys() && !probe.session.framebuffer().size().isEmpty(); }));
        if (politely) {
            probe.session.close();
            ASSERT_TRUE(probe.waitClosed());
        }
    };
    once(true);
    const auto before = descriptors();
    for (int i = 0; i < 12; ++i)
        once(i % 2 == 0);
    EXPECT_TRUE(spinUntil([&] { return descriptors() <= before; })) << before << " became " << descriptors();
}
