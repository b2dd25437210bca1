// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinerows.h"

#include "tests/ui/support/testhost.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

TEST(MachineRows, ShowsEveryMachineInNaturalOrder)
{
    TestHost world;
    MachineRows rows(world.inventory.machines());
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_NE(world.connectWith(120), nullptr);
    ASSERT_TRUE(spinUntil([&] { return rows.rowCount() == 120; }));
    for (int row = 0; row < rows.rowCount(); ++row) {
        EXPECT_EQ(rows.index(row, MachineList::Name).data().toString(), QStringLiteral("vm-%1").arg(row));
        EXPECT_EQ(rows.rowOf(rows.at(row)), row);
    }
}

TEST(MachineRows, FiltersByNameStateAndHostTogether)
{
    TestHost world;
    MachineRows rows(world.inventory.machines());
    auto *first = world.connectWith(40, QStringLiteral("first"));
    auto *second = world.connectWith(10, QStringLiteral("second"));
    ASSERT_TRUE(first && second);
    ASSERT_TRUE(spinUntil([&] { return rows.rowCount() == 50; }));
    rows.setText(QStringLiteral(" VM-1 "));
    EXPECT_EQ(rows.rowCount(), 12); // 1, 10 … 19 and the second host's 1
    rows.setHost(first);
    EXPECT_EQ(rows.rowCount(), 11);
    rows.setGroup(StateGroup::Running);
    EXPECT_EQ(rows.rowCount(), 5);
    rows.setText({});
    rows.setGroup(StateGroup::Any);
    rows.setHost(nullptr);
    EXPECT_EQ(rows.rowCount(), 50);
}

TEST(MachineRows, MovesAMachineInAndOutOfTheFilterWithItsState)
{
    TestHost world;
    MachineRows rows(world.inventory.machines());
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto *host = world.connectWith(6);
    ASSERT_NE(host, nullptr);
    rows.setGroup(StateGroup::Paused);
    EXPECT_EQ(rows.rowCount(), 0);
    auto *machine = host->machineNamed(u"vm-0");
    machine->pause();
    ASSERT_TRUE(spinUntil([&] { return rows.rowCount() == 1; }));
    // The event may be here before the verb itself has come home; until then no other is allowed.
    ASSERT_TRUE(spinUntil([&] { return bool(machine->may(MachineVerb::Resume)); }));
    machine->resume();
    EXPECT_TRUE(spinUntil([&] { return rows.rowCount() == 0; }));
}

TEST(MachineRows, KeepsSelectedRowsWhenTheOrderChanges)
{
    TestHost world;
    MachineRows rows(world.inventory.machines());
    ASSERT_NE(world.connectWith(30), nullptr);
    ASSERT_TRUE(spinUntil([&] { return rows.rowCount() == 30; }));
    const QPersistentModelIndex third(rows.index(2, 0));
    auto *machine = MachineRows::machineOf(third);
    rows.sort(MachineList::Name, Qt::DescendingOrder);
    EXPECT_EQ(third.row(), 27);
    EXPECT_EQ(MachineRows::machineOf(third), machine);
}

TEST(MachineRows, AnnouncesAFilterOverThousandsAsOneReset)
{
    TestHost world;
    MachineRows rows(world.inventory.machines());
    ASSERT_NE(world.connectWith(5000), nullptr);
    ASSERT_TRUE(spinUntil([&] { return rows.rowCount() == 5000; }, std::chrono::seconds(60)));
    int resets = 0, removals = 0;
    QObject::connect(&rows, &QAbstractItemModel::modelReset, &rows, [&] { ++resets; });
    QObject::connect(&rows, &QAbstractItemModel::rowsRemoved, &rows, [&] { ++removals; });
    rows.setText(QStringLiteral("7"));
    EXPECT_EQ(resets, 1);
    EXPECT_EQ(removals, 0);
    for (int row = 0; row < rows.rowCount(); ++row)
        ASSERT_TRUE(rows.at(row)->name().contains(QLatin1Char('7')));
    rows.sort(MachineList::State, Qt::AscendingOrder);
    EXPECT_EQ(resets, 1);
    rows.setText({});
    EXPECT_EQ(rows.rowCount(), 5000);
    EXPECT_EQ(groupOf(rows.at(0)->state()), StateGroup::Running);
    EXPECT_EQ(groupOf(rows.at(4999)->state()), StateGroup::Off);
}
