// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/foldersharing.h"

#include "core/config/domain/filesystem.h"
#include "core/config/domain/memory.h"
#include "core/provisioning/cloudseed.h"
#include "core/provisioning/recipecopies.h"
#include "core/provisioning/recipetoconfig.h"
#include "tests/core/provisioning/findings.h"
#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

HostSurvey hostWith(FolderSharing way)
{
    auto survey = samples::kvmHost();
    survey.folderSharing = way;
    return survey;
}

MachineRecipe recipeFor(const HostSurvey &survey, const QString &path = QStringLiteral("/srv/a & b/"))
{
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.folder.path = path;
    return recipe;
}

std::vector<RecipeFinding> check(const MachineRecipe &recipe, FolderSharing way, const FolderLook &look = {})
{
    return checkFolder(recipe, hostWith(way), look);
}

} // namespace

TEST(FolderSharing, WritesVirtioFsOverMemoryThatIsShared)
{
    const auto survey = hostWith(FolderSharing::VirtioFs);
    const auto config = DomainConfig::parse(domainXmlFor(recipeFor(survey), survey, {}));
    ASSERT_TRUE(config);
    ASSERT_EQ(config->devices<Filesystem>().size(), 1U);
    const auto device = config->devices<Filesystem>()[0];
    EXPECT_EQ(device.get(Filesystem::driver), filesystemDrivers::virtiofs());
    EXPECT_EQ(device.get(Filesystem::accessMode), QStringLiteral("passthrough"));
    EXPECT_EQ(device.get(Filesystem::folder), QStringLiteral("/srv/a & b"));
    EXPECT_EQ(device.get(Filesystem::target), QStringLiteral("share"));
    EXPECT_EQ(config->as<Memory>().get(Memory::source), memorySources::memfd());
    EXPECT_EQ(config->as<Memory>().get(Memory::access), memoryAccesses::isShared());
}

TEST(FolderSharing, WritesPlan9WhereVirtioFsCannotBe)
{
    for (const auto way : {FolderSharing::Plan9, FolderSharing::Plan9OfSession, FolderSharing::Plan9WithoutServer}) {
        const auto survey = hostWith(way);
        const auto config = DomainConfig::parse(domainXmlFor(recipeFor(survey), survey, {}));
        ASSERT_EQ(config->devices<Filesystem>().size(), 1U);
        EXPECT_FALSE(config->devices<Filesystem>()[0].get(Filesystem::driver));
        EXPECT_EQ(config->devices<Filesystem>()[0].get(Filesystem::accessMode), QStringLiteral("squash"));
    }
    const auto none = hostWith(FolderSharing::None);
    EXPECT_TRUE(DomainConfig::parse(domainXmlFor(recipeFor(none), none, {}))->devices<Filesystem>().empty());
    const auto survey = hostWith(FolderSharing::VirtioFs);
    EXPECT_TRUE(DomainConfig::parse(domainXmlFor(recipeFor(survey, {}), survey, {}))->devices<Filesystem>().empty());
}

TEST(FolderSharing, FindsWhatKeepsAFolderFromBeingSeen)
{
    const auto survey = hostWith(FolderSharing::VirtioFs);
    auto recipe = recipeFor(survey);
    EXPECT_EQ(check(recipe, FolderSharing::VirtioFs).size(), 1U);
    EXPECT_TRUE(has(check(recipe, FolderSharing::VirtioFs), Kind::FolderBarsSaving, Severity::Note));
    EXPECT_TRUE(has(check(recipe, FolderSharing::VirtioFs, {false, {}}), Kind::FolderMissing, Severity::Blocker));
    EXPECT_TRUE(has(check(recipe, FolderSharing::Plan9, {true, QStringLiteral("/srv")}), Kind::FolderBehindFolder, Severity::Blocker));
    EXPECT_FALSE(has(check(recipe, FolderSharing::VirtioFs, {true, QStringLiteral("/srv")}), Kind::FolderBehindFolder)) << "its server may";
    EXPECT_TRUE(has(check(recipe, FolderSharing::None), Kind::FolderUnsupported, Severity::Blocker));
    EXPECT_TRUE(has(check(recipe, FolderSharing::Plan9OfSession), Kind::FolderOfSession, Severity::Note));
    EXPECT_TRUE(has(check(recipe, FolderSharing::Plan9WithoutServer), Kind::FolderWithoutServer, Severity::Note));
    EXPECT_TRUE(has(check(recipeFor(survey, QStringLiteral("relative")), FolderSharing::VirtioFs), Kind::FolderMissing, Severity::Blocker));
    EXPECT_TRUE(check(recipeFor(survey, {}), FolderSharing::None).empty());
    recipe.os.isWindows = true;
    EXPECT_TRUE(has(check(recipe, FolderSharing::VirtioFs), Kind::FolderNeedsDrivers, Severity::Note));
    EXPECT_TRUE(has(check(recipe, FolderSharing::Plan9), Kind::FolderNeedsDrivers, Severity::Warning));
    auto remote = survey;
    remote.isLocal = false;
    EXPECT_TRUE(has(checkFolder(recipe, remote, {false, {}}), Kind::FolderUnseen, Severity::Note));
    EXPECT_FALSE(has(checkFolder(recipe, remote, {false, {}}), Kind::FolderMissing));
}

TEST(FolderSharing, TakesNamesThatAreGoodEverywhere)
{
    for (const auto &good : {QStringLiteral("share"), QStringLiteral("a"), QStringLiteral("My_files-2"), QString(31, u'x')})
        EXPECT_TRUE(isFolderName(good)) << good.toStdString();
    for (const auto &bad : {QString(), QStringLiteral("a b"), QStringLiteral("a/b"), QStringLiteral("-o"), QStringLiteral("a'b"), QStringLiteral("ä"),
                            QStringLiteral("a\n"), QString(32, u'x')})
        EXPECT_FALSE(isFolderName(bad)) << bad.toStdString();
    auto recipe = recipeFor(hostWith(FolderSharing::VirtioFs));
    recipe.folder.name = QStringLiteral("a b");
    EXPECT_TRUE(has(check(recipe, FolderSharing::VirtioFs), Kind::FolderNameInvalid, Severity::Blocker));
}

TEST(FolderSharing, IsLookedAtOnTheDisk)
{
    QTemporaryDir folder;
    EXPECT_TRUE(lookAtFolder(folder.path(), {}).isThere);
    EXPECT_FALSE(lookAtFolder(folder.filePath(QStringLiteral("none")), {}).isThere);
    QFile file(folder.filePath(QStringLiteral("file")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_FALSE(lookAtFolder(file.fileName(), {}).isThere) << "a file is no folder";
    constexpr unsigned nobody = 65534;
    EXPECT_EQ(lookAtFolder(folder.path(), EmulatorAccount{nobody, nobody}).barredBy, folder.path()) << "open to its owner alone";
    ASSERT_TRUE(QFile::setPermissions(folder.path(), QFile::permissions(folder.path()) | QFile::ExeOther | QFile::ReadOther));
    EXPECT_EQ(lookAtFolder(folder.path(), EmulatorAccount{nobody, nobody}).barredBy, QString());
}

TEST(FolderSharing, TellsHowItIsMounted)
{
    SharedFolder folder{QStringLiteral("/srv/data"), QStringLiteral("data")};
    EXPECT_EQ(mountCommand(folder, FolderSharing::VirtioFs), QStringLiteral("mount -t virtiofs data /mnt"));
    EXPECT_EQ(mountCommand(folder, FolderSharing::Plan9), QStringLiteral("mount -t 9p -o trans=virtio data /mnt"));
    SeedAnswers answers;
    answers.machineName = QStringLiteral("web");
    EXPECT_FALSE(writeSeed(answers).userData.contains("fstab"));
    answers.mountLine = mountLine(folder, FolderSharing::VirtioFs);
    EXPECT_TRUE(writeSeed(answers).userData.contains("mkdir -p /mnt/data && echo 'data /mnt/data virtiofs defaults,nofail 0 0' >> /etc/fstab && mount /mnt/data"))
        << writeSeed(answers).userData.toStdString();
}

TEST(FolderSharing, IsInTheCommandToo)
{
    const auto survey = hostWith(FolderSharing::VirtioFs);
    EXPECT_TRUE(virtInstallCommand(recipeFor(survey), survey, QStringLiteral("qemu:///system"))
                    .contains(QStringLiteral("--filesystem 'type=mount,driver.type=virtiofs,accessmode=passthrough,source=/srv/a & b,target=share'")));
}
