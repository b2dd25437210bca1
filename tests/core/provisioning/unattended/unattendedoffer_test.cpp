// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/unattendedoffer.h"

#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

MachineRecipe debian()
{
    auto recipe = samples::recipe(QStringLiteral("debian"), samples::kvmHost());
    recipe.source = MediaSource::InstallerImage;
    recipe.mediaPath = QStringLiteral("/iso/debian.iso");
    recipe.os.answers = AnswerFormat::Preseed;
    return recipe;
}

std::optional<InstallerBoot> boot(AnswerFormat format)
{
    InstallerBoot boot;
    boot.format = format;
    return boot;
}

bool has(const std::vector<RecipeFinding> &findings, RecipeFinding::Kind kind)
{
    return std::any_of(findings.begin(), findings.end(), [kind](const RecipeFinding &finding) { return finding.kind == kind; });
}

} // namespace

TEST(UnattendedOffer, IsMadeWhereSystemAndDiscAgree)
{
    EXPECT_EQ(unattendedBar(debian(), boot(AnswerFormat::Preseed)), UnattendedBar::None);
    EXPECT_EQ(unattendedBar(debian(), boot(AnswerFormat::Kickstart)), UnattendedBar::MediumTakesNone);
    EXPECT_EQ(unattendedBar(debian(), std::nullopt), UnattendedBar::MediumTakesNone);
}

TEST(UnattendedOffer, TellsWhatKeepsItFromBeingMade)
{
    auto recipe = debian();
    recipe.mediaPath.clear();
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::NoMedium);
    recipe = debian();
    recipe.os.answers = {};
    EXPECT_EQ(unattendedBar(recipe, boot(AnswerFormat::Preseed)), UnattendedBar::NoScript);
    recipe.os = {};
    EXPECT_EQ(unattendedBar(recipe, boot(AnswerFormat::Preseed)), UnattendedBar::SystemUnknown);
    recipe = samples::recipe(QStringLiteral("winxp"), samples::kvmHost());
    recipe.mediaPath = QStringLiteral("/iso/xp.iso");
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::WindowsTooOld);
    recipe.source = MediaSource::CloudImage;
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::NotInstalled);
}

TEST(UnattendedOffer, IsMadeForADownloadByWhatTheCatalogueSays)
{
    auto recipe = debian();
    recipe.source = MediaSource::Download;
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::NoMedium);
    recipe.download = OsImage();
    recipe.download->kind = OsImage::Kind::Installer;
    recipe.download->url = QUrl(QStringLiteral("https://a.example/netinst.iso"));
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::None);
    recipe.download->kind = OsImage::Kind::Live;
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::MediumTakesNone);
    recipe.download->kind = OsImage::Kind::Installer;
    recipe.os.os.distribution = QStringLiteral("ubuntu");
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::MediumTakesNone);
    recipe.download->url = QUrl(QStringLiteral("https://a.example/ubuntu-24.04-live-server-amd64.iso"));
    EXPECT_EQ(unattendedBar(recipe, std::nullopt), UnattendedBar::None);
}

TEST(UnattendedOffer, FindsWhatWouldStopTheInstaller)
{
    auto recipe = debian();
    recipe.withDisk = false;
    recipe.network.reset();
    EXPECT_TRUE(checkUnattended(recipe).empty());
    recipe.unattended = true;
    EXPECT_TRUE(has(checkUnattended(recipe), RecipeFinding::Kind::UnattendedWithoutDisk));
    EXPECT_TRUE(has(checkUnattended(recipe), RecipeFinding::Kind::UnattendedWithoutNetwork));
    recipe.cloud.packages = {QStringLiteral("vim; reboot")};
    EXPECT_TRUE(has(checkUnattended(recipe), RecipeFinding::Kind::PackageInvalid));
    EXPECT_TRUE(has(checkRecipe(recipe, samples::kvmHost()), RecipeFinding::Kind::UserEmpty));
}
