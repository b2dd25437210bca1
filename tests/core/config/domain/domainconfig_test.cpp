// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/domainconfig.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/general.h"
#include "core/config/domain/nic.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

DomainConfig parsed(const QString &xml)
{
    auto config = DomainConfig::parse(xml);
    EXPECT_TRUE(config) << xml.toStdString();
    return config ? *config : DomainConfig();
}

DomainConfig fromCorpus(const char *name)
{
    return parsed(testdata::text(QStringLiteral("config/data/corpus/") + QLatin1StringView(name)));
}

} // namespace

TEST(DomainConfig, RefusesAnotherRootElement)
{
    const auto config = DomainConfig::parse(QStringLiteral("<network><name>n</name></network>"));
    ASSERT_FALSE(config);
    EXPECT_EQ(config.error().kind, Error::Kind::InvalidInput);
}

TEST(DomainConfig, ListsDevicesKnownOrNotInOrder)
{
    const auto config = fromCorpus("unknown-everything.xml");
    QStringList names;
    for (const auto &device : config.devices())
        names += device.name();
    EXPECT_EQ(names, QStringList({QStringLiteral("disk"), QStringLiteral("teapot"), QStringLiteral("graphics"), QStringLiteral("interface")}));
}

TEST(DomainConfig, KeepsUnknownChildrenWhenTheBusChanges)
{
    auto config = fromCorpus("unknown-everything.xml");
    const auto before = config.toXml();
    auto disk = config.devices<Disk>().front();
    EXPECT_EQ(disk.get(Disk::bus), DiskBus(QStringLiteral("teleport")));
    disk.set(Disk::bus, diskBuses::virtio());
    EXPECT_EQ(config.toXml(), QString(before).replace(QStringLiteral("bus='teleport'"), QStringLiteral("bus='virtio'")));
    disk.set(Disk::bus, DiskBus(QStringLiteral("teleport")));
    EXPECT_EQ(config.toXml(), before);
}

TEST(DomainConfig, PutsANewDeviceBehindTheLastOfItsKind)
{
    auto config = fromCorpus("stored-by-libvirt.xml");
    auto disk = config.addDevice<Disk>();
    disk.set(Disk::target, QStringLiteral("vdb"));
    const auto xml = config.toXml();
    EXPECT_TRUE(xml.contains(QStringLiteral("    </disk>\n    <disk>\n      <target dev='vdb'/>\n    </disk>\n    <controller"))) << xml.toStdString();
}

TEST(DomainConfig, CopiesDeeply)
{
    auto first = fromCorpus("stored-by-libvirt.xml");
    auto second = first;
    second.as<General>().set(General::name, QStringLiteral("other"));
    EXPECT_EQ(first.as<General>().get(General::name), QStringLiteral("stored"));
    EXPECT_FALSE(first.isSameAs(second));
    EXPECT_EQ(first.toXml(), testdata::text(QStringLiteral("config/data/corpus/stored-by-libvirt.xml")));
}

TEST(DomainConfig, IsTheSameWhateverItsCosmetics)
{
    const auto plain = parsed(QStringLiteral("<domain type='kvm' id='1'><name>a</name><memory unit='KiB'>1</memory></domain>"));
    const auto fancy = parsed(QStringLiteral("<?xml version='1.0'?>\n<domain id=\"1\" type=\"kvm\"><!-- c -->\n <memory\nunit='KiB'> 1 </memory>\n"
                                             "<name>a</name></domain>\n"));
    EXPECT_TRUE(plain.isSameAs(fancy));
    EXPECT_TRUE(plain.diff(fancy).empty());
}

TEST(DomainConfig, SeesTheOrderOfDevicesOfOneKind)
{
    const auto one = parsed(QStringLiteral("<domain><devices><disk a='1'/><disk a='2'/></devices></domain>"));
    const auto two = parsed(QStringLiteral("<domain><devices><disk a='2'/><disk a='1'/></devices></domain>"));
    EXPECT_FALSE(one.isSameAs(two));
}

TEST(DomainConfig, TellsEachPlaceThatDiffers)
{
    const auto before = parsed(QStringLiteral("<domain><name>a</name><devices><disk><target dev='vda'/></disk><disk><readonly/></disk></devices></domain>"));
    const auto after = parsed(QStringLiteral("<domain><name>b</name><devices><disk><target dev='vdb' bus='sata'/></disk><disk/></devices></domain>"));
    const std::vector<ConfigChange> expected = {
        {QStringLiteral("name"), QStringLiteral("a"), QStringLiteral("b")},
        {QStringLiteral("devices/disk[1]/target/@dev"), QStringLiteral("vda"), QStringLiteral("vdb")},
        {QStringLiteral("devices/disk[2]/readonly"), QString(), std::nullopt},
        {QStringLiteral("devices/disk[1]/target/@bus"), std::nullopt, QStringLiteral("sata")},
        {QStringLiteral("devices/disk[2]"), std::nullopt, QString()},
    };
    const auto changes = before.diff(after);
    ASSERT_EQ(changes.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(changes[i].path, expected[i].path);
        EXPECT_TRUE(changes[i] == expected[i]) << i;
    }
}

TEST(DomainConfig, DiffersFromNoCopyOfItselfInTheCorpus)
{
    for (const auto &file : testdata::filesIn(QStringLiteral("config/data/corpus"))) {
        const auto config = parsed(testdata::text(file));
        auto changed = config;
        EXPECT_TRUE(config.diff(changed).empty()) << file.toStdString();
        changed.as<General>().set(General::title, QStringLiteral("a title that no file of the corpus has"));
        EXPECT_EQ(config.diff(changed).size(), 1U) << file.toStdString();
    }
}
