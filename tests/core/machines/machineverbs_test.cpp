// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/call.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/domains.h"
#include "core/machines/machine.h"
#include "tests/core/hosts/world.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

struct Bench {
    World world;
    TestHost source{4, 2}; // m0 and m2 run, m1 and m3 are off
    std::unique_ptr<Host> host = world.listedHost(source.uri());

    Machine &machine(int number) { return *host->machine(TestHost::uuid(number)); }
    Job &done(Job &job)
    {
        EXPECT_TRUE(waitFor([&] { return job.isFinished(); }));
        return job;
    }
    void expectDone(Job &job)
    {
        done(job);
        EXPECT_EQ(job.state(), Job::State::Succeeded) << (job.error() ? job.error()->message.toStdString() : "");
    }
};

} // namespace

TEST(MachineVerbs, StartAndForceOffAreJobs)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(1);
    ASSERT_EQ(machine.state(), MachineState::Off);
    auto &start = machine.start();
    EXPECT_EQ(start.kind(), JobKind::Start);
    EXPECT_EQ(start.subject(), TestHost::name(1));
    EXPECT_EQ(start.target(), &machine);
    EXPECT_EQ(machine.state(), MachineState::Starting);
    EXPECT_EQ(machine.pending(), MachineVerb::Start);
    EXPECT_EQ(machine.may(MachineVerb::Start).refusal, Refusal::InTransition);
    bench.expectDone(start);
    EXPECT_EQ(machine.state(), MachineState::Running) << "at once, without falling back to Off";
    EXPECT_FALSE(machine.pending());
    bench.expectDone(machine.forceOff());
    EXPECT_EQ(machine.state(), MachineState::Off);
}

TEST(MachineVerbs, NeverShowTheOldStateBetweenVerbAndEvent)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(1);
    std::vector<MachineState> seen;
    QObject::connect(&machine, &Machine::changed, &machine, [&] {
        if (seen.empty() || seen.back() != machine.state())
            seen.push_back(machine.state());
    });
    bench.expectDone(machine.start());
    EXPECT_EQ(seen, (std::vector{MachineState::Starting, MachineState::Running}));
}

TEST(MachineVerbs, PauseAndResume)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(0);
    bench.expectDone(machine.pause());
    EXPECT_EQ(machine.state(), MachineState::Paused);
    EXPECT_EQ(machine.may(MachineVerb::ShutDown).refusal, Refusal::NotRunning);
    bench.expectDone(machine.resume());
    EXPECT_EQ(machine.state(), MachineState::Running);
}

TEST(MachineVerbs, ShutDownEndsWithTheGuest)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(0);
    auto &job = machine.shutDown();
    EXPECT_EQ(machine.state(), MachineState::ShuttingDown);
    bench.expectDone(job);
    EXPECT_TRUE(waitFor([&] { return machine.state() == MachineState::Off; }));
}

TEST(MachineVerbs, SaveAndRestore)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(0);
    auto &save = machine.save();
    EXPECT_TRUE(save.canCancel());
    bench.expectDone(save);
    ASSERT_TRUE(waitFor([&] { return machine.state() == MachineState::Saved; }));
    EXPECT_TRUE(machine.facts().hasSavedState);
    bench.expectDone(machine.restore());
    EXPECT_EQ(machine.state(), MachineState::Running);
    EXPECT_FALSE(machine.facts().hasSavedState);
}

TEST(MachineVerbs, DiscardSavedState)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(2);
    bench.expectDone(machine.save());
    ASSERT_TRUE(waitFor([&] { return machine.state() == MachineState::Saved; }));
    bench.expectDone(machine.discardSavedState());
    EXPECT_TRUE(waitFor([&] { return machine.state() == MachineState::Off; }));
}

TEST(MachineVerbs, AutostartIsKeptAsAFact)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(1);
    bench.expectDone(machine.setAutostart(true));
    EXPECT_TRUE(machine.facts().autostart);
    bench.expectDone(machine.setAutostart(false));
    EXPECT_FALSE(machine.facts().autostart);
}

TEST(MachineVerbs, RenameTakesAwkwardNames)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(1);
    for (const auto &name : {QStringLiteral("two words"), QStringLiteral("<a> & \"b\" 'c'"), QStringLiteral("naïve-日本-🙂"),
                             QString(200, u'x'), QStringLiteral("m1")}) {
        auto &job = bench.done(machine.rename(name));
        if (job.state() == Job::State::Succeeded) {
            // A look that began before the rename may come home after it; the event corrects that.
            EXPECT_TRUE(waitFor([&] { return machine.name() == name; })) << machine.name().toStdString();
        } else {
            EXPECT_EQ(job.error()->kind, Error::Kind::Unsupported) << job.error()->message.toStdString();
        }
    }
}

TEST(MachineVerbs, RemoveForgetsTheMachine)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    int gone = 0;
    QObject::connect(bench.host.get(), &Host::machinesAboutToBeRemoved, bench.host.get(), [&](const auto &machines) { gone += int(machines.size()); });
    bench.expectDone(bench.machine(1).remove());
    EXPECT_FALSE(bench.host->machine(TestHost::uuid(1)));
    EXPECT_EQ(gone, 1);
    EXPECT_EQ(bench.host->machines().size(), 3u);
}

TEST(MachineVerbs, FailAsAJobWhereTheyAreNotAllowed)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(1);
    auto &job = machine.pause();
    EXPECT_FALSE(job.isFinished()) << "so that whoever asked can listen first";
    bench.done(job);
    ASSERT_TRUE(job.error());
    EXPECT_EQ(job.error()->kind, Error::Kind::WrongState);
    EXPECT_EQ(machine.state(), MachineState::Off);
}

TEST(MachineVerbs, OnAMachineThatVanishedTellAndCorrectTheList)
{
    World world;
    auto host = world.listedHost(QStringLiteral("test:///default"));
    ASSERT_TRUE(host);
    const auto other = away([] { return connections::open(QStringLiteral("test:///default"), Access::Full).value(); });
    const auto uuid = QUuid::createUuid();
    const auto domain = away([&] { return domains::define(other, TestHost::domainXml(QStringLiteral("doomed"), uuid)).value(); });
    ASSERT_TRUE(waitFor([&] { return host->machine(uuid) != nullptr; }));
    away([&] { return domains::undefine(domain); });
    // The event is not heard yet: no turn of the event loop lies between.
    auto &job = host->machine(uuid)->start();
    ASSERT_TRUE(waitFor([&] { return job.isFinished(); }));
    ASSERT_TRUE(job.error());
    EXPECT_EQ(job.error()->kind, Error::Kind::NotFound);
    EXPECT_TRUE(waitFor([&] { return host->machine(uuid) == nullptr; }));
}

TEST(MachineVerbs, EndWithAReasonWhenTheHostIsDisconnected)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    calls::setDelay(std::chrono::milliseconds(300));
    auto &running = bench.machine(0).pause();
    auto &waiting = bench.machine(2).pause();
    bench.host->disconnectFromHost();
    EXPECT_FALSE(bench.machine(0).pending());
    bench.done(running);
    bench.done(waiting);
    calls::setDelay(std::chrono::milliseconds(0));
    EXPECT_EQ(waiting.state(), Job::State::Failed);
    EXPECT_EQ(waiting.error()->kind, Error::Kind::Unreachable);
}

TEST(MachineVerbs, SurviveTheEndOfTheirHost)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    calls::setDelay(std::chrono::milliseconds(100));
    auto &job = bench.machine(1).start();
    bench.host.reset();
    bench.done(job);
    calls::setDelay(std::chrono::milliseconds(0));
    EXPECT_EQ(job.target(), nullptr);
}

TEST(Machine, GivesItsDefinition)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    QString xml;
    deliver(bench.machine(0).definition(), bench.host.get(), [&](const Result<QString> &text) { xml = text.value_or(QString()); });
    ASSERT_TRUE(waitFor([&] { return !xml.isEmpty(); }));
    EXPECT_TRUE(xml.contains(QStringLiteral("<name>m0</name>")));
}

TEST(Machine, TellsWhyThereIsNoDisplay)
{
    Bench bench;
    ASSERT_TRUE(bench.host);
    auto &machine = bench.machine(0);
    machine.requestDetails();
    ASSERT_TRUE(waitFor([&] { return machine.facts().details != nullptr; }));
    EXPECT_EQ(machine.may(MachineVerb::OpenConsole).refusal, Refusal::NoDisplay);
    std::optional<Error> error;
    deliver(machine.openDisplay(0), bench.host.get(), [&](const auto &way) { error = way ? std::nullopt : std::optional(way.error()); });
    ASSERT_TRUE(waitFor([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, Error::Kind::NotFound);
}

TEST(Machine, TakesAPictureOfTheDemonstrationHost)
{
    World world;
    auto host = world.listedHost(QStringLiteral("test:///default"));
    ASSERT_TRUE(host);
    std::optional<Result<Screenshot>> picture;
    deliver(host->machineNamed(u"test")->screenshot(), host.get(), [&](const Result<Screenshot> &got) { picture = got; });
    ASSERT_TRUE(waitFor([&] { return picture.has_value(); }));
    if (*picture) {
        EXPECT_FALSE((*picture)->data.isEmpty());
    } else {
        EXPECT_EQ(picture->error().kind, Error::Kind::Unsupported);
    }
}
