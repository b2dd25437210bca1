// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/unattendedoffer.h"

#include "core/provisioning/cloudchecks.h"
#include "core/provisioning/network/treeinfo.h"
#include "core/provisioning/windows/windowschecks.h"

namespace {

UnattendedBar barOfDownload(const MachineRecipe &recipe)
{
    if (!recipe.download)
        return UnattendedBar::NoMedium;
    if (recipe.download->kind != OsImage::Kind::Installer)
        return UnattendedBar::MediumTakesNone;
    // Ubuntu's desktops are not fetched to find out what their installers are.
    if (recipe.os.os.distribution == u"ubuntu" && !recipe.download->url.path().contains(u"-server-"))
        return UnattendedBar::MediumTakesNone;
    return UnattendedBar::None;
}

UnattendedBar barOfTree(const MachineRecipe &recipe)
{
    const auto &install = recipe.fromNetwork;
    if (install.way != NetworkInstall::Way::Tree) // who knows what that starts
        return UnattendedBar::NotInstalled;
    if (!install.tree)
        return UnattendedBar::NoMedium;
    if (!recipe.os.known)
        return UnattendedBar::SystemUnknown;
    if (!recipe.os.answers)
        return UnattendedBar::NoScript;
    return recipe.os.answers.testFlag(installtrees::answersOf(*install.tree)) ? UnattendedBar::None : UnattendedBar::MediumTakesNone;
}

} // namespace

UnattendedBar unattendedBar(const MachineRecipe &recipe, const std::optional<InstallerBoot> &boot)
{
    if (recipe.source == MediaSource::NetworkInstall)
        return barOfTree(recipe);
    const bool isDownload = recipe.source == MediaSource::Download;
    if (!isDownload && recipe.source != MediaSource::InstallerImage)
        return UnattendedBar::NotInstalled;
    if (isDownload) {
        if (const auto bar = barOfDownload(recipe); bar != UnattendedBar::None)
            return bar;
    } else if (recipe.mediaPath.isEmpty()) {
        return UnattendedBar::NoMedium;
    }
    if (recipe.os.isWindows)
        return !isDownload && takesAnswers(recipe.os, recipe.windows) ? UnattendedBar::None : UnattendedBar::WindowsTooOld;
    if (!recipe.os.known)
        return UnattendedBar::SystemUnknown;
    if (!recipe.os.answers)
        return UnattendedBar::NoScript;
    if (!isDownload && (!boot || !recipe.os.answers.testFlag(boot->format)))
        return UnattendedBar::MediumTakesNone;
    return UnattendedBar::None;
}

bool takesPackages(const MachineRecipe &recipe)
{
    return recipe.source != MediaSource::CloudImage && wantsAccount(recipe) && !recipe.os.isWindows;
}

std::vector<RecipeFinding> checkUnattended(const MachineRecipe &recipe)
{
    using F = RecipeFinding;
    std::vector<F> findings;
    if (!recipe.unattended)
        return findings;
    if (!recipe.withDisk && recipe.definition.isEmpty())
        findings.push_back({F::Kind::UnattendedWithoutDisk, F::Severity::Blocker, F::Field::Disk, {}});
    if (recipe.os.isWindows)
        return findings;
    if (!recipe.startNow)
        findings.push_back({F::Kind::UnattendedStarts, F::Severity::Note, F::Field::Host, {}});
    if (!recipe.network)
        findings.push_back({F::Kind::UnattendedWithoutNetwork, F::Severity::Warning, F::Field::Network, {}});
    CloudSetup packagesAlone;
    packagesAlone.packages = recipe.cloud.packages;
    for (const auto &finding : checkCloudSetup(packagesAlone))
        findings.push_back(finding);
    return findings;
}
