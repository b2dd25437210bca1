// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domainstats.h"

#include "core/libvirt/call.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

namespace {

constexpr StatsGroups everything = StatsGroups(StatsGroup::Processor) | StatsGroup::Memory | StatsGroup::Vcpus | StatsGroup::Disk | StatsGroup::Network;

} // namespace

TEST(DomainStats, AThousandMachinesCostOneCall)
{
    const TestHost host(1000);
    const auto connection = host.open();
    DomainStatsReader reader;
    ASSERT_TRUE(away([&] { return reader.read(connection, everything); })) << "learns what the driver lacks";
    const auto report = away([&] {
        calls::startCounting();
        auto result = reader.read(connection, everything);
        calls::stopCounting();
        return result;
    });
    ASSERT_TRUE(report);
    EXPECT_EQ(report->domains.size(), 1000u);
    EXPECT_EQ(calls::total(), 1);
    EXPECT_GT(report->atMs, 0);
}

TEST(DomainStats, OnlyRunningMachinesAreMeasured)
{
    const TestHost host(4, 2);
    const auto connection = host.open();
    DomainStatsReader reader;
    const auto report = away([&] { return reader.read(connection, everything); });
    ASSERT_TRUE(report);
    ASSERT_EQ(report->domains.size(), 2u);
    for (const auto &counters : report->domains)
        EXPECT_EQ(counters.state, MachineState::Running);
}

TEST(DomainStats, AFewMachinesOfADriverThatTellsStatesAloneAreAskedApart)
{
    const TestHost host(2);
    const auto connection = host.open();
    DomainStatsReader reader;
    const auto report = away([&] { return reader.read(connection, everything); });
    ASSERT_TRUE(report);
    ASSERT_EQ(report->domains.size(), 2u);
    const auto &counters = report->domains.front();
    EXPECT_TRUE(counters.cpuTime.has_value());
    EXPECT_EQ(counters.vcpus, 2);
    ASSERT_TRUE(counters.balloon.has_value());
    EXPECT_TRUE(counters.diskRead.has_value());
    EXPECT_TRUE(counters.netReceived.has_value());
}

TEST(DomainStats, ADriverWithoutBulkStatisticsIsAskedMachineByMachine)
{
    const TestHost host(3, 3);
    const auto connection = host.open();
    DomainStatsReader reader(DomainStatsReader::Way::EachMachine);
    const auto report = away([&] { return reader.read(connection, everything); });
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->bulk);
    ASSERT_EQ(report->domains.size(), 2u) << "only what runs";
    for (const auto &counters : report->domains) {
        EXPECT_EQ(counters.state, MachineState::Running);
        EXPECT_TRUE(counters.cpuTime.has_value());
        EXPECT_TRUE(counters.diskRead.has_value());
        EXPECT_TRUE(counters.netSent.has_value());
    }
}

TEST(DomainStats, AMachinesDevicesAreLookedUpOncePerRun)
{
    const TestHost host(1);
    const auto connection = host.open();
    DomainStatsReader reader(DomainStatsReader::Way::EachMachine);
    ASSERT_TRUE(away([&] { return reader.read(connection, everything); }));
    calls::startCounting();
    ASSERT_TRUE(away([&] { return reader.read(connection, everything); }));
    calls::stopCounting();
    EXPECT_EQ(calls::counted().value("virDomainGetXMLDesc"), 0);
    EXPECT_EQ(calls::counted().value("virDomainBlockStats"), 1);
}
