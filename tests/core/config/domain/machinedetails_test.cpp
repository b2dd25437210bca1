// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/machinedetails.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

MachineDetails detailsFrom(const char *name)
{
    const auto config = DomainConfig::parse(testdata::text(QStringLiteral("config/data/corpus/") + QLatin1StringView(name)));
    EXPECT_TRUE(config);
    return detailsOf(*config);
}

QStringList devicesOf(const std::vector<TextPortFacts> &ports)
{
    QStringList devices;
    for (const auto &port : ports)
        devices += port.device;
    return devices;
}

} // namespace

TEST(MachineDetails, ReadTheHardware)
{
    const auto details = detailsFrom("stored-by-libvirt.xml");
    EXPECT_EQ(details.accelerator, QStringLiteral("kvm"));
    EXPECT_EQ(details.architecture, QStringLiteral("x86_64"));
    EXPECT_EQ(details.machineType, QStringLiteral("pc-q35-7.2"));
    EXPECT_EQ(details.vcpus, 2);
    EXPECT_EQ(details.memory, Bytes::gib(2));
    EXPECT_FALSE(details.uefi);
    ASSERT_EQ(details.disks.size(), 1U);
    EXPECT_EQ(details.disks[0].target, QStringLiteral("vda"));
    EXPECT_EQ(details.disks[0].source, QStringLiteral("/var/lib/libvirt/images/stored.qcow2"));
    EXPECT_EQ(details.disks[0].format, QStringLiteral("qcow2"));
    ASSERT_EQ(details.nics.size(), 1U);
    EXPECT_EQ(details.nics[0].mac, QStringLiteral("52:54:00:11:22:33"));
    EXPECT_EQ(details.nics[0].source, QStringLiteral("default"));
    EXPECT_EQ(details.osName, QString());
}

TEST(MachineDetails, SeeFirmwareSecureBootAndTpm)
{
    const auto windows = detailsFrom("windows-11.xml");
    EXPECT_TRUE(windows.uefi);
    EXPECT_TRUE(windows.secureBoot);
    EXPECT_TRUE(windows.hasTpm);
    const auto arm = detailsFrom("one-line.xml");
    EXPECT_TRUE(arm.uefi);
    EXPECT_FALSE(arm.secureBoot);
    EXPECT_FALSE(arm.hasTpm);
    EXPECT_EQ(arm.memory, Bytes::mib(512));
}

TEST(MachineDetails, CountDisplaysAsLibvirtDoes)
{
    const auto displays = detailsFrom("many-displays.xml").displays;
    ASSERT_EQ(displays.size(), 5U);
    for (size_t i = 0; i < displays.size(); ++i)
        EXPECT_EQ(displays[i].index, int(i));
    EXPECT_EQ(displays[0].kind, DisplayKind(QStringLiteral("egl-headless")));
    EXPECT_EQ(displays[1].kind, displays::vnc());
    EXPECT_EQ(displays[1].port, 5907);
    EXPECT_EQ(displays[1].listen, QStringLiteral("127.0.0.1"));
    EXPECT_TRUE(displays[1].hasPassword);
    EXPECT_EQ(displays[2].tlsPort, 5909);
    EXPECT_EQ(displays[3].socketPath, QStringLiteral("/run/x.sock"));
    EXPECT_EQ(displays[3].port, -1);
    EXPECT_EQ(displays[4].port, -1);
    EXPECT_FALSE(displays[4].hasPassword);
}

TEST(MachineDetails, TellAContainerFromAMachine)
{
    EXPECT_TRUE(detailsFrom("lxc.xml").isContainer);
    EXPECT_FALSE(detailsFrom("many-displays.xml").isContainer);
}

TEST(MachineDetails, ListASerialPortOnce)
{
    EXPECT_EQ(devicesOf(detailsFrom("many-displays.xml").textPorts), QStringList({QStringLiteral("serial0"), QStringLiteral("console1")}));
    EXPECT_EQ(devicesOf(detailsFrom("lxc.xml").textPorts), QStringList({QStringLiteral("console0")}));
}

TEST(MachineDetails, CallAPortAsLibvirtDoesAndSayWhereItIs)
{
    const auto config = DomainConfig::parse(QStringLiteral(
        "<domain><devices><serial type='pty'><source path='/dev/pts/3'/><target type='isa-serial' port='0'/><alias name='ua-first'/></serial>"
        "<console type='pty'><target type='serial' port='0'/></console>"
        "<console type='pty'><target type='virtio' port='1'/><alias name='console1'/></console></devices></domain>"));
    ASSERT_TRUE(config);
    const auto ports = detailsOf(*config).textPorts;
    ASSERT_EQ(ports.size(), 2U);
    EXPECT_EQ(ports[0], (TextPortFacts{TextPortFacts::Kind::Serial, 0, QStringLiteral("ua-first"), QStringLiteral("isa-serial"),
                                       QStringLiteral("pty"), QStringLiteral("/dev/pts/3")}));
    EXPECT_EQ(ports[1].kind, TextPortFacts::Kind::Console);
    EXPECT_EQ(ports[1].device, u"console1");
    EXPECT_EQ(ports[1].model, u"virtio");
}

TEST(MachineDetails, NameTheSourceOfEveryKindOfDisk)
{
    QStringList sources;
    for (const auto &disk : detailsFrom("many-disks.xml").disks)
        sources += disk.source;
    EXPECT_EQ(sources, QStringList({QStringLiteral("rbd:pool/image"), QStringLiteral("default/x.qcow2"), QStringLiteral("/dev/mapper/mpatha"), QString(),
                                    QStringLiteral("/f.img"), QStringLiteral("/etc"), QStringLiteral("/top.qcow2"), QStringLiteral("/implicit")}));
    EXPECT_EQ(detailsFrom("many-disks.xml").disks[7].device, QStringLiteral("disk"));
}

TEST(MachineDetails, NameTheSourceOfEveryKindOfNetworkCard)
{
    QStringList sources;
    for (const auto &nic : detailsFrom("many-nics.xml").nics)
        sources += nic.kind + u'=' + nic.source;
    EXPECT_EQ(sources, QStringList({QStringLiteral("network=default"), QStringLiteral("bridge=br0"), QStringLiteral("user="),
                                    QStringLiteral("direct=eth0"), QStringLiteral("hostdev="), QStringLiteral("vhostuser=")}));
    EXPECT_EQ(detailsFrom("many-nics.xml").nics[0].target, QStringLiteral("vnet0"));
}

TEST(MachineDetails, CarryWordsThatNobodyKnows)
{
    const auto details = detailsFrom("unknown-everything.xml");
    EXPECT_EQ(details.accelerator, QStringLiteral("quantum"));
    EXPECT_EQ(details.memory, Bytes());
    ASSERT_EQ(details.disks.size(), 1U);
    EXPECT_EQ(details.disks[0].bus, QStringLiteral("teleport"));
    ASSERT_EQ(details.displays.size(), 1U);
    EXPECT_EQ(details.displays[0].port, -1);
}

TEST(MachineDetails, AreThereForEveryFileOfTheCorpus)
{
    for (const auto &file : testdata::filesIn(QStringLiteral("config/data/corpus"))) {
        const auto config = DomainConfig::parse(testdata::text(file));
        ASSERT_TRUE(config) << file.toStdString();
        EXPECT_GE(detailsOf(*config).vcpus, 1) << file.toStdString();
    }
}
