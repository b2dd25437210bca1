// SPDX-License-Identifier: GPL-3.0-or-later
// A tiny Linux guest whose agent (tests/support/guestagent) speaks spice-vdagent's protocol, and what it says.
#pragma once

#include "tests/viewer/spice/spiceprobe.h"
#include "viewer/session/guestclipboard.h"

#include <QProcess>

#include <gtest/gtest.h>

#include <memory>

class AgentGuest : public testing::Test {
protected:
    static QStringList bootArguments()
    {
        static const QStringList files = [] {
            QProcess lab;
            lab.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(VIVARIUM_LABCTL), QStringLiteral("direct"), QStringLiteral(VIVARIUM_GUESTAGENT)});
            lab.waitForFinished(180000);
            return QString::fromLocal8Bit(lab.readAllStandardOutput()).trimmed().split(u'\n');
        }();
        if (files.size() != 2)
            return {};
        return {QStringLiteral("-kernel"), files[0], QStringLiteral("-initrd"), files[1], QStringLiteral("-append"),
                QStringLiteral("console=ttyS0 quiet"), QStringLiteral("-m"), QStringLiteral("256")};
    }
    static QStringList arguments()
    {
        return bootArguments()
               + QStringLiteral("-serial unix:@/agent,server=on,wait=off -device VGA -spice unix=on,addr=@/spice,disable-ticketing=on "
                                "-device virtio-serial-pci -chardev spicevmc,id=vdagent,name=vdagent "
                                "-device virtserialport,chardev=vdagent,name=com.redhat.spice.0 "
                                "-chardev spiceport,id=folder,name=org.spice-space.webdav.0 "
                                "-device virtserialport,chardev=folder,name=org.spice-space.webdav.0 "
                                "-device qemu-xhci -chardev spicevmc,id=usb1,name=usbredir -device usb-redir,chardev=usb1 "
                                "-device intel-hda -device hda-duplex,audiodev=sound -audiodev spice,id=sound")
                     .split(u' ');
    }

    struct World {
        QemuGuest guest{arguments()};
        QLocalSocket port;
        QByteArray said;
    };

    static void SetUpTestSuite()
    {
        if (bootArguments().isEmpty())
            return;
        world = std::make_unique<World>();
        if (!world->guest.start())
            return;
        QObject::connect(&world->port, &QLocalSocket::readyRead, &world->port, [] { world->said += world->port.readAll(); });
        spinUntil([] {
            if (world->port.state() == QLocalSocket::UnconnectedState)
                world->port.connectToServer(world->guest.path(QStringLiteral("agent")));
            return world->port.state() == QLocalSocket::ConnectedState;
        });
        spinUntil([] { return world->said.contains("agent: ready"); }, std::chrono::seconds(180));
    }
    static void TearDownTestSuite() { world.reset(); }

    void SetUp() override
    {
        ASSERT_FALSE(bootArguments().isEmpty()) << "the guest could not be built";
        ASSERT_TRUE(world->said.contains("agent: ready")) << guest.problem().toStdString() << guest.heard().toStdString();
        probe.openDescriptors(guest);
        ASSERT_TRUE(probe.waitConnected()) << guest.problem().toStdString();
        ASSERT_TRUE(spinUntil([this] { return probe.session.canResize() && probe.session.guestClipboard()->forms().size() == 2; },
                              std::chrono::seconds(60)));
        ASSERT_TRUE(spinUntil([this] { return probe.session.lockKeys().has_value(); }));
        forgetAgent();
    }
    void TearDown() override { EXPECT_TRUE(probe.leave(guest)); }
    /// What comes after is an answer to what is said from now on; keeps that the agent is there.
    void forgetAgent() { said = "agent: ready\n"; }

    bool agentSays(const QByteArray &text, int seconds = 60)
    {
        return spinUntil([&] { return said.contains(text); }, std::chrono::seconds(seconds));
    }
    void tellAgent(const QByteArray &line) { port.write(line + '\n'); }

    static inline std::unique_ptr<World> world;
    QemuGuest &guest = world->guest;
    QLocalSocket &port = world->port;
    QByteArray &said = world->said;
    SpiceProbe probe;
};
