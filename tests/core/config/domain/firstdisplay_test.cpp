// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/firstdisplay.h"

#include <gtest/gtest.h>

namespace {
DomainConfig parsed(const char *devices)
{
    return DomainConfig::parse(QStringLiteral("<domain type='kvm'>\n  <name>a</name>\n  <devices>\n    <own:thing xmlns:own='x'/>\n%1  </devices>\n</domain>\n")
                                   .arg(QLatin1StringView(devices)))
        .value();
}
} // namespace

TEST(FirstDisplay, BringsDisplayCardAndTablet)
{
    auto config = parsed("    <controller type='usb' model='qemu-xhci'/>\n");
    ASSERT_TRUE(firstdisplay::addTo(config));
    const auto xml = config.toXml();
    EXPECT_TRUE(xml.contains(QStringLiteral("<own:thing xmlns:own='x'/>"))) << xml.toStdString();
    EXPECT_TRUE(xml.contains(QStringLiteral("type=\"vnc\"")) || xml.contains(QStringLiteral("type='vnc'"))) << xml.toStdString();
    EXPECT_TRUE(xml.contains(QStringLiteral("127.0.0.1")));
    EXPECT_TRUE(xml.contains(QStringLiteral("virtio")));
    EXPECT_TRUE(xml.contains(QStringLiteral("tablet")));
}

TEST(FirstDisplay, KeepsACardAndReplacesTheOneThatIsNone)
{
    auto card = parsed("    <video><model type='qxl'/></video>\n");
    ASSERT_TRUE(firstdisplay::addTo(card));
    EXPECT_TRUE(card.toXml().contains(QStringLiteral("<video><model type='qxl'/></video>")));
    EXPECT_FALSE(card.toXml().contains(QStringLiteral("tablet"))) << "there is no USB bus";
    auto none = parsed("    <video><model type='none'/></video>\n");
    ASSERT_TRUE(firstdisplay::addTo(none));
    EXPECT_FALSE(none.toXml().contains(QStringLiteral("'none'")));
}

TEST(FirstDisplay, LeavesAMachineWithADisplayAlone)
{
    auto config = parsed("    <graphics type='spice'/>\n");
    const auto before = config.toXml();
    EXPECT_FALSE(firstdisplay::addTo(config));
    EXPECT_EQ(config.toXml(), before);
}
