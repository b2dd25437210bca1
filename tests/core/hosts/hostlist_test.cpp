// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostlist.h"

#include "tests/core/hosts/world.h"
#include "tests/core/testdata.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

namespace {

HostUri at(const char *text)
{
    return HostUri::parse(QString::fromLatin1(text)).value();
}

QStringList labelsOf(const HostList &list)
{
    QStringList labels;
    for (int row = 0; row < list.rowCount(); ++row)
        labels << list.at(row)->label();
    return labels;
}

} // namespace

TEST(HostList, IsThereInTheNextRunInTheSameOrder)
{
    World world;
    QUuid second;
    {
        HostList list(world.services, world.settings);
        list.add(at("qemu+ssh://a/system"), {}, HostList::Keep::Saved);
        auto &host = list.add(at("qemu+ssh://b/system"), QStringLiteral("Lab «ü» & \"x\""), HostList::Keep::Saved);
        host.setAutoconnect(false);
        host.setBuiltIn(true);
        second = host.id();
        list.add(at("test:///default"), {}, HostList::Keep::ForThisRun);
        list.move(&host, 0);
    }
    HostList again(world.services, world.settings);
    again.restore();
    EXPECT_EQ(labelsOf(again), (QStringList{QStringLiteral("Lab «ü» & \"x\""), QStringLiteral("a")}));
    EXPECT_EQ(again.at(0)->id(), second);
    EXPECT_FALSE(again.at(0)->autoconnect());
    EXPECT_TRUE(again.at(0)->isBuiltIn());
    EXPECT_TRUE(again.at(1)->autoconnect());
    EXPECT_TRUE(again.at(1)->givenLabel().isEmpty());
    EXPECT_EQ(again.at(1)->state(), HostState::Disconnected);
}

TEST(HostList, GivesTheHostThatHasTheAddressAlready)
{
    World world;
    HostList list(world.services, world.settings);
    auto &first = list.add(at("test:///default"), QStringLiteral("one"), HostList::Keep::ForThisRun);
    auto &second = list.add(at("test:///default"), QStringLiteral("two"), HostList::Keep::Saved);
    EXPECT_EQ(&first, &second);
    EXPECT_EQ(list.rowCount(), 1);
    HostList again(world.services, world.settings);
    again.restore();
    EXPECT_EQ(again.rowCount(), 1) << "asked to keep it, so it is kept";
}

TEST(HostList, MovesAsItSays)
{
    World world;
    HostList list(world.services, world.settings);
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const char *uri : {"qemu+ssh://a/system", "qemu+ssh://b/system", "qemu+ssh://c/system", "qemu+ssh://d/system"})
        list.add(at(uri), {}, HostList::Keep::Saved);
    const auto L = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    list.move(list.at(0), 2);
    EXPECT_EQ(labelsOf(list), L("b c a d"));
    list.move(list.at(3), 0);
    EXPECT_EQ(labelsOf(list), L("d b c a"));
    list.move(list.at(1), 99);
    EXPECT_EQ(labelsOf(list), L("d c a b"));
    list.move(list.at(2), 2);
    EXPECT_EQ(labelsOf(list), L("d c a b"));
    list.remove(list.at(1));
    EXPECT_EQ(labelsOf(list), L("d a b"));
}

TEST(HostList, SkipsWhatIsDamaged)
{
    World world;
    world.settings.set(keys::savedHosts, QByteArray(R"([{"uri":"qemu:///"}, 7, null, {"id":"x","uri":"test:///default"}, {"uri":"test:///default"}])"));
    HostList list(world.services, world.settings);
    list.restore();
    ASSERT_EQ(list.rowCount(), 1);
    EXPECT_FALSE(list.at(0)->id().isNull());
    world.settings.set(keys::savedHosts, QByteArray("\xff\xfe not json"));
    HostList other(world.services, world.settings);
    other.restore();
    EXPECT_EQ(other.rowCount(), 0);
}

TEST(HostList, SavesNoPassword)
{
    World world;
    EXPECT_FALSE(HostUri::parse(QStringLiteral("qemu+ssh://ann:hunter2@h/system")));
    HostList list(world.services, world.settings);
    list.add(at("qemu+ssh://ann@h/system"), {}, HostList::Keep::Saved);
    EXPECT_TRUE(world.settings.get(keys::savedHosts).contains("ann@h"));
}
