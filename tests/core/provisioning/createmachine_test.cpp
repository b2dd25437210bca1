// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/createmachine.h"

#include "tests/core/hosts/world.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

class CreateMachineTest : public testing::Test {
protected:
    void SetUp() override
    {
        host = world.listedHost(machines.uri());
        ASSERT_TRUE(host);
        recipe = samples::recipe(QStringLiteral("debian"), survey);
        recipe.source = MediaSource::NoMedium;
        recipe.withDisk = false;
        recipe.network.reset();
        recipe.name = QStringLiteral("new one");
    }
    Job &create() { return createMachine(world.jobs, *host, recipe, survey); }

    World world;
    TestHost machines{3};
    std::unique_ptr<Host> host;
    HostSurvey survey = samples::testHost();
    MachineRecipe recipe;
};

} // namespace

TEST_F(CreateMachineTest, EndsWithTheNewMachineForATarget)
{
    auto &job = create();
    EXPECT_EQ(job.kind(), JobKind::CreateMachine);
    EXPECT_EQ(job.subject(), QStringLiteral("new one"));
    QObject *targetAtEnd = nullptr;
    QObject::connect(&job, &Job::finished, &job, [&] { targetAtEnd = job.target(); });
    ASSERT_TRUE(waitFor([&] { return job.isFinished(); }));
    EXPECT_EQ(job.state(), Job::State::Succeeded);
    auto *machine = host->machineNamed(u"new one");
    ASSERT_NE(machine, nullptr);
    EXPECT_EQ(targetAtEnd, machine);
    EXPECT_TRUE(waitFor([&] { return machine->state() == MachineState::Running; }));
}

TEST_F(CreateMachineTest, FailsWhereTheNameIsTakenAndLeavesItsOwnerAlone)
{
    recipe.name = TestHost::name(0);
    auto &job = create();
    ASSERT_TRUE(waitFor([&] { return job.isFinished(); }));
    EXPECT_EQ(job.state(), Job::State::Failed);
    EXPECT_EQ(job.error()->kind, Error::Kind::AlreadyExists);
    EXPECT_EQ(job.target(), nullptr);
    EXPECT_EQ(host->machines().size(), 3U);
    EXPECT_EQ(host->machineNamed(recipe.name)->uuid(), TestHost::uuid(0));
}

TEST_F(CreateMachineTest, MakesNothingOnceCancelled)
{
    auto &job = create();
    job.cancel();
    ASSERT_TRUE(waitFor([&] { return job.isFinished(); }));
    // The last step may have been under way already: then the machine is there, and the job says so.
    const bool isThere = waitFor([&] { return host->machineNamed(u"new one") != nullptr; }, std::chrono::milliseconds(200));
    EXPECT_EQ(isThere, job.state() == Job::State::Succeeded);
}

TEST_F(CreateMachineTest, FailsWithoutConnection)
{
    host->disconnectFromHost();
    auto &job = create();
    ASSERT_TRUE(waitFor([&] { return job.isFinished(); }));
    EXPECT_EQ(job.state(), Job::State::Failed);
    EXPECT_EQ(job.error()->kind, Error::Kind::Unreachable);
}

TEST_F(CreateMachineTest, SurvivesTheHostThatGoesAwayUnderIt)
{
    auto &job = create();
    host.reset();
    EXPECT_TRUE(waitFor([&] { return job.isFinished(); }));
}
