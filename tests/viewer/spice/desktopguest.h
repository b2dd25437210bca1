// SPDX-License-Identifier: GPL-3.0-or-later
// A Debian with X and spice-vdagent (tests/lab/lab/desktop.py) on one of QEMU's video cards, and the shell on its serial port.
#pragma once

#include "tests/viewer/spice/spiceprobe.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>
#include <memory>

class DesktopGuest : public testing::TestWithParam<const char *> {
protected:
    static QStringList arguments(const QString &video)
    {
        static const QStringList files = [] {
            QProcess lab;
            lab.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(VIVARIUM_LABCTL), QStringLiteral("desktop")});
            lab.waitForFinished(300000);
            return QString::fromLocal8Bit(lab.readAllStandardOutput()).trimmed().split(u'\n');
        }();
        if (files.size() != 2)
            return {};
        return QStringList{QStringLiteral("-kernel"), files[0], QStringLiteral("-initrd"), files[1], QStringLiteral("-append"), QStringLiteral("console=ttyS0 quiet")}
               + QStringLiteral("-cpu max -m 512 -device %1 -spice unix=on,addr=@/spice,disable-ticketing=on "
                                "-device virtio-serial-pci -chardev spicevmc,id=vdagent,name=vdagent "
                                "-device virtserialport,chardev=vdagent,name=com.redhat.spice.0 "
                                "-chardev spiceport,id=folder,name=org.spice-space.webdav.0 "
                                "-device virtserialport,chardev=folder,name=org.spice-space.webdav.0 "
                                "-device intel-hda -device hda-duplex,audiodev=sound -audiodev spice,id=sound")
                     .arg(video).split(u' ');
    }

    /// They boot side by side.
    static void SetUpTestSuite()
    {
        for (const char *video : videos) {
            if (const auto words = arguments(QString::fromLatin1(video)); !words.isEmpty())
                guests[video] = std::make_unique<QemuGuest>(words);
        }
        for (auto &[video, guest] : guests)
            guest->start();
        for (auto &[video, guest] : guests)
            guest->waitToHear("VIVARIUM-DESKTOP-READY", 180);
    }
    static void TearDownTestSuite() { guests.clear(); }

    void SetUp() override
    {
        // Where the library plays by itself, a file appears.
        qputenv("SPICE_GST_AUDIOSINK", "fakesrc num-buffers=1 sizetype=fixed sizemax=4 ! filesink name=audiosink location=" + QFile::encodeName(libraryPlayed()));
        ASSERT_TRUE(guests.contains(GetParam())) << "the guest could not be built";
        guest = guests.at(GetParam()).get();
        ASSERT_TRUE(answers("true")) << guest->problem().toStdString() << guest->heard().toStdString();
        probe.openDescriptors(*guest);
        ASSERT_TRUE(probe.waitConnected()) << guest->problem().toStdString();
        ASSERT_TRUE(spinUntil([this] { return probe.session.canResize(); }, std::chrono::seconds(60))) << "the agent does not answer";
        ASSERT_TRUE(spinUntil([this] { return probe.session.pointerMode() == ConsoleSession::PointerMode::Absolute; }, std::chrono::seconds(60)));
    }
    void TearDown() override { EXPECT_TRUE(probe.leave(*guest)); }

    /// Begins a command in the guest's shell.
    void tell(const QByteArray &command)
    {
        guest->forget();
        guest->say(command + "; echo the-''end $?");
    }
    /// Whether the command that was told last ended well.
    bool endsWell(int seconds = 60) { return guest->waitToHear("the-end ", seconds) && guest->waitToHear("the-end 0", 1); }
    bool answers(const QByteArray &command)
    {
        tell(command);
        return endsWell();
    }

    QString libraryPlayed() const { return m_folder.filePath(QStringLiteral("played")); }

    static constexpr const char *videos[] = {"qxl-vga,max_outputs=2", "virtio-vga"};
    static inline std::map<std::string, std::unique_ptr<QemuGuest>> guests;
    QemuGuest *guest = nullptr;
    SpiceProbe probe;

private:
    QTemporaryDir m_folder;
};
