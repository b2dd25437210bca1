// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domains.h"

#include "core/libvirt/call.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/domaindevices.h"
#include "core/libvirt/domainjobs.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <libvirt/libvirt.h>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

MachineState stateOf(const DomainHandle &domain)
{
    const auto record = domains::describe(domain);
    EXPECT_TRUE(record);
    return record ? record->state : MachineState::Unknown;
}

} // namespace

TEST(Domains, AThousandAreListedWithTheirStatesInTwoCalls)
{
    const TestHost host(1000, 4);
    const auto connection = host.open();
    ASSERT_TRUE(connection);
    const auto records = away([&] {
        calls::startCounting();
        auto list = domains::list(connection);
        calls::stopCounting();
        return list;
    });
    ASSERT_TRUE(records) << records.error().message.toStdString();
    ASSERT_EQ(records->size(), 1000u);
    EXPECT_LE(calls::total(), 2);
    const auto off = std::count_if(records->begin(), records->end(), [](const auto &r) { return r.state == MachineState::Off; });
    EXPECT_EQ(off, 250);
    const auto found = std::find_if(records->begin(), records->end(), [](const auto &r) { return r.uuid == TestHost::uuid(6); });
    ASSERT_NE(found, records->end());
    EXPECT_EQ(found->name, QStringLiteral("m6"));
    EXPECT_EQ(found->state, MachineState::Running);
    EXPECT_GT(found->id, 0);
}

TEST(Domains, AListWithoutBulkStatisticsIsTheSame)
{
    const TestHost host(20, 3);
    const auto connection = host.open();
    away([&] {
        ASSERT_TRUE(domains::save(*domains::lookup(connection, TestHost::uuid(0))));
        auto bulk = domains::list(connection);
        auto each = domains::listOneByOne(connection);
        ASSERT_TRUE(bulk && each);
        const auto byUuid = [](const auto &a, const auto &b) { return a.uuid < b.uuid; };
        std::sort(bulk->begin(), bulk->end(), byUuid);
        std::sort(each->begin(), each->end(), byUuid);
        ASSERT_EQ(each->size(), bulk->size());
        for (size_t i = 0; i < bulk->size(); ++i) {
            EXPECT_EQ((*each)[i].uuid, (*bulk)[i].uuid);
            EXPECT_EQ((*each)[i].name, (*bulk)[i].name);
            EXPECT_EQ((*each)[i].id, (*bulk)[i].id);
            EXPECT_EQ((*each)[i].state, (*bulk)[i].state);
            EXPECT_EQ((*each)[i].hasSavedState, (*bulk)[i].hasSavedState);
        }
        EXPECT_EQ(each->front().state, MachineState::Saved);
    });
}

TEST(Domains, AnEmptyHostHasAnEmptyList)
{
    const TestHost host(0);
    const auto connection = host.open();
    const auto records = away([&] { return domains::list(connection); });
    ASSERT_TRUE(records);
    EXPECT_TRUE(records->empty());
}

TEST(Domains, TraitsNameTransientAndAutostartedMachines)
{
    const TestHost host(3);
    const auto connection = host.open();
    away([&] {
        const auto domain = domains::lookup(connection, QStringLiteral("m1"));
        ASSERT_TRUE(domain);
        ASSERT_TRUE(domains::setAutostart(*domain, true));
        const auto transient = domains::createTransient(connection, TestHost::domainXml(QStringLiteral("passing")));
        ASSERT_TRUE(transient) << transient.error().message.toStdString();
        const auto traits = domains::traits(connection);
        ASSERT_TRUE(traits);
        EXPECT_EQ(traits->autostarted, QSet<QUuid>{TestHost::uuid(1)});
        EXPECT_EQ(traits->transient, QSet<QUuid>{domains::uuidOf(*transient)});
        EXPECT_EQ(domains::isAutostarted(*domain).value_or(false), true);
        EXPECT_EQ(domains::isPersistent(*domain).value_or(false), true);
        EXPECT_EQ(domains::isPersistent(*transient).value_or(true), false);
    });
}

TEST(Domains, VerbsChangeTheState)
{
    const TestHost host(1);
    const auto connection = host.open();
    away([&] {
        const auto domain = domains::lookup(connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        ASSERT_TRUE(domains::pause(*domain));
        EXPECT_EQ(stateOf(*domain), MachineState::Paused);
        ASSERT_TRUE(domains::resume(*domain));
        EXPECT_EQ(stateOf(*domain), MachineState::Running);
        ASSERT_TRUE(domains::forceOff(*domain));
        EXPECT_EQ(stateOf(*domain), MachineState::Off);
        ASSERT_TRUE(domains::start(*domain));
        EXPECT_EQ(stateOf(*domain), MachineState::Running);
        ASSERT_TRUE(domains::shutDown(*domain));
        EXPECT_EQ(stateOf(*domain), MachineState::Off);
    });
}

TEST(Domains, AVerbThatTheStateForbidsIsAWrongState)
{
    const TestHost host(1);
    const auto connection = host.open();
    away([&] {
        const auto domain = domains::lookup(connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        const auto started = domains::start(*domain);
        ASSERT_FALSE(started);
        EXPECT_EQ(started.error().kind, Error::Kind::WrongState);
        EXPECT_EQ(started.error().detail, QStringLiteral("virDomainCreate"));
    });
}

TEST(Domains, ASavedMachineIsListedAsSavedAndComesBack)
{
    const TestHost host(2);
    const auto connection = host.open();
    away([&] {
        const auto domain = domains::lookup(connection, TestHost::uuid(1));
        ASSERT_TRUE(domain);
        const auto saved = domains::save(*domain);
        ASSERT_TRUE(saved) << saved.error().message.toStdString();
        EXPECT_EQ(domains::hasSavedState(*domain).value_or(false), true);
        const auto list = domains::list(connection);
        ASSERT_TRUE(list);
        for (const auto &record : *list) {
            const bool isSaved = record.uuid == TestHost::uuid(1);
            EXPECT_EQ(record.hasSavedState, isSaved);
            EXPECT_EQ(record.state, isSaved ? MachineState::Saved : MachineState::Running);
        }
        EXPECT_EQ(stateOf(*domain), MachineState::Saved);
        ASSERT_TRUE(domains::discardSavedState(*domain));
        EXPECT_EQ(stateOf(*domain), MachineState::Off);
    });
}

TEST(Domains, AreDefinedRenamedAndForgotten)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto uuid = QUuid::createUuid();
        const auto name = QStringLiteral("Grüße & 漢字 'x'").toHtmlEscaped();
        const auto domain = domains::define(connection, TestHost::domainXml(name, uuid));
        ASSERT_TRUE(domain) << domain.error().message.toStdString();
        EXPECT_EQ(domains::nameOf(*domain), QStringLiteral("Grüße & 漢字 'x'"));
        EXPECT_EQ(domains::uuidOf(*domain), uuid);
        EXPECT_EQ(stateOf(*domain), MachineState::Off);
        const auto xml = domains::xmlOf(*domain, domains::Xml::Inactive);
        ASSERT_TRUE(xml);
        EXPECT_TRUE(xml->contains(QStringLiteral("Grüße &amp; 漢字")));
        ASSERT_TRUE(domains::rename(*domain, QStringLiteral("plain")));
        const auto record = domains::describe(*domain);
        ASSERT_TRUE(record);
        EXPECT_EQ(record->name, QStringLiteral("plain")) << "an old handle does not know it";
        ASSERT_TRUE(domains::undefine(*domain));
        const auto gone = domains::describe(*domain);
        ASSERT_FALSE(gone);
        EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    });
}

TEST(Domains, BadDefinitionsAreRefusedWithTheReason)
{
    const TestHost host(1);
    const auto connection = host.open();
    away([&] {
        const auto notXml = domains::define(connection, QStringLiteral("<domain"));
        ASSERT_FALSE(notXml);
        EXPECT_EQ(notXml.error().kind, Error::Kind::InvalidInput);
        const auto taken = domains::define(connection, TestHost::domainXml(QStringLiteral("m0")));
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().kind, Error::Kind::AlreadyExists);
        EXPECT_FALSE(taken.error().message.isEmpty());
    });
}

TEST(Domains, EveryStateOfLibvirtHasAWord)
{
    using domains::stateFrom;
    EXPECT_EQ(stateFrom(VIR_DOMAIN_RUNNING, 0, true), MachineState::Running);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_BLOCKED, 0, true), MachineState::Running);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_NOSTATE, 0, true), MachineState::Running);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_NOSTATE, 0, false), MachineState::Unknown);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER, true), MachineState::Paused);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_SAVE, true), MachineState::Saving);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION, true), MachineState::Migrating);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_STARTING_UP, true), MachineState::Starting);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_CRASHED, true), MachineState::Crashed);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_SHUTDOWN, 0, true), MachineState::ShuttingDown);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_SHUTOFF, VIR_DOMAIN_SHUTOFF_SAVED, false), MachineState::Off);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_CRASHED, 0, false), MachineState::Crashed);
    EXPECT_EQ(stateFrom(VIR_DOMAIN_PMSUSPENDED, 0, true), MachineState::Suspended);
    EXPECT_EQ(stateFrom(999, 0, true), MachineState::Unknown);
}

TEST(DomainDevices, AScreenshotComesThroughAStream)
{
    const TestHost host(1);
    const auto connection = host.open();
    const auto image = away([&]() -> Result<ScreenImage> {
        const auto domain = domains::lookup(connection, TestHost::uuid(0));
        return domain ? domains::screenshot(connection, *domain) : failure(domain.error());
    });
    ASSERT_TRUE(image) << image.error().message.toStdString();
    EXPECT_EQ(image->mimeType, QStringLiteral("image/png"));
    EXPECT_TRUE(image->data.startsWith("\x89PNG"));
}

TEST(DomainDevices, AddressesAreToldByInterface)
{
    const TestHost host(1);
    const auto connection = host.open();
    away([&] {
        const auto domain = domains::lookup(connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        const auto interfaces = domains::addresses(*domain, AddressSource::Lease);
        ASSERT_TRUE(interfaces) << interfaces.error().message.toStdString();
        ASSERT_EQ(interfaces->size(), 1u);
        EXPECT_EQ(interfaces->front().mac, QStringLiteral("52:54:00:00:00:01"));
        ASSERT_FALSE(interfaces->front().addresses.isEmpty());
        EXPECT_FALSE(interfaces->front().addresses.first().contains(u'/'));
    });
}

TEST(DomainDevices, DisksHaveSizes)
{
    const TestHost host(1);
    const auto connection = host.open();
    away([&] {
        const auto domain = domains::lookup(connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        const auto sizes = domains::blockSizes(*domain, QStringLiteral("vda"));
        ASSERT_TRUE(sizes) << sizes.error().message.toStdString();
        EXPECT_GT(sizes->capacity.count(), 0u);
        EXPECT_FALSE(domains::blockSizes(*domain, QStringLiteral("nodisk")));
    });
}

TEST(DomainJob, FractionFollowsWhatRemains)
{
    DomainJob job;
    EXPECT_FALSE(job.fraction());
    job.total = Bytes(200);
    job.remaining = Bytes(50);
    EXPECT_DOUBLE_EQ(*job.fraction(), 0.75);
    job.remaining = Bytes(500); // dirtied faster than written
    EXPECT_DOUBLE_EQ(*job.fraction(), 0.0);
}
