// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/manymachines.h"

#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

class ManyMachines : public testing::Test {
protected:
    bool isFound(RecipeFinding::Kind kind) const
    {
        const auto findings = checkRecipe(recipe, survey);
        return std::any_of(findings.begin(), findings.end(), [kind](const RecipeFinding &finding) { return finding.kind == kind; });
    }
    /// After a change to a recipe of three.
    template<class Change>
    std::optional<OneOnly> why(Change change) const
    {
        auto changed = recipe;
        change(changed);
        return whyOneOnly(changed, survey);
    }

    HostSurvey survey = samples::kvmHost();
    MachineRecipe recipe = [this] {
        auto made = samples::recipe(QStringLiteral("debian"), survey);
        made.name = QStringLiteral("web");
        made.count = 3;
        return made;
    }();
};

} // namespace

TEST_F(ManyMachines, AreNumberedAndOtherwiseAlike)
{
    recipe.account.hostName = QStringLiteral("node.example.org");
    const auto recipes = recipesOf(recipe, survey);
    ASSERT_EQ(recipes.size(), 3U);
    EXPECT_EQ(recipes[0].name, u"web-1");
    EXPECT_EQ(recipes[2].name, u"web-3");
    EXPECT_EQ(recipes[2].account.hostName, u"node-3.example.org");
    for (const auto &each : recipes) {
        EXPECT_EQ(each.count, 1);
        EXPECT_EQ(each.memory, recipe.memory);
        EXPECT_EQ(each.mediaPath, recipe.mediaPath);
    }
}

TEST_F(ManyMachines, KeepTheirNameWhereThereIsOne)
{
    recipe.count = 1;
    recipe.account.hostName = QStringLiteral("node");
    const auto recipes = recipesOf(recipe, survey);
    ASSERT_EQ(recipes.size(), 1U);
    EXPECT_EQ(recipes[0].name, u"web");
    EXPECT_EQ(recipes[0].account.hostName, u"node");
}

TEST_F(ManyMachines, HaveHostNamesOfTheirOwnThatAreNotTooLong)
{
    recipe.account.hostName = QString(63, u'a');
    EXPECT_EQ(recipesOf(recipe, survey)[1].account.hostName, QString(61, u'a') + QStringLiteral("-2"));
    recipe.os = samples::system(QStringLiteral("win11"));
    recipe.account.hostName.clear();
    recipe.name = QStringLiteral("a-name-longer-than-fifteen");
    EXPECT_EQ(recipesOf(recipe, survey)[1].account.hostName, u"a-name-longer-2");
    recipe.os = samples::system(QStringLiteral("debian"));
    EXPECT_EQ(recipesOf(recipe, survey)[1].account.hostName, QString()) << "the name has the number";
}

TEST_F(ManyMachines, AreNeitherNoneNorThousands)
{
    recipe.count = 0;
    EXPECT_EQ(machinesOf(recipe, survey), 1);
    recipe.count = 5000;
    EXPECT_EQ(machinesOf(recipe, survey), mostMachines);
}

TEST_F(ManyMachines, NeedNamesThatAreAllFree)
{
    survey.machineNames = {QStringLiteral("web")};
    EXPECT_FALSE(isFound(RecipeFinding::Kind::NameTaken)) << "none of them is called so";
    survey.machineNames = {QStringLiteral("web-2")};
    EXPECT_TRUE(isFound(RecipeFinding::Kind::NameTaken));
}

TEST_F(ManyMachines, MayHaveNamesThatAreTooLongByTheirNumber)
{
    recipe.name = QString(239, u'a'); // 240 are allowed
    EXPECT_TRUE(isFound(RecipeFinding::Kind::NameTooLong));
}

TEST_F(ManyMachines, NeedRoomForAllTheirDisks)
{
    recipe.diskSize = Bytes(survey.pools.front().available.count() / 2);
    recipe.count = 2;
    EXPECT_FALSE(isFound(RecipeFinding::Kind::DiskLargerThanFree));
    recipe.count = 3;
    EXPECT_TRUE(isFound(RecipeFinding::Kind::DiskLargerThanFree));
}

TEST_F(ManyMachines, ShareNothingThatOneMustHaveForItself)
{
    EXPECT_FALSE(why([](MachineRecipe &) {}));
    EXPECT_EQ(why([](MachineRecipe &each) { each.source = MediaSource::ExistingDisk; }), OneOnly::DiskInPlace);
    EXPECT_FALSE(why([](MachineRecipe &each) {
        each.source = MediaSource::ExistingDisk;
        each.diskUse = DiskUse::Copy;
    }));
    EXPECT_EQ(why([](MachineRecipe &each) { each.source = MediaSource::CustomXml; }), OneOnly::Definition);
    EXPECT_EQ(why([](MachineRecipe &each) { each.definition = QStringLiteral("<domain/>"); }), OneOnly::Definition);
    EXPECT_EQ(why([](MachineRecipe &each) { each.source = MediaSource::Appliance; }), OneOnly::Appliance);
    EXPECT_EQ(why([](MachineRecipe &each) {
        each.source = MediaSource::CloudImage;
        each.cloud.address = GuestAddress{QStringLiteral("10.0.0.5/24"), {}, {}};
    }), OneOnly::FixedAddress);
    EXPECT_EQ(why([](MachineRecipe &each) { each.forwards.ports = {{PortForward::Protocol::Tcp, 2222, 22}}; }), OneOnly::Ports);
    EXPECT_EQ(why([](MachineRecipe &each) {
        each.source = MediaSource::Container;
        each.container.root = QStringLiteral("/srv/box");
    }), OneOnly::Root);
    EXPECT_EQ(why([](MachineRecipe &each) { each.source = MediaSource::NetworkInstall; }), OneOnly::Tree);
    EXPECT_FALSE(why([](MachineRecipe &each) {
        each.source = MediaSource::NetworkInstall;
        each.fromNetwork.way = NetworkInstall::Way::Pxe;
    }));
    survey.pools.clear();
    survey.hasStorage = true;
    EXPECT_EQ(why([](MachineRecipe &) {}), OneOnly::FirstPool);
    EXPECT_EQ(recipesOf(recipe, survey).size(), 1U);
}
