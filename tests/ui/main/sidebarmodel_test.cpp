// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/sidebarmodel.h"

#include "tests/ui/support/testhost.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

TEST(SidebarModel, StartsWithAllMachinesThenHostsThenTheirMachines)
{
    TestHost world;
    SidebarModel model(world.inventory.tree());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 1);
    auto *host = world.connectWith(12);
    ASSERT_NE(host, nullptr);
    ASSERT_TRUE(spinUntil([&] { return model.rowCount(model.indexOf(host)) == 12; }));
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.allMachines().data(SidebarModel::DetailRole).toString(), QStringLiteral("12"));
    EXPECT_EQ(model.indexOf(host).data().toString(), QStringLiteral("lab"));
    const auto third = model.index(2, 0, model.indexOf(host));
    EXPECT_EQ(third.data().toString(), QStringLiteral("vm-2"));
    EXPECT_EQ(third.data(Qt::AccessibleTextRole).toString(), QStringLiteral("vm-2"));
    EXPECT_EQ(model.parent(third), model.indexOf(host));
    EXPECT_EQ(model.indexOf(model.machineAt(third)), third);
}

TEST(SidebarModel, FiltersFiveThousandMachinesAndKeepsTheirHosts)
{
    TestHost world;
    SidebarModel model(world.inventory.tree());
    auto *host = world.connectWith(5000);
    auto *other = world.connectWith(3, QStringLiteral("other"));
    ASSERT_TRUE(host && other);
    ASSERT_TRUE(spinUntil([&] { return model.rowCount(model.indexOf(host)) == 5000; }, std::chrono::seconds(60)));
    int resets = 0;
    QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [&] { ++resets; });
    model.setFilter(QStringLiteral("VM-499"));
    EXPECT_EQ(resets, 1);
    EXPECT_EQ(model.rowCount(model.indexOf(host)), 11);
    EXPECT_FALSE(model.indexOf(other).isValid());
    model.setFilter(QStringLiteral("other"));
    EXPECT_EQ(model.rowCount(model.indexOf(other)), 3) << "a host's name brings all its machines";
    EXPECT_FALSE(model.indexOf(host).isValid());
    model.setFilter({});
    EXPECT_EQ(model.rowCount(model.indexOf(host)), 5000);
}

TEST(SidebarModel, SortsByStateWhenAskedAndFollowsChanges)
{
    TestHost world;
    SidebarModel model(world.inventory.tree());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto *host = world.connectWith(6);
    ASSERT_NE(host, nullptr);
    model.setOrder(SidebarModel::Order::State);
    const auto nameAt = [&](int row) { return model.index(row, 0, model.indexOf(host)).data().toString(); };
    EXPECT_EQ(nameAt(0), QStringLiteral("vm-0"));
    EXPECT_EQ(nameAt(1), QStringLiteral("vm-2"));
    EXPECT_EQ(nameAt(3), QStringLiteral("vm-1"));
    host->machineNamed(u"vm-1")->start();
    EXPECT_TRUE(spinUntil([&] { return nameAt(1) == u"vm-1"; }));
}

TEST(SidebarModel, DropsAHostWithItsMachines)
{
    TestHost world;
    SidebarModel model(world.inventory.tree());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto *host = world.connectWith(8);
    ASSERT_NE(host, nullptr);
    world.inventory.hosts().remove(host);
    EXPECT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.allMachines().data(SidebarModel::DetailRole).toString(), QStringLiteral("0"));
}

TEST(SidebarModel, RenamesAHostAtOnceAndLeavesEmptyNamesAlone)
{
    TestHost world;
    SidebarModel model(world.inventory.tree());
    auto *host = world.connectWith(1);
    ASSERT_NE(host, nullptr);
    EXPECT_FALSE(model.setData(model.indexOf(host), QStringLiteral("  "), Qt::EditRole));
    EXPECT_TRUE(model.setData(model.indexOf(host), QStringLiteral("rack 7"), Qt::EditRole));
    EXPECT_EQ(host->label(), QStringLiteral("rack 7"));
}
