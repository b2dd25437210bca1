// SPDX-License-Identifier: GPL-3.0-or-later
// Debian's graphical installer, looked at over SPICE and over VNC at once: both show what QEMU says that it shows.
#include "tests/viewer/spice/spiceprobe.h"

#include "viewer/rfb/rfbsession.h"

#include <gtest/gtest.h>

#include <QProcess>

#include <algorithm>
#include <vector>

namespace {

QStringList kernelAndInitrd()
{
    QProcess lab;
    lab.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(VIVARIUM_LABCTL), QStringLiteral("installer")});
    lab.waitForFinished(300000);
    return QString::fromLocal8Bit(lab.readAllStandardOutput()).trimmed().split(u'\n');
}

/// Text has few colours; the banner of the first page has thousands.
bool isGraphical(const QImage &screen)
{
    std::vector<QRgb> colours;
    for (int y = 0; y < screen.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(screen.constScanLine(y));
        colours.insert(colours.end(), line, line + screen.width());
    }
    std::sort(colours.begin(), colours.end());
    return std::unique(colours.begin(), colours.end()) - colours.begin() > 1000;
}

} // namespace

TEST(Installer, LooksTheSameOverEveryProtocol)
{
    const auto files = kernelAndInitrd();
    ASSERT_EQ(files.size(), 2) << "the installer could not be unpacked";
    QemuGuest guest(QStringList{QStringLiteral("-kernel"), files[0], QStringLiteral("-initrd"), files[1], QStringLiteral("-append"), QStringLiteral("vga=788 quiet")}
                    + QStringLiteral("-cpu max -m 1536 -device VGA -spice unix=on,addr=@/spice,disable-ticketing=on -vnc unix:@/vnc").split(u' '));
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(spinUntil([&] { return isGraphical(guest.screendump()); }, std::chrono::minutes(4)));

    SpiceProbe spice;
    spice.openDescriptors(guest);
    RfbSession vnc;
    Endpoint endpoint;
    endpoint.descriptor = guest.connectTo(QStringLiteral("vnc"));
    vnc.open(std::move(endpoint));
    // The page may still be painted: what counts is one moment at which all three agree.
    QImage truth;
    EXPECT_TRUE(spinUntil(
        [&] {
            truth = guest.screendump();
            return isGraphical(truth) && spice.session.framebuffer().snapshot() == truth && vnc.framebuffer().snapshot() == truth;
        },
        std::chrono::minutes(1)));
    if (testing::Test::HasFailure())
        ADD_FAILURE() << "SPICE alike: " << (spice.session.framebuffer().snapshot() == truth) << ", VNC alike: " << (vnc.framebuffer().snapshot() == truth);
}
