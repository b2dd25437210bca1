// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/defaultchecks.h"

#include "core/provisioning/machineplan.h"
#include "core/provisioning/recipecopies.h"
#include "core/settings/settings.h"
#include "tests/core/provisioning/samples.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using D = MachineDefaults;

MachineRecipe with(const MachineDefaults &defaults, const HostSurvey &survey, const QString &system = QStringLiteral("debian"))
{
    auto recipe = samples::recipe(system, survey);
    recipe.defaults = defaults;
    applyRecommendations(recipe, survey);
    return recipe;
}

/// The figures of the notes, each with the number of its field.
std::vector<std::pair<RecipeFinding::Field, QString>> notesOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    std::vector<std::pair<RecipeFinding::Field, QString>> notes;
    for (const auto &finding : checkRecipe(recipe, survey)) {
        if (finding.kind == RecipeFinding::Kind::DefaultUnserved) {
            EXPECT_EQ(finding.severity, RecipeFinding::Severity::Note) << "a default never bars a machine";
            notes.emplace_back(finding.field, finding.figure);
        }
    }
    return notes;
}

HostSurvey hostWithChoices()
{
    auto survey = samples::kvmHost();
    survey.pools.push_back({QStringLiteral("second"), QStringLiteral("dir"), QStringLiteral("/srv/second"), Bytes::gib(100), Bytes::gib(1), true});
    survey.pools.push_back({QStringLiteral("stopped"), QStringLiteral("dir"), QStringLiteral("/srv/stopped"), Bytes::gib(100), Bytes::gib(90), false});
    survey.networks.push_back({NetworkOffer::Kind::Bridge, QStringLiteral("br7"), {}, true});
    return survey;
}

} // namespace

TEST(MachineDefaults, AreTheBestOfEverythingAtFirst)
{
    QTemporaryDir folder;
    const Settings settings(folder.filePath(QStringLiteral("s.ini")));
    EXPECT_EQ(machineDefaults(settings), MachineDefaults());
}

TEST(MachineDefaults, AreKeptAndUnknownWordsAreAutomatic)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    const MachineDefaults defaults{QStringLiteral("a, \"b\""), QStringLiteral("bridge:br0"), D::Display::Spice, D::Firmware::Uefi, D::DiskFormat::Raw, Acceleration::Emulation};
    setMachineDefaults(settings, defaults);
    EXPECT_EQ(machineDefaults(settings), defaults);
    settings.set(keys::newMachineDisplay, QStringLiteral("hologram"));
    EXPECT_EQ(machineDefaults(settings).display, D::Display::Automatic);
    setMachineDefaults(settings, {});
    EXPECT_EQ(machineDefaults(settings), MachineDefaults());
}

TEST(MachineDefaults, AreUsedWhereTheHostHasThem)
{
    const auto survey = hostWithChoices();
    const auto usual = with({}, survey);
    ASSERT_NE(usual.pool, u"second");
    ASSERT_NE(networkKey(*usual.network), u"bridge:br7");
    const auto recipe = with({QStringLiteral("second"), QStringLiteral("bridge:br7"), D::Display::Spice, D::Firmware::Uefi, D::DiskFormat::Raw, Acceleration::Emulation}, survey);
    EXPECT_EQ(recipe.pool, u"second");
    ASSERT_TRUE(recipe.network);
    EXPECT_EQ(recipe.network->name, u"br7");
    const auto plan = planFor(recipe, survey), usualPlan = planFor(usual, survey);
    EXPECT_EQ(usualPlan.display, u"vnc");
    EXPECT_EQ(plan.display, u"spice");
    EXPECT_FALSE(usualPlan.uefi);
    EXPECT_TRUE(plan.uefi);
    EXPECT_TRUE(usualPlan.isKvm);
    EXPECT_FALSE(plan.isKvm);
    EXPECT_EQ(expectedMedia(recipe, survey).disks.front().format, u"raw");
    EXPECT_TRUE(expectedMedia(recipe, survey).disks.front().path.endsWith(u".raw"));
    EXPECT_EQ(expectedMedia(usual, survey).disks.front().format, u"qcow2");
    EXPECT_TRUE(notesOf(recipe, survey).empty());
}

TEST(MachineDefaults, GiveWayWithANoteWhereTheHostHasNone)
{
    auto survey = samples::emulatingHost();
    for (auto &caps : survey.accelerators) {
        caps.uefi = false;
        caps.graphics = {QStringLiteral("vnc")};
    }
    const auto usual = with({}, survey);
    const auto recipe = with({QStringLiteral("nowhere"), QStringLiteral("network:lan"), D::Display::Spice, D::Firmware::Uefi, D::DiskFormat::Automatic, Acceleration::Hardware}, survey);
    EXPECT_EQ(recipe.pool, usual.pool);
    EXPECT_EQ(networkKey(*recipe.network), networkKey(*usual.network));
    EXPECT_EQ(recipe.acceleration, Acceleration::Automatic);
    EXPECT_EQ(planFor(recipe, survey).display, u"vnc");
    EXPECT_FALSE(planFor(recipe, survey).uefi);
    using F = RecipeFinding::Field;
    const std::vector<std::pair<F, QString>> expected{{F::Disk, QStringLiteral("nowhere")}, {F::Network, QStringLiteral("lan")}, {F::Acceleration, {}},
                                                      {F::Firmware, QStringLiteral("UEFI")}, {F::Host, QStringLiteral("SPICE")}};
    EXPECT_EQ(notesOf(recipe, survey), expected);
}

TEST(MachineDefaults, DoNotTakeAPoolThatIsOff)
{
    const auto survey = hostWithChoices();
    const auto recipe = with({QStringLiteral("stopped"), {}}, survey);
    EXPECT_NE(recipe.pool, u"stopped");
    EXPECT_EQ(notesOf(recipe, survey).size(), 1U);
}

TEST(MachineDefaults, GiveNoSystemAFirmwareThatItDoesNotKnow)
{
    const auto survey = samples::kvmHost();
    EXPECT_FALSE(planFor(with({{}, {}, D::Display::Automatic, D::Firmware::Uefi}, survey, QStringLiteral("winxp")), survey).uefi);
    const auto demanding = with({{}, {}, D::Display::Automatic, D::Firmware::Bios}, survey, QStringLiteral("win11"));
    EXPECT_TRUE(planFor(demanding, survey).uefi);
    ASSERT_EQ(notesOf(demanding, survey).size(), 1U);
    EXPECT_EQ(notesOf(demanding, survey).front().second, u"BIOS");
}

TEST(MachineDefaults, LetTheOldSystemsHaveTheirSpiceUnlessVncIsWished)
{
    const auto survey = samples::olderHost(); // no clipboard by VNC, so that Windows gets SPICE
    EXPECT_EQ(planFor(with({}, survey, QStringLiteral("win10")), survey).display, u"spice");
    EXPECT_EQ(planFor(with({{}, {}, D::Display::Vnc}, survey, QStringLiteral("win10")), survey).display, u"vnc");
}
