// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/networkplacing.h"

#include "core/provisioning/network/networkchecks.h"
#include "core/provisioning/volumeplacing.h"

#include <QFileInfo>

#include <algorithm>

namespace {

/// Files go into a pool of files: kernels are no block devices.
QString poolOfFiles(const MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto *pool = survey.pool(recipe.pool);
    return pool && pool->active && holdsFiles(pool->kind) ? pool->name : survey.uploadPool;
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
    const auto place = [&](const QString &file, const QString &ending) -> Result<QString> {
        if (site.control.isCancelled())
            return failure(Error::Kind::Cancelled, {});
        auto path = uploadToPool(site, poolOfFiles(recipe, site.survey), QFileInfo(file).absoluteFilePath(), recipe.name + ending);
        if (path)
            media.installerFiles += *path;
        return path;
    };
    const auto kernel = place(install.kernel, QStringLiteral("-install-kernel"));
    if (!kernel)
        return failure(kernel.error());
    media.kernel = *kernel;
    if (!install.initrd.isEmpty()) {
        const auto initrd = place(install.initrd, QStringLiteral("-install-initrd"));
        if (!initrd)
            return failure(initrd.error());
        media.initrd = *initrd;
    }
    media.arguments = kernelArguments(install);
    return media;
}
