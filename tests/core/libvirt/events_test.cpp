// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/events.h"

#include "core/libvirt/connection.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/eventloop.h"
#include "core/libvirt/networks.h"
#include "core/libvirt/pools.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <mutex>

namespace {

/// Collects what a sink gets, on whatever thread.
template<class Event>
class Collected {
public:
    void add(const Event &event)
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(event);
    }
    std::vector<Event> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_events;
    }
    size_t count() const { return all().size(); }

private:
    mutable std::mutex m_mutex;
    std::vector<Event> m_events;
};

std::vector<DomainEvent::Kind> kindsOf(const std::vector<DomainEvent> &events)
{
    std::vector<DomainEvent::Kind> kinds;
    for (const auto &event : events)
        kinds.push_back(event.kind);
    return kinds;
}

} // namespace

TEST(Events, FollowAMachineThroughItsLife)
{
    using Kind = DomainEvent::Kind;
    const TestHost host(0);
    const auto connection = host.open();
    Collected<DomainEvent> seen;
    std::atomic<bool> inLoop = true;
    EventSinks sinks;
    sinks.domain = [&](const DomainEvent &event) {
        inLoop = inLoop && EventLoop::isCurrentThread();
        seen.add(event);
    };
    const auto subscription = away([&] { return events::subscribe(connection, sinks); });
    ASSERT_TRUE(subscription) << subscription.error().message.toStdString();

    const auto uuid = QUuid::createUuid();
    away([&] {
        const auto domain = domains::define(connection, TestHost::domainXml(QStringLiteral("new"), uuid));
        ASSERT_TRUE(domain);
        ASSERT_TRUE(domains::start(*domain));
        ASSERT_TRUE(domains::pause(*domain));
        ASSERT_TRUE(domains::resume(*domain));
        ASSERT_TRUE(domains::forceOff(*domain));
        ASSERT_TRUE(domains::undefine(*domain));
    });
    ASSERT_TRUE(waitFor([&] { return seen.count() >= 6; }));
    const auto all = seen.all();
    EXPECT_EQ(kindsOf(all), (std::vector{Kind::Defined, Kind::Started, Kind::Paused, Kind::Resumed, Kind::Stopped, Kind::Undefined}));
    EXPECT_EQ(all[1].state, MachineState::Running);
    EXPECT_EQ(all[2].state, MachineState::Paused);
    EXPECT_EQ(all[4].state, MachineState::Off);
    for (const auto &event : all) {
        EXPECT_EQ(event.uuid, uuid);
        EXPECT_EQ(event.name, QStringLiteral("new"));
        EXPECT_TRUE(event.domain);
    }
    EXPECT_TRUE(inLoop);
}

TEST(Events, ArriveFromAnotherClientOfTheSameHost)
{
    // Both connections to test:///default share one host inside this process.
    const auto address = QStringLiteral("test:///default");
    const auto ours = away([&] { return connections::open(address, Access::Full); });
    const auto theirs = away([&] { return connections::open(address, Access::Full); });
    ASSERT_TRUE(ours && theirs);
    Collected<DomainEvent> seen;
    EventSinks sinks;
    sinks.domain = [&](const DomainEvent &event) { seen.add(event); };
    const auto subscription = away([&] { return events::subscribe(*ours, sinks); });
    ASSERT_TRUE(subscription);
    away([&] {
        const auto domain = domains::lookup(*theirs, QStringLiteral("test"));
        ASSERT_TRUE(domain);
        ASSERT_TRUE(domains::pause(*domain));
        ASSERT_TRUE(domains::resume(*domain));
    });
    EXPECT_TRUE(waitFor([&] { return seen.count() == 2; }));
}

TEST(Events, ARenameIsOneChangeAndNoEnd)
{
    using Kind = DomainEvent::Kind;
    const TestHost host(1, 1);
    const auto connection = host.open();
    Collected<DomainEvent> seen;
    EventSinks sinks;
    sinks.domain = [&](const DomainEvent &event) { seen.add(event); };
    const auto subscription = away([&] { return events::subscribe(connection, sinks); });
    ASSERT_TRUE(subscription);
    away([&] {
        const auto domain = domains::lookup(connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        const auto renamed = domains::rename(*domain, QStringLiteral("other"));
        ASSERT_TRUE(renamed) << renamed.error().message.toStdString();
        ASSERT_TRUE(domains::start(*domains::lookup(connection, TestHost::uuid(0))));
    });
    ASSERT_TRUE(waitFor([&] { return seen.count() >= 2; }));
    EXPECT_EQ(kindsOf(seen.all()), (std::vector{Kind::DefinitionChanged, Kind::Started}));
    EXPECT_EQ(seen.all().front().name, QStringLiteral("other"));
}

TEST(Events, NetworksAndPoolsTellToo)
{
    const TestHost host(0);
    const auto connection = host.open();
    Collected<NetworkEvent> ofNetworks;
    Collected<PoolEvent> ofPools;
    EventSinks sinks;
    sinks.network = [&](const NetworkEvent &event) { ofNetworks.add(event); };
    sinks.pool = [&](const PoolEvent &event) { ofPools.add(event); };
    const auto subscription = away([&] { return events::subscribe(connection, sinks); });
    ASSERT_TRUE(subscription);
    away([&] {
        const auto network = networks::lookup(connection, QStringLiteral("default"));
        ASSERT_TRUE(network);
        ASSERT_TRUE(networks::stop(*network));
        const auto pool = pools::lookup(connection, QStringLiteral("images"));
        ASSERT_TRUE(pool);
        ASSERT_TRUE(pools::refresh(*pool));
        ASSERT_TRUE(pools::stop(*pool));
    });
    ASSERT_TRUE(waitFor([&] { return ofNetworks.count() >= 1 && ofPools.count() >= 2; }));
    EXPECT_EQ(ofNetworks.all().front().kind, NetworkEvent::Kind::Stopped);
    EXPECT_EQ(ofNetworks.all().front().name, QStringLiteral("default"));
    EXPECT_EQ(ofPools.all()[0].kind, PoolEvent::Kind::Refreshed);
    EXPECT_EQ(ofPools.all()[1].kind, PoolEvent::Kind::Stopped);
}

TEST(Events, StopWithTheSubscription)
{
    // Two clients of one host: what the second still hears, the first would have heard.
    const auto address = QStringLiteral("test:///default");
    const auto connection = away([&] { return connections::open(address, Access::Full); }).value();
    const auto other = away([&] { return connections::open(address, Access::Full); }).value();
    Collected<DomainEvent> seen, control;
    EventSinks sinks;
    sinks.domain = [&](const DomainEvent &event) { seen.add(event); };
    EventSinks controlSinks;
    controlSinks.domain = [&](const DomainEvent &event) { control.add(event); };
    auto subscription = away([&] { return events::subscribe(connection, sinks); });
    const auto controlSubscription = away([&] { return events::subscribe(other, controlSinks); });
    ASSERT_TRUE(subscription && controlSubscription);
    subscription->reset(); // in the GUI thread
    away([&] {
        const auto domain = domains::lookup(connection, QStringLiteral("test"));
        ASSERT_TRUE(domain);
        ASSERT_TRUE(domains::pause(*domain));
        ASSERT_TRUE(domains::resume(*domain));
    });
    ASSERT_TRUE(waitFor([&] { return control.count() == 2; }));
    EXPECT_EQ(seen.count(), 0u);
}

TEST(Events, ASecondSubscriptionOfOneConnectionIsRefusedAndHarmsNothing)
{
    const TestHost host(1);
    const auto connection = host.open();
    Collected<DomainEvent> seen;
    EventSinks sinks;
    sinks.domain = [&](const DomainEvent &event) { seen.add(event); };
    const auto first = away([&] { return events::subscribe(connection, sinks); });
    ASSERT_TRUE(first);
    EXPECT_FALSE(away([&] { return events::subscribe(connection, sinks); }));
    away([&] { ASSERT_TRUE(domains::pause(*domains::lookup(connection, TestHost::uuid(0)))); });
    EXPECT_TRUE(waitFor([&] { return seen.count() == 1; }));
}

TEST(Events, FreeTheirSinksWhenTheSubscriptionEnds)
{
    const TestHost host(1);
    const auto connection = host.open();
    const auto held = std::make_shared<int>(0);
    {
        EventSinks sinks;
        sinks.domain = [held](const DomainEvent &) { ++*held; };
        const auto subscription = away([&] { return events::subscribe(connection, std::move(sinks)); });
        ASSERT_TRUE(subscription);
        EXPECT_GT(held.use_count(), 1);
    }
    EXPECT_TRUE(waitFor([&] { return held.use_count() == 1; }));
}
