// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/inventory.h"

#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "tests/core/hosts/world.h"
#include "tests/core/testdata.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

#include <gtest/gtest.h>

namespace {

HostUri at(const QString &text)
{
    return HostUri::parse(text).value();
}

struct Room {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("s.ini"))};
    Inventory inventory{settings};
    QAbstractItemModelTester listTester{&inventory.machines(), QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester treeTester{&inventory.tree(), QAbstractItemModelTester::FailureReportingMode::Fatal};

    Host &listed(const QString &uri)
    {
        auto &host = inventory.hosts().add(at(uri), {}, HostList::Keep::ForThisRun);
        host.connectToHost();
        EXPECT_TRUE(waitFor([&] { return host.isListed(); }));
        return host;
    }
};

} // namespace

TEST(Inventory, BringsMachinesOfAllHostsTogether)
{
    Room room;
    TestHost one(10), two(7);
    auto &a = room.listed(one.uri());
    auto &b = room.listed(two.uri());
    EXPECT_EQ(room.inventory.machines().rowCount(), 17);
    EXPECT_EQ(room.inventory.runningCount(), 17);
    auto &tree = room.inventory.tree();
    EXPECT_EQ(tree.rowCount(), 2);
    EXPECT_EQ(tree.rowCount(tree.indexOf(&a)), 10);
    EXPECT_EQ(tree.rowCount(tree.indexOf(&b)), 7);
    for (auto *machine : b.machines()) {
        const auto index = tree.indexOf(machine);
        ASSERT_TRUE(index.isValid());
        EXPECT_EQ(tree.machineAt(index), machine);
        EXPECT_EQ(tree.hostAt(index), &b);
        EXPECT_EQ(index.parent(), tree.indexOf(&b));
        EXPECT_EQ(room.inventory.machines().at(room.inventory.machines().rowOf(machine)), machine);
    }
    room.inventory.hosts().move(&b, 0);
    EXPECT_EQ(tree.indexOf(&b).row(), 0);
    EXPECT_EQ(tree.indexOf(b.machines().front()).parent(), tree.indexOf(&b));
    std::vector<Machine *> removed;
    QObject::connect(&room.inventory, &Inventory::machineRemoved, &room.inventory, [&](Machine *m) { removed.push_back(m); });
    room.inventory.hosts().remove(&a);
    EXPECT_EQ(removed.size(), 10u);
    EXPECT_EQ(room.inventory.machines().rowCount(), 7);
    EXPECT_EQ(tree.rowCount(), 1);
}

TEST(Inventory, FindsAMachineByIdentityThenByName)
{
    Room room;
    TestHost source(3);
    auto &host = room.listed(source.uri());
    auto *machine = host.machine(TestHost::uuid(1));
    EXPECT_EQ(room.inventory.findMachine(TestHost::uuid(1).toString(QUuid::WithoutBraces)), machine);
    EXPECT_EQ(room.inventory.findMachine(TestHost::name(1)), machine);
    EXPECT_EQ(room.inventory.findMachine(QStringLiteral("nobody")), nullptr);
    auto &other = room.inventory.hosts().add(at(QStringLiteral("test:///default")), {}, HostList::Keep::ForThisRun);
    EXPECT_EQ(room.inventory.findMachine(TestHost::name(1), &other), nullptr);
}

TEST(Inventory, ChangesOnlyTheRowThatChanged)
{
    Room room;
    TestHost source(20);
    auto &host = room.listed(source.uri());
    auto &list = room.inventory.machines();
    auto *machine = host.machine(TestHost::uuid(5));
    QSet<int> rows;
    QObject::connect(&list, &QAbstractItemModel::dataChanged, &list, [&](const QModelIndex &first, const QModelIndex &last) {
        for (int row = first.row(); row <= last.row(); ++row)
            rows.insert(row);
    });
    auto &job = machine->pause();
    ASSERT_TRUE(waitFor([&] { return job.isFinished() && machine->state() == MachineState::Paused; }));
    EXPECT_EQ(rows, QSet<int>{list.rowOf(machine)});
    const auto state = list.index(list.rowOf(machine), MachineList::State).data(MachineList::ValueRole);
    EXPECT_EQ(MachineState(state.toInt()), MachineState::Paused);
}

TEST(Inventory, AddsFiveThousandAtOnce)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    Inventory inventory(settings);
    TestHost source(5000);
    auto &host = inventory.hosts().add(at(source.uri()), {}, HostList::Keep::ForThisRun);
    int insertions = 0;
    QObject::connect(&inventory.machines(), &QAbstractItemModel::rowsInserted, &inventory, [&] { ++insertions; });
    host.connectToHost();
    ASSERT_TRUE(waitFor([&] { return host.isListed(); }, std::chrono::seconds(60)));
    EXPECT_EQ(inventory.machines().rowCount(), 5000);
    EXPECT_EQ(insertions, 1);
    EXPECT_EQ(inventory.machines().rowOf(host.machines()[4321]), 4321);

    // Scattered removals, as when a filter of another program undefines every other machine.
    std::vector<Machine *> odd;
    for (std::size_t i = 1; i < host.machines().size(); i += 2)
        odd.push_back(host.machines()[i]);
    QElapsedTimer clock;
    clock.start();
    inventory.machines().remove(odd);
    EXPECT_LT(clock.elapsed(), 200);
    EXPECT_EQ(inventory.machines().rowCount(), 2500);
    EXPECT_EQ(inventory.machines().rowOf(host.machines()[4320]), 2160);
    EXPECT_EQ(inventory.machines().rowOf(host.machines()[4321]), -1);
}

TEST(Inventory, ProbesWithoutAdding)
{
    Room room;
    std::optional<Result<HostFacts>> answer;
    deliver(room.inventory.probe(at(QStringLiteral("test:///default"))), &room.inventory, [&](const Result<HostFacts> &facts) { answer = facts; });
    ASSERT_TRUE(waitFor([&] { return answer.has_value(); }));
    ASSERT_TRUE(*answer);
    EXPECT_EQ((*answer)->hypervisor, QStringLiteral("TEST"));
    EXPECT_EQ(room.inventory.hosts().rowCount(), 0);

    answer.reset();
    deliver(room.inventory.probe(at(QStringLiteral("bogus:///x"))), &room.inventory, [&](const Result<HostFacts> &facts) { answer = facts; });
    ASSERT_TRUE(waitFor([&] { return answer.has_value(); }));
    EXPECT_FALSE(*answer);
    EXPECT_EQ(answer->error().kind, Error::Kind::DriverMissing);
}

TEST(Inventory, ConnectsSavedHostsThatWantIt)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    TestHost source(2);
    {
        Inventory inventory(settings);
        inventory.hosts().add(at(QStringLiteral("test:///default")), {}, HostList::Keep::Saved);
        inventory.hosts().add(at(source.uri()), {}, HostList::Keep::Saved).setAutoconnect(false);
    }
    Inventory inventory(settings);
    inventory.open();
    ASSERT_EQ(inventory.hosts().rowCount(), 2);
    EXPECT_TRUE(waitFor([&] { return inventory.hosts().at(0)->isListed(); }));
    EXPECT_EQ(inventory.hosts().at(1)->state(), HostState::Disconnected);
    EXPECT_TRUE(inventory.defaultChoices().empty());
}

TEST(Inventory, ClosesWithoutWaiting)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    TestHost source(500);
    QElapsedTimer clock;
    {
        Inventory inventory(settings);
        auto &host = inventory.hosts().add(at(source.uri()), {}, HostList::Keep::ForThisRun);
        host.connectToHost();
        ASSERT_TRUE(waitFor([&] { return host.isListed(); }));
        clock.start();
        inventory.close();
    }
    EXPECT_LT(clock.elapsed(), 200);
    EXPECT_TRUE(waitFor([] { return Lane::drainAll(std::chrono::milliseconds(1)); }));
}
