// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/host.h"

#include "core/hosts/host_p.h"
#include "core/libvirt/call.h"
#include "core/libvirt/domains.h"
#include "tests/core/hosts/world.h"
#include "tests/core/testdata.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>

#include <gtest/gtest.h>

namespace {

const QString demo = QStringLiteral("test:///default");

/// Another client of the demonstration host, which is one per process.
struct OtherClient {
    ConnectHandle connection = away([] { return connections::open(demo, Access::Full).value(); });

    DomainHandle machine(const QString &name) const
    {
        return away([&] { return domains::lookup(connection, name).value(); });
    }
};

} // namespace

TEST(Host, ListsItsMachinesInOneGo)
{
    World world;
    TestHost source(50, 5);
    auto host = world.host(source.uri());
    int batches = 0;
    QObject::connect(host.get(), &Host::machinesAdded, host.get(), [&] { ++batches; });
    host->connectToHost();
    EXPECT_EQ(host->state(), HostState::Connecting);
    ASSERT_TRUE(waitFor([&] { return host->isListed(); }));
    EXPECT_EQ(batches, 1);
    ASSERT_EQ(host->machines().size(), 50u);
    EXPECT_EQ(host->runningCount(), 40);
    auto *machine = host->machine(TestHost::uuid(4));
    ASSERT_TRUE(machine);
    EXPECT_EQ(machine->name(), TestHost::name(4));
    EXPECT_EQ(machine->state(), MachineState::Off);
    EXPECT_EQ(host->machineNamed(TestHost::name(7))->state(), MachineState::Running);
    EXPECT_TRUE(host->connectedSince().isValid());
}

TEST(Host, LearnsFactsAfterTheList)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    ASSERT_TRUE(waitFor([&] { return host->facts().memory > Bytes(); }));
    EXPECT_EQ(host->facts().hypervisor, QStringLiteral("TEST"));
    EXPECT_GT(host->facts().cpuThreads, 0);
    EXPECT_FALSE(host->facts().hasKvm);
}

TEST(Host, AsksTwoCallsForAListHoweverLong)
{
    World world;
    TestHost source(1000);
    auto host = world.host(source.uri());
    calls::startCounting();
    QHash<QByteArray, int> counted;
    QObject::connect(host.get(), &Host::machinesAdded, host.get(), [&] { counted = calls::counted(); });
    host->connectToHost();
    ASSERT_TRUE(waitFor([&] { return host->isListed(); }));
    calls::stopCounting();
    int listing = 0;
    for (auto it = counted.begin(); it != counted.end(); ++it) {
        if (it.key().contains("List") || it.key().contains("Stats") || it.key().contains("virDomainGet"))
            listing += *it;
    }
    EXPECT_LE(listing, 2);
    EXPECT_GE(listing, 1);
}

TEST(Host, HearsWhatAnotherClientDoes)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    auto *machine = host->machineNamed(u"test");
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->state(), MachineState::Running);
    OtherClient other;
    const auto domain = other.machine(QStringLiteral("test"));
    away([&] { return domains::pause(domain); });
    EXPECT_TRUE(waitFor([&] { return machine->state() == MachineState::Paused; }));
    away([&] { return domains::resume(domain); });
    EXPECT_TRUE(waitFor([&] { return machine->state() == MachineState::Running; }));
    away([&] { return domains::forceOff(domain); });
    EXPECT_TRUE(waitFor([&] { return machine->state() == MachineState::Off; }));
    EXPECT_EQ(host->runningCount(), 0);
    away([&] { return domains::start(domain); });
    EXPECT_TRUE(waitFor([&] { return machine->state() == MachineState::Running; }));
    EXPECT_TRUE(machine->facts().runningSince.isValid());
}

TEST(Host, AddsAndRemovesWhatAnotherClientDefinesAndUndefines)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    OtherClient other;
    const auto uuid = QUuid::createUuid();
    std::vector<Machine *> leaving;
    QObject::connect(host.get(), &Host::machinesAboutToBeRemoved, host.get(), [&](const auto &machines) { leaving = machines; });
    const auto domain = away([&] { return domains::define(other.connection, TestHost::domainXml(QStringLiteral("new one"), uuid)).value(); });
    ASSERT_TRUE(waitFor([&] { return host->machine(uuid) != nullptr; }));
    auto *machine = host->machine(uuid);
    EXPECT_EQ(machine->name(), QStringLiteral("new one"));
    EXPECT_EQ(machine->state(), MachineState::Off);
    EXPECT_TRUE(machine->facts().persistent);
    away([&] { return domains::undefine(domain); });
    ASSERT_TRUE(waitFor([&] { return host->machine(uuid) == nullptr; }));
    EXPECT_EQ(leaving, std::vector<Machine *>{machine});
}

TEST(Host, ForgetsATransientMachineWhenItStops)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    OtherClient other;
    const auto uuid = QUuid::createUuid();
    const auto domain = away([&] { return domains::createTransient(other.connection, TestHost::domainXml(QStringLiteral("brief"), uuid)).value(); });
    ASSERT_TRUE(waitFor([&] { return host->machine(uuid) != nullptr; }));
    EXPECT_FALSE(host->machine(uuid)->facts().persistent);
    EXPECT_EQ(host->machine(uuid)->may(MachineVerb::Save).refusal, Refusal::NotPersistent);
    away([&] { return domains::forceOff(domain); });
    EXPECT_TRUE(waitFor([&] { return host->machine(uuid) == nullptr; }));
}

TEST(Host, ReadsDetailsOfManyMachinesTogether)
{
    World world;
    TestHost source(200);
    auto host = world.listedHost(source.uri());
    ASSERT_TRUE(host);
    for (auto *machine : host->machines())
        machine->requestDetails();
    ASSERT_TRUE(waitFor([&] {
        return std::all_of(host->machines().begin(), host->machines().end(), [](auto *m) { return m->facts().details != nullptr; });
    }));
    const auto &facts = host->machines().front()->facts();
    EXPECT_EQ(facts.vcpus, 2);
    EXPECT_EQ(facts.memory, Bytes::mib(64));
    ASSERT_EQ(facts.details->disks.size(), 1u);
    EXPECT_EQ(facts.details->disks[0].target, QStringLiteral("vda"));
}

TEST(Host, MeasuresOnlyWhileSomebodyWatches)
{
    World world;
    world.settings.set(keys::statisticsSeconds, 1);
    TestHost source(20, 4);
    auto host = world.listedHost(source.uri());
    ASSERT_TRUE(host);
    int ticks = 0;
    std::vector<Machine *> sampled;
    QObject::connect(host.get(), &Host::machinesSampled, host.get(), [&](const auto &machines) {
        ++ticks;
        sampled = machines;
    });
    EXPECT_FALSE(host->machine(TestHost::uuid(0))->stats());
    {
        const auto token = host->watchStatistics();
        const auto second = host->watchStatistics();
        ASSERT_TRUE(waitFor([&] { return ticks >= 2; }));
        EXPECT_EQ(sampled.size(), 15u);
        const auto *stats = sampled.front()->stats();
        ASSERT_TRUE(stats);
        ASSERT_TRUE(stats->last.processor);
        EXPECT_GE(*stats->last.processor, 0.0f);
        EXPECT_LE(*stats->last.processor, 1.0f);
        EXPECT_EQ(stats->processor.count(), ticks - 1); // a rate needs two
    }
    QElapsedTimer quiet;
    quiet.start();
    const int before = ticks;
    EXPECT_FALSE(waitFor([&] { return ticks > before; }, std::chrono::milliseconds(1500)));
}

TEST(Host, AsksTwoCallsPerTick)
{
    World world;
    world.settings.set(keys::statisticsSeconds, 1);
    TestHost source(300);
    auto host = world.listedHost(source.uri());
    ASSERT_TRUE(host);
    ASSERT_TRUE(waitFor([&] { return host->facts().memory > Bytes(); }));
    int ticks = 0;
    QObject::connect(host.get(), &Host::machinesSampled, host.get(), [&] { ++ticks; });
    const auto token = host->watchStatistics();
    ASSERT_TRUE(waitFor([&] { return ticks == 1; }));
    calls::startCounting();
    ASSERT_TRUE(waitFor([&] { return ticks == 2; }));
    EXPECT_LE(calls::total(), 2) << "the driver has bulk statistics, so a tick is one call and one for the host";
    calls::stopCounting();
}

TEST(Host, WaitsWithGrowingPausesWhereNobodyAnswers)
{
    EXPECT_EQ(pauseBefore(0).count(), 1);
    EXPECT_EQ(pauseBefore(1).count(), 2);
    EXPECT_EQ(pauseBefore(5).count(), 32);
    EXPECT_EQ(pauseBefore(6).count(), 60);
    EXPECT_EQ(pauseBefore(1000).count(), 60);

    quint16 port = 0;
    {
        QTcpServer closed;
        ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
        port = closed.serverPort();
    }
    World world;
    auto host = world.host(QStringLiteral("qemu+tcp://127.0.0.1:%1/system").arg(port));
    int attempts = 0;
    QObject::connect(host.get(), &Host::changed, host.get(), [&] { attempts += host->state() == HostState::Connecting; });
    host->connectToHost();
    ASSERT_TRUE(waitFor([&] { return host->state() == HostState::WaitingToRetry; }));
    ASSERT_TRUE(host->error());
    EXPECT_EQ(host->error()->kind, Error::Kind::Unreachable);
    EXPECT_TRUE(host->retryAt() > QDateTime::currentDateTime().addSecs(-1));
    EXPECT_TRUE(waitFor([&] { return attempts == 2; }));
    host->disconnectFromHost();
    EXPECT_EQ(host->state(), HostState::Disconnected);
    EXPECT_FALSE(host->error());
}

TEST(Host, DoesNotRetryWhatAPersonMustMend)
{
    World world;
    auto host = world.host(QStringLiteral("bogus:///system"));
    host->connectToHost();
    ASSERT_TRUE(waitFor([&] { return host->state() == HostState::Failed; }));
    EXPECT_EQ(host->error()->kind, Error::Kind::DriverMissing);
    EXPECT_FALSE(host->retryAt().isValid());
}

TEST(Host, LeavesOthersAloneWhenItHangs)
{
    // Takes the connection and never says a word.
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    World world;
    auto dead = world.host(QStringLiteral("qemu+tcp://127.0.0.1:%1/system").arg(silent.serverPort()));
    dead->connectToHost();
    auto alive = world.listedHost(demo);
    ASSERT_TRUE(alive);
    EXPECT_EQ(dead->state(), HostState::Connecting);
    ASSERT_TRUE(waitFor([&] { return silent.hasPendingConnections(); }));
    QElapsedTimer clock;
    clock.start();
    dead->disconnectFromHost();
    dead.reset();
    EXPECT_LT(clock.elapsed(), 200);
    // Let the abandoned attempt end before the process does.
    ASSERT_TRUE(waitFor([&] {
        while (auto *socket = silent.nextPendingConnection())
            delete socket;
        return Lane::drainAll(std::chrono::milliseconds(1));
    }));
}

TEST(Host, MayBeDestroyedWhileItConnects)
{
    World world;
    TestHost source(100);
    for (int turn = 0; turn < 20; ++turn) {
        auto host = world.host(source.uri());
        host->connectToHost();
        const int rounds = turn;
        int round = 0;
        (void)waitFor([&] { return ++round > rounds; });
    }
    EXPECT_TRUE(waitFor([] { return Lane::drainAll(std::chrono::milliseconds(1)); }));
}

TEST(Host, ComesBackWithTheSameMachines)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    auto *machine = host->machineNamed(u"test");
    ASSERT_TRUE(machine);
    host->disconnectFromHost();
    EXPECT_EQ(machine->state(), MachineState::Unknown);
    EXPECT_EQ(machine->may(MachineVerb::ForceOff).refusal, Refusal::HostNotConnected);
    EXPECT_FALSE(host->isListed());
    EXPECT_EQ(host->runningCount(), 0);
    host->connectToHost();
    ASSERT_TRUE(waitFor([&] { return host->isListed(); }));
    EXPECT_EQ(host->machineNamed(u"test"), machine);
    EXPECT_EQ(machine->state(), MachineState::Running);
}

TEST(Host, NoticesWhatChangedWhileItWasAway)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    OtherClient other;
    const auto uuid = QUuid::createUuid();
    const auto domain = away([&] { return domains::define(other.connection, TestHost::domainXml(QStringLiteral("short"), uuid)).value(); });
    ASSERT_TRUE(waitFor([&] { return host->machine(uuid) != nullptr; }));
    host->disconnectFromHost();
    EXPECT_TRUE(host->machine(uuid));
    away([&] { return domains::undefine(domain); });
    host->connectToHost();
    ASSERT_TRUE(waitFor([&] { return host->isListed(); }));
    EXPECT_FALSE(host->machine(uuid));
}

TEST(Host, SurveysWhatItOffers)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    std::shared_ptr<const HostSurvey> survey;
    deliver(host->survey(), host.get(), [&](const Result<std::shared_ptr<const HostSurvey>> &answer) { survey = answer.value_or(nullptr); });
    ASSERT_TRUE(waitFor([&] { return survey != nullptr; }));
    EXPECT_TRUE(survey->machineNames.contains(QStringLiteral("test")));
    ASSERT_FALSE(survey->accelerators.empty());
    EXPECT_EQ(survey->accelerators.front().accelerator, QStringLiteral("test"));
    EXPECT_TRUE(survey->isLocal);
    EXPECT_TRUE(survey->hasStorage);
    ASSERT_FALSE(survey->pools.empty());
    EXPECT_EQ(survey->pools.front().name, QStringLiteral("default-pool"));
    ASSERT_FALSE(survey->networks.empty());
    EXPECT_TRUE(survey->networks.front().active);
    EXPECT_GT(survey->cpuThreads, 0);
}

TEST(Host, RefusesWorkWhileItIsNotConnected)
{
    World world;
    auto host = world.host(demo);
    std::optional<Error> error;
    deliver(host->survey(), host.get(), [&](const auto &answer) { error = answer.error(); });
    ASSERT_TRUE(waitFor([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::Unreachable);
}

TEST(Host, TellsOfADaemonThatProbesAtEachDefinition)
{
    World world;
    auto host = world.listedHost(demo);
    ASSERT_TRUE(host);
    host->noteDefinition(std::chrono::milliseconds(200));
    EXPECT_TRUE(host->findings().empty());
    // Without KVM on offer a slow definition is only slow.
    host->noteDefinition(std::chrono::seconds(15));
    EXPECT_TRUE(host->findings().empty());
}
