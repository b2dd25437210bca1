// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/networkplacing.h"

#include "core/provisioning/filecopy.h"
#include "core/provisioning/network/networkchecks.h"
#include "core/provisioning/network/treeinfo.h"
#include "core/provisioning/scratch.h"
#include "core/provisioning/unattended/unattendedplacing.h"
#include "core/provisioning/volumeplacing.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace {

/// Files go into a pool of files: kernels are no block devices.
QString poolOfFiles(const MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto *pool = survey.pool(recipe.pool);
    return pool && pool->active && holdsFiles(pool->kind) ? pool->name : survey.uploadPool;
}

/// The initrd with the answers in it, in a folder of our own; the tree's arguments are followed by what tells the installer of them.
Result<QString> answeredInitrd(const MachineRecipe &recipe, const HostSurvey &survey, Scratch &scratch, PlacedMedia &media)
{
    const auto &tree = *recipe.fromNetwork.tree;
    const auto script = scriptFor(recipe, survey, {installtrees::answersOf(tree), {}, {}, tree.architecture}, installtrees::packagesOf(tree));
    const auto folder = script ? scratch.folder() : Result<QString>(failure(script.error()));
    if (!folder)
        return failure(folder.error());
    if (!script->onDisc.empty())
        return failure(Error::Kind::Unsupported, QStringLiteral("its installer takes no answers"), tree.url.toString(QUrl::RemoveUserInfo));
    const auto initrd = *folder + QStringLiteral("/initrd");
    const auto copied = copyFile(recipe.fromNetwork.initrd, initrd, {});
    if (!copied)
        return failure(copied.error());
    QFile(initrd).setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // the password's hash comes into it
    if (const auto added = addToInitrd(initrd, script->inInitrd); !added)
        return failure(added.error());
    media.arguments = QStringLiteral("%1 %2").arg(media.arguments, script->arguments).trimmed();
    return initrd;
}

} // namespace

Result<PlacedMedia> placeNetworkInstall(Worksite &site, const MachineRecipe &recipe)
{
    PlacedMedia media;
    if (!bootsKernel(recipe))
        return media;
    const auto &install = recipe.fromNetwork;
    auto findings = checkNetworkInstall(recipe, site.survey);
    for (const auto &finding : lookAtKernel(install))
        findings.push_back(finding);
    const auto blocker = std::find_if(findings.begin(), findings.end(), [](const RecipeFinding &finding) { return finding.severity == RecipeFinding::Severity::Blocker; });
    if (install.kernel.isEmpty() || blocker != findings.end())
        return failure(Error::Kind::InvalidInput, QStringLiteral("kernel and initrd cannot be used"), install.kernel);
    media.arguments = kernelArguments(install);
    Scratch scratch;
    auto itsInitrd = Result<QString>(install.initrd);
    if (recipe.unattended && install.tree)
        itsInitrd = answeredInitrd(recipe, site.survey, scratch, media);
    if (!itsInitrd)
        return failure(itsInitrd.error());
    const auto sight = recipe.unattended ? VolumeSight::Private : VolumeSight::AsThePoolHasIt;
    const auto place = [&](const QString &file, const QString &ending) -> Result<QString> {
        if (site.control.isCancelled())
            return failure(Error::Kind::Cancelled, {});
        auto path = uploadToPool(site, poolOfFiles(recipe, site.survey), QFileInfo(file).absoluteFilePath(), recipe.name + ending, sight);
        if (path)
            media.installerFiles += *path;
        return path;
    };
    const auto kernel = place(install.kernel, QStringLiteral("-install-kernel"));
    if (!kernel)
        return failure(kernel.error());
    media.kernel = *kernel;
    if (!itsInitrd->isEmpty()) {
        const auto initrd = place(*itsInitrd, QStringLiteral("-install-initrd"));
        if (!initrd)
            return failure(initrd.error());
        media.initrd = *initrd;
    }
    return media;
}
