// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machinerecipe.h"

#include "core/provisioning/machinename.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

const RecipeFinding *find(const std::vector<RecipeFinding> &findings, Kind kind)
{
    const auto it = std::find_if(findings.begin(), findings.end(), [kind](const auto &f) { return f.kind == kind; });
    return it == findings.end() ? nullptr : &*it;
}

bool isBlocked(const MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto findings = checkRecipe(recipe, survey);
    return !findings.empty() && findings.front().severity == Severity::Blocker;
}

std::optional<Severity> severityOf(Kind kind, const MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto findings = checkRecipe(recipe, survey);
    const auto *finding = find(findings, kind);
    return finding ? std::optional(finding->severity) : std::nullopt;
}

} // namespace

TEST(MachineName, TakesEveryCharacterThatAFileNameCanBear)
{
    for (const auto &name : {QStringLiteral("debian-12"), QStringLiteral("my machine"), QStringLiteral("a & b"), QStringLiteral("<x>"), QStringLiteral("it's \"quoted\""),
                             QStringLiteral("機械 машина 🐙"), QStringLiteral("100%"), QStringLiteral("-rf *"), QStringLiteral("a\\b"), QStringLiteral("a,b=c;d"),
                             QString(240, u'x'), QStringLiteral("é").repeated(120)})
        EXPECT_FALSE(nameProblem(name)) << name.toStdString();
}

TEST(MachineName, RefusesTheRestWithAReason)
{
    EXPECT_EQ(nameProblem({}), Kind::NameEmpty);
    EXPECT_EQ(nameProblem(QStringLiteral("a/b")), Kind::NameHasSlash);
    EXPECT_EQ(nameProblem(QStringLiteral(".")), Kind::NameIsDots);
    EXPECT_EQ(nameProblem(QStringLiteral("..")), Kind::NameIsDots); // libvirt refuses both
    EXPECT_EQ(nameProblem(QStringLiteral("...")), std::nullopt);
    EXPECT_EQ(nameProblem(QStringLiteral(" a")), Kind::NameBlankEdge);
    EXPECT_EQ(nameProblem(QStringLiteral("a\u00A0")), Kind::NameBlankEdge);
    EXPECT_EQ(nameProblem(QStringLiteral(" ")), Kind::NameBlankEdge);
    EXPECT_EQ(nameProblem(QString(255, u'x')), Kind::NameTooLong);
    EXPECT_EQ(nameProblem(QStringLiteral("é").repeated(121)), Kind::NameTooLong);
    for (const char16_t c : {u'\n', u'\t', u'\x1', u'\x7f', u'\x85', u'\x2028', u'\xFFFF', u'\xD800'})
        EXPECT_EQ(nameProblem(QStringLiteral("a") + QChar(c) + QStringLiteral("b")), Kind::NameHasControlCharacter) << int(c);
}

TEST(MachineName, IsMeasuredByTheSocketsThatAreNamedAfterItsBeginning)
{
    constexpr qsizetype systems = 21; // /var/lib/libvirt/qemu
    constexpr qsizetype sessions = 33; // /home/person/.config/libvirt/qemu
    EXPECT_TRUE(fitsSockets(QString(240, u'x'), systems));
    EXPECT_TRUE(fitsSockets(QString(240, u'x'), sessions));
    EXPECT_TRUE(fitsSockets(QStringLiteral("機").repeated(11), systems));
    EXPECT_FALSE(fitsSockets(QStringLiteral("機").repeated(12), systems));
    EXPECT_TRUE(fitsSockets(QString(20, u'x') + QStringLiteral("機").repeated(60), systems));
    EXPECT_FALSE(fitsSockets(QStringLiteral("機").repeated(10), sessions));
    EXPECT_TRUE(fitsSockets(QString(16, u'x'), 40));
    EXPECT_FALSE(fitsSockets(QString(17, u'x'), 40));
    auto survey = samples::kvmHost();
    MachineRecipe recipe;
    recipe.name = QStringLiteral("機").repeated(80);
    EXPECT_EQ(severityOf(Kind::NameTooLong, recipe, survey), Severity::Blocker);
}

TEST(MachineName, IsMadeOfWhatAnyTextHolds)
{
    EXPECT_EQ(nameFrom(QStringLiteral("Debian 12 (Bookworm)")), QStringLiteral("debian-12-bookworm"));
    EXPECT_EQ(nameFrom(QStringLiteral("../../etc/passwd")), QStringLiteral("etc-passwd"));
    EXPECT_EQ(nameFrom(QStringLiteral("Ünïcode 機械")), QStringLiteral("ünïcode-機械"));
    EXPECT_EQ(nameFrom(QStringLiteral("!!! ---")), QString());
    EXPECT_LE(nameFrom(QString(500, u'x')).size(), 64);
    for (const auto &text : {QStringLiteral("a\nb"), QStringLiteral("🐙🐙"), QStringLiteral(". . ."), QStringLiteral("x").repeated(60) + u'-'}) {
        const auto name = nameFrom(text);
        EXPECT_TRUE(name.isEmpty() || !nameProblem(name)) << name.toStdString();
    }
}

TEST(ProposeName, CountsUpWhileTheNameIsTaken)
{
    auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    EXPECT_EQ(recipe.name, QStringLiteral("debian-11"));
    survey.machineNames = {QStringLiteral("debian-11"), QStringLiteral("debian-11-2")};
    EXPECT_EQ(proposeName(recipe, {}, survey), QStringLiteral("debian-11-3"));
}

TEST(ProposeName, TakesLabelThenFileThenAnything)
{
    const auto survey = samples::kvmHost();
    MachineRecipe recipe;
    EXPECT_EQ(proposeName(recipe, QStringLiteral("MY_OS 1.0"), survey), QStringLiteral("my-os-1.0"));
    recipe.mediaPath = QStringLiteral("/x/Some Disk.QCOW2");
    EXPECT_EQ(proposeName(recipe, {}, survey), QStringLiteral("some-disk"));
    recipe.mediaPath.clear();
    EXPECT_EQ(proposeName(recipe, {}, survey), QStringLiteral("machine"));
    recipe.os = samples::system(QStringLiteral("win11"));
    EXPECT_EQ(proposeName(recipe, {}, survey), QStringLiteral("windows-11"));
}

TEST(Recommendations, AreWhatTheSystemAsksForWithinTheHost)
{
    auto survey = samples::kvmHost();
    const auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    EXPECT_EQ(recipe.vcpus, 2);
    EXPECT_EQ(recipe.memory, Bytes::gib(2));
    EXPECT_EQ(recipe.diskSize, Bytes::gib(20));
    EXPECT_EQ(recipe.pool, QStringLiteral("default"));
    ASSERT_TRUE(recipe.network);
    EXPECT_EQ(recipe.network->name, QStringLiteral("default"));
    survey.memory = Bytes::gib(3);
    survey.cpuThreads = 1;
    const auto small = samples::recipe(QStringLiteral("debian"), survey);
    EXPECT_EQ(small.memory, Bytes::mib(1536));
    EXPECT_EQ(small.vcpus, 1);
    survey.memory = Bytes::gib(1);
    EXPECT_EQ(samples::recipe(QStringLiteral("debian"), survey).memory, Bytes::gib(1)); // its minimum
}

TEST(Recommendations, PreferAPoolOfFilesThatRuns)
{
    auto survey = samples::kvmHost();
    survey.pools = {{QStringLiteral("lvm"), QStringLiteral("logical"), {}, Bytes::gib(900), Bytes::gib(900), true},
                    {QStringLiteral("off"), QStringLiteral("dir"), {}, Bytes::gib(900), Bytes::gib(900), false},
                    {QStringLiteral("small"), QStringLiteral("dir"), {}, Bytes::gib(9), Bytes::gib(9), true},
                    {QStringLiteral("large"), QStringLiteral("dir"), {}, Bytes::gib(99), Bytes::gib(99), true}};
    MachineRecipe recipe;
    applyRecommendations(recipe, survey);
    EXPECT_EQ(recipe.pool, QStringLiteral("large"));
}

TEST(Recommendations, LeaveOutANetworkThatIsNotRunning)
{
    auto survey = samples::kvmHost();
    survey.networks.insert(survey.networks.begin(), NetworkOffer{NetworkOffer::Kind::Network, QStringLiteral("off"), {}, false});
    MachineRecipe recipe;
    applyRecommendations(recipe, survey);
    ASSERT_TRUE(recipe.network);
    EXPECT_EQ(recipe.network->name, QStringLiteral("default"));
    survey.networks.pop_back();
    applyRecommendations(recipe, survey);
    EXPECT_FALSE(recipe.network);
}

TEST(Recommendations, PutNoMachineOnTheHostsOwnNetworkUnasked)
{
    auto survey = samples::kvmHost();
    survey.networks = {{NetworkOffer::Kind::Direct, QStringLiteral("eth0"), {}, true}};
    EXPECT_FALSE(samples::recipe(QStringLiteral("debian"), survey).network);
    survey.networks.push_back({NetworkOffer::Kind::User, {}, {}, true});
    EXPECT_EQ(samples::recipe(QStringLiteral("debian"), survey).network->kind, NetworkOffer::Kind::User);
}

TEST(CheckRecipe, FindsNothingWrongWithARecommendation)
{
    for (const auto &name : {QStringLiteral("debian"), QStringLiteral("fedora"), QStringLiteral("freebsd"), QStringLiteral("win10"), QStringLiteral("win11")}) {
        const auto survey = samples::kvmHost();
        EXPECT_TRUE(checkRecipe(samples::recipe(name, survey), survey).empty()) << name.toStdString();
    }
}

TEST(CheckRecipe, BlocksWhatCannotWork)
{
    const auto survey = samples::kvmHost();
    const auto good = samples::recipe(QStringLiteral("debian"), survey);
    ASSERT_FALSE(isBlocked(good, survey));
    const auto spoilt = [&](auto spoil) {
        auto recipe = good;
        auto host = survey;
        spoil(recipe, host);
        return isBlocked(recipe, host);
    };
    EXPECT_TRUE(spoilt([](auto &r, auto &) { r.name = QStringLiteral("a\nb"); }));
    EXPECT_TRUE(spoilt([](auto &r, auto &h) { h.machineNames.insert(r.name); }));
    EXPECT_TRUE(spoilt([](auto &r, auto &) { r.mediaPath.clear(); }));
    EXPECT_TRUE(spoilt([](auto &r, auto &) { r.vcpus = 289; }));
    EXPECT_TRUE(spoilt([](auto &r, auto &) { r.pool = QStringLiteral("gone"); }));
    EXPECT_TRUE(spoilt([](auto &, auto &h) { h.pools[0].active = false; }));
    EXPECT_TRUE(spoilt([](auto &r, auto &) { r.network->active = false; }));
    EXPECT_TRUE(spoilt([](auto &, auto &h) { h.accelerators.clear(); }));
    EXPECT_TRUE(spoilt([](auto &, auto &h) { h.isLocal = false; }));
    EXPECT_FALSE(spoilt([](auto &, auto &h) { h.isLocal = false; h.uploadPool = QStringLiteral("default"); }));
    EXPECT_FALSE(spoilt([](auto &r, auto &) { r.network->active = false; r.startNow = false; }));
    EXPECT_FALSE(spoilt([](auto &r, auto &h) { h.pools.clear(); r.pool.clear(); })); // one is made
    EXPECT_TRUE(spoilt([](auto &r, auto &h) { h.pools.clear(); r.pool.clear(); h.hasStorage = false; }));
    EXPECT_FALSE(spoilt([](auto &r, auto &h) { h.pools.clear(); h.hasStorage = false; r.withDisk = false; }));
}

TEST(CheckRecipe, WarnsOfWhatMayNotWork)
{
    const auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.memory = Bytes::mib(512);
    recipe.vcpus = 9;
    recipe.diskSize = Bytes::gib(101);
    EXPECT_EQ(severityOf(Kind::MemoryBelowMinimum, recipe, survey), Severity::Warning);
    EXPECT_EQ(severityOf(Kind::VcpusAboveHost, recipe, survey), Severity::Warning);
    EXPECT_EQ(severityOf(Kind::DiskLargerThanFree, recipe, survey), Severity::Warning);
    recipe.memory = Bytes::gib(33);
    recipe.diskSize = Bytes::gib(5);
    EXPECT_EQ(severityOf(Kind::MemoryAboveHost, recipe, survey), Severity::Warning);
    EXPECT_EQ(severityOf(Kind::DiskBelowRecommended, recipe, survey), Severity::Note);
    recipe.network.reset();
    EXPECT_EQ(severityOf(Kind::NoNetwork, recipe, survey), Severity::Note);
    EXPECT_FALSE(isBlocked(recipe, survey));
}

TEST(CheckRecipe, TellsThatTheProcessorIsEmulated)
{
    auto survey = samples::emulatingHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    EXPECT_EQ(severityOf(Kind::EmulationOnly, recipe, survey), Severity::Warning);
    survey = samples::kvmHost();
    EXPECT_FALSE(severityOf(Kind::EmulationOnly, recipe, survey));
    recipe.acceleration = Acceleration::Emulation;
    EXPECT_EQ(severityOf(Kind::EmulationOnly, recipe, survey), Severity::Note);
}

TEST(CheckRecipe, TellsThatKvmIsNotTrusted)
{
    auto survey = samples::emulatingHost();
    survey.kvmDoubt = KvmDoubt::SlowAnswers;
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    EXPECT_EQ(severityOf(Kind::KvmDistrusted, recipe, survey), Severity::Warning);
    EXPECT_FALSE(severityOf(Kind::EmulationOnly, recipe, survey));
    recipe.acceleration = Acceleration::Emulation;
    EXPECT_EQ(severityOf(Kind::EmulationOnly, recipe, survey), Severity::Note);
}

TEST(CheckRecipe, TellsThatATestGuestDidNotRunWithKvmAndLeavesItToBeChosen)
{
    auto survey = samples::kvmHost();
    survey.kvmDoubt = KvmDoubt::GuestFailed;
    std::stable_partition(survey.accelerators.begin(), survey.accelerators.end(), [](const auto &caps) { return caps.accelerator != u"kvm"; });
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    EXPECT_EQ(chosenAccelerator(recipe, survey)->accelerator, QStringLiteral("qemu"));
    EXPECT_EQ(severityOf(Kind::KvmTestFailed, recipe, survey), Severity::Warning);
    recipe.acceleration = Acceleration::Hardware;
    EXPECT_EQ(chosenAccelerator(recipe, survey)->accelerator, QStringLiteral("kvm"));
    EXPECT_EQ(severityOf(Kind::KvmChosenAnyway, recipe, survey), Severity::Warning);
    EXPECT_FALSE(isBlocked(recipe, survey));
}

TEST(CheckRecipe, SaysNothingOfAKvmThatIsTrusted)
{
    const auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    for (const auto acceleration : {Acceleration::Automatic, Acceleration::Hardware}) {
        recipe.acceleration = acceleration;
        EXPECT_EQ(chosenAccelerator(recipe, survey)->accelerator, QStringLiteral("kvm"));
        EXPECT_FALSE(severityOf(Kind::KvmChosenAnyway, recipe, survey));
        EXPECT_FALSE(severityOf(Kind::KvmTestFailed, recipe, survey));
    }
}

TEST(CheckRecipe, TellsWhatWindows11Misses)
{
    auto survey = samples::kvmHost();
    const auto recipe = samples::recipe(QStringLiteral("win11"), survey);
    for (auto &caps : survey.accelerators) {
        caps.secureBoot = false;
        caps.tpmBackends.clear();
    }
    EXPECT_EQ(severityOf(Kind::SecureBootMissing, recipe, survey), Severity::Warning);
    EXPECT_EQ(severityOf(Kind::TpmMissing, recipe, survey), Severity::Warning);
    for (auto &caps : survey.accelerators)
        caps.uefi = false;
    EXPECT_EQ(severityOf(Kind::UefiMissing, recipe, survey), Severity::Warning);
}

TEST(CheckRecipe, PutsTheWorstFirst)
{
    auto survey = samples::emulatingHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.network.reset();
    recipe.name.clear();
    const auto findings = checkRecipe(recipe, survey);
    ASSERT_EQ(findings.size(), 3U);
    EXPECT_EQ(findings[0].severity, Severity::Blocker);
    EXPECT_EQ(findings[1].severity, Severity::Warning);
    EXPECT_EQ(findings[2].severity, Severity::Note);
}

TEST(ChosenAccelerator, FollowsTheRecipe)
{
    const auto survey = samples::kvmHost();
    MachineRecipe recipe;
    EXPECT_EQ(chosenAccelerator(recipe, survey)->accelerator, QStringLiteral("kvm"));
    recipe.acceleration = Acceleration::Emulation;
    EXPECT_EQ(chosenAccelerator(recipe, survey)->accelerator, QStringLiteral("qemu"));
    EXPECT_EQ(chosenAccelerator(recipe, samples::testHost())->accelerator, QStringLiteral("test"));
    EXPECT_EQ(chosenAccelerator(recipe, HostSurvey()), nullptr);
}

TEST(RecipeOutcome, IsWhatTheReceiptShows)
{
    const auto survey = samples::kvmHost();
    const auto linux = outcomeOf(samples::recipe(QStringLiteral("debian"), survey), survey);
    EXPECT_EQ(linux.accelerator, QStringLiteral("kvm"));
    EXPECT_EQ(linux.machineType, QStringLiteral("pc-q35-7.2"));
    EXPECT_EQ(linux.cpuMode, QStringLiteral("host-passthrough"));
    EXPECT_EQ(linux.diskBus, QStringLiteral("virtio"));
    EXPECT_EQ(linux.nicModel, QStringLiteral("virtio"));
    EXPECT_EQ(linux.display, QStringLiteral("vnc"));
    EXPECT_FALSE(linux.uefi);
    const auto windows = outcomeOf(samples::recipe(QStringLiteral("win11"), survey), survey);
    EXPECT_EQ(windows.diskBus, QStringLiteral("sata"));
    EXPECT_EQ(windows.nicModel, QStringLiteral("e1000e"));
    EXPECT_TRUE(windows.uefi && windows.secureBoot && windows.tpm);
}
