// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostways.h"

#include "core/hosts/capabilities.h"
#include "core/hosts/hostdevices.h"
#include "core/hosts/portsinuse.h"

#include <gtest/gtest.h>

#include <QTcpServer>

namespace {
HostFacts facts(const char *version, bool isSession = true)
{
    return {QStringLiteral("qemu"), QString::fromLatin1(version), isSession, true, true, true};
}

DomainCapabilities capabilities()
{
    DomainCapabilities caps;
    caps.known = caps.memfd = true;
    caps.filesystems = QStringList{QStringLiteral("path"), QStringLiteral("handle"), QStringLiteral("virtiofs")};
    return caps;
}
} // namespace

TEST(HostWays, LeaveForwardingToPasstOnlyWhereItIsReady)
{
    auto caps = capabilities();
    EXPECT_EQ(forwardingOf(facts("9.0.0"), caps), Forwarding::Qemu) << "Debian's has it taken out";
    EXPECT_EQ(forwardingOf(facts("9.2.0"), caps), Forwarding::Passt);
    EXPECT_EQ(forwardingOf(facts("10.0.0", false), caps), Forwarding::Qemu) << "a system's daemon may not start it";
    EXPECT_EQ(forwardingOf(facts("8.1.0"), caps), Forwarding::None);
    EXPECT_EQ(forwardingOf(facts(""), caps), Forwarding::None);
    auto without = facts("10.0.0");
    without.hasPasst = false;
    EXPECT_EQ(forwardingOf(without, caps), Forwarding::Qemu);
    EXPECT_TRUE(isPasstMissing(without, caps));
    EXPECT_FALSE(isPasstMissing(facts("10.0.0"), caps));
    without.isLocal = false;
    EXPECT_FALSE(isPasstMissing(without, caps)) << "nobody can see it from here";
    caps.networkBackends = QStringList{QStringLiteral("default")};
    EXPECT_EQ(forwardingOf(facts("11.0.0"), caps), Forwarding::Qemu) << "the host says that it cannot";
    auto other = facts("10.0.0");
    other.driver = QStringLiteral("xen");
    EXPECT_EQ(forwardingOf(other, capabilities()), Forwarding::None);
}

TEST(HostWays, TakeVirtioFsWhereTheDaemonMayServeIt)
{
    auto caps = capabilities();
    EXPECT_EQ(folderSharingOf(facts("9.0.0", false), caps), FolderSharing::VirtioFs);
    EXPECT_EQ(folderSharingOf(facts("9.0.0"), caps), FolderSharing::Plan9OfSession);
    EXPECT_EQ(folderSharingOf(facts("10.0.0"), caps), FolderSharing::VirtioFs);
    auto without = facts("9.0.0", false);
    without.hasVirtiofsd = false;
    EXPECT_EQ(folderSharingOf(without, caps), FolderSharing::Plan9WithoutServer);
    without.isLocal = false;
    EXPECT_EQ(folderSharingOf(without, caps), FolderSharing::VirtioFs);
    caps.memfd = false;
    EXPECT_EQ(folderSharingOf(facts("10.0.0"), caps), FolderSharing::Plan9) << "its server must see the machine's memory";
    EXPECT_EQ(folderSharingOf(facts("10.0.0"), {}), FolderSharing::None);
}

TEST(HostWays, AreReadFromTheDomainCapabilities)
{
    const auto caps = readDomainCapabilities(QStringLiteral(
        "<domainCapabilities><devices><filesystem supported='yes'><enum name='driverType'><value>path</value><value>virtiofs</value></enum></filesystem>"
        "<interface supported='yes'><enum name='backendType'><value>default</value><value>passt</value></enum></interface></devices></domainCapabilities>"));
    EXPECT_EQ(caps.filesystems, (QStringList{QStringLiteral("path"), QStringLiteral("virtiofs")}));
    EXPECT_EQ(caps.networkBackends, (QStringList{QStringLiteral("default"), QStringLiteral("passt")}));
}

TEST(HostCards, AreThoseThatHangOnABus)
{
    const auto card = readHostCard(QStringLiteral("<device><name>net_eth0_52_54</name><parent>pci_0000_00_03_0</parent><capability type='net'>"
                                                  "<interface>eth0</interface><link speed='1000' state='up'/><capability type='80203'/></capability></device>"));
    ASSERT_TRUE(card);
    EXPECT_EQ(card->name, u"eth0");
    EXPECT_TRUE(card->isUp);
    EXPECT_FALSE(card->isWireless);
    const auto wireless = readHostCard(QStringLiteral("<device><parent>pci_0</parent><capability type='net'><interface>wlan0</interface><link state='down'/>"
                                                      "<capability type='80211'/></capability></device>"));
    ASSERT_TRUE(wireless);
    EXPECT_TRUE(wireless->isWireless);
    EXPECT_FALSE(wireless->isUp);
    EXPECT_FALSE(readHostCard(QStringLiteral("<device><parent>computer</parent><capability type='net'><interface>lo</interface></capability></device>")));
    EXPECT_FALSE(readHostCard(QStringLiteral("<device><parent>pci_0</parent><capability type='storage'/></device>")));
    EXPECT_FALSE(readHostCard(QStringLiteral("rubbish <")));
}

TEST(PortsInUse, AreReadFromTheKernelsTable)
{
    QSet<quint16> ports;
    addWaitingPorts("  sl  local_address rem_address   st tx_queue\n"
                    "   0: 0100007F:08AE 00000000:0000 0A 00000000:00000000\n"  // 2222 on the loopback, waiting
                    "   1: 00000000:1F90 00000000:0000 0A 00000000:00000000\n"  // 8080 everywhere
                    "   2: 0100007F:1234 0100007F:08AE 01 00000000:00000000\n"  // a connection
                    "   3: 0200A8C0:0016 00000000:0000 0A 00000000:00000000\n"  // another address alone
                    "rubbish\n   4: zz 00 0A\n", ports);
    EXPECT_EQ(ports, (QSet<quint16>{2222, 8080}));
    ports.clear();
    addWaitingPorts("  sl  local_address\n"
                    "   0: 00000000000000000000000001000000:0277 00000000000000000000000000000000:0000 0A 0\n"
                    "   1: 0000000000000000FFFF00000100007F:0278 00000000000000000000000000000000:0000 0A 0\n"
                    "   2: B80D0120000000000000000001000000:0279 00000000000000000000000000000000:0000 0A 0\n", ports);
    EXPECT_EQ(ports, (QSet<quint16>{631, 632}));
}

TEST(PortsInUse, HoldOneThatThisTestWaitsAt)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    EXPECT_TRUE(portsInUse().tcp.contains(server.serverPort()));
    EXPECT_GE(lowestFreePort(), 0);
}
