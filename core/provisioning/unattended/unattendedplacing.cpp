// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/unattendedplacing.h"

#include "core/guestsetup/guestsetup.h"
#include "core/provisioning/accountchecks.h"
#include "core/provisioning/installmedia.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/scratch.h"
#include "core/provisioning/seedplacing.h"
#include "core/provisioning/unattended/cpioarchive.h"
#include "core/provisioning/unattended/installanswers.h"
#include "core/provisioning/unattended/installerboot.h"
#include "core/provisioning/unattended/unattendedoffer.h"
#include "core/provisioning/volumeplacing.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace {

/// The window has checked all this; what is written into scripts is checked here once more, whoever made the recipe.
Result<void> checkAnswers(const MachineRecipe &recipe)
{
    auto findings = checkAccount(recipe.account);
    const auto more = checkUnattended(recipe);
    findings.insert(findings.end(), more.begin(), more.end());
    const bool isBad = std::any_of(findings.begin(), findings.end(), [](const RecipeFinding &finding) { return finding.severity == RecipeFinding::Severity::Blocker; });
    return isBad ? failure(Error::Kind::InvalidInput, QStringLiteral("the account cannot be made so"), recipe.account.user) : Result<void>();
}

/// As Linux calls the first disk of that kind.
QString diskName(const MachinePlan &plan)
{
    return plan.diskBus == diskBuses::virtio() ? QStringLiteral("vda") : QStringLiteral("sda");
}

/// Empty where the person has none for that place.
QUrl mirrorFor(const MachineRecipe &recipe, const QString &place)
{
    for (const auto *scheme : {"http", "https"}) {
        const QUrl usual(QLatin1StringView(scheme) + place);
        if (const auto other = recipe.mirrors.apply(usual); other != usual)
            return other;
    }
    return {};
}

/// All but the hash.
InstallAnswers answersFor(const MachineRecipe &recipe, const HostSurvey &survey, const InstallerBoot &boot, const QUrl &tree)
{
    InstallAnswers answers;
    answers.account = recipe.account;
    answers.hostName = hostNameOf(recipe.account, recipe.name);
    answers.disk = diskName(planFor(recipe, survey));
    answers.packages = recipe.cloud.packages;
    answers.guestAgent = recipe.cloud.guestAgent;
    answers.os = recipe.os.os;
    answers.boot = boot;
    const bool isUbuntu = recipe.os.os.distribution == u"ubuntu";
    const auto archive = isUbuntu ? QStringLiteral("://archive.ubuntu.com/ubuntu/") : QStringLiteral("://deb.debian.org/debian/");
    answers.mirror = tree.isEmpty() ? mirrorFor(recipe, archive) : tree;
    if (!isUbuntu)
        answers.securityMirror = mirrorFor(recipe, QStringLiteral("://security.debian.org/debian-security/"));
    answers.tree = tree;
    if (const auto probe = probeImage(recipe.mediaPath); probe && tree.isEmpty())
        answers.volumeLabel = probe->volumeLabel;
    return answers;
}

Result<void> placeBoot(Worksite &site, const MachineRecipe &recipe, const ImageFile &image, const InstallerBoot &boot, const InstallScript &script,
                       PlacedMedia &media)
{
    Scratch scratch;
    const auto folder = scratch.folder();
    if (!folder)
        return failure(folder.error());
    const auto kernel = *folder + QStringLiteral("/kernel"), initrd = *folder + QStringLiteral("/initrd");
    if (const auto copied = copyFromDisc(image, boot.kernel, kernel); !copied)
        return copied;
    if (const auto copied = copyFromDisc(image, boot.initrd, initrd); !copied)
        return copied;
    if (const auto added = addToInitrd(initrd, script.inInitrd); !added)
        return added;
    const auto place = [&](const QString &file, const QString &ending) {
        return uploadToPool(site, site.survey.uploadPool, file, recipe.name + ending, VolumeSight::Private);
    };
    const auto placedKernel = place(kernel, QStringLiteral("-install-kernel"));
    if (!placedKernel)
        return failure(placedKernel.error());
    const auto placedInitrd = place(initrd, QStringLiteral("-install-initrd"));
    if (!placedInitrd)
        return failure(placedInitrd.error());
    media.kernel = *placedKernel;
    media.initrd = *placedInitrd;
    media.arguments = script.arguments;
    media.installerFiles = {*placedKernel, *placedInitrd};
    return {};
}

} // namespace

Result<InstallScript> scriptFor(const MachineRecipe &recipe, const HostSurvey &survey, const InstallerBoot &boot, const QUrl &tree)
{
    if (const auto checked = checkAnswers(recipe); !checked)
        return failure(checked.error());
    auto answers = answersFor(recipe, survey, boot, tree);
    if (!recipe.account.password.isEmpty()) {
        const auto module = guestSetup();
        const auto hash = module ? (*module)->hashPassword(recipe.account.password) : Result<QByteArray>(failure(module.error()));
        if (!hash)
            return failure(hash.error());
        answers.passwordHash = *hash;
    }
    return installScriptFor(answers);
}

Result<void> addToInitrd(const QString &initrd, const std::vector<InstallScript::File> &files)
{
    if (files.empty())
        return {};
    QFile file(initrd);
    if (!file.open(QIODevice::Append))
        return failure(Error::Kind::Refused, file.errorString(), initrd);
    const auto more = cpioPadding(file.size()) + cpioOf(files);
    if (file.write(more) != more.size() || !file.flush())
        return failure(Error::Kind::NoSpace, file.errorString(), initrd);
    return {};
}

Result<void> placeUnattended(Worksite &site, const MachineRecipe &recipe, PlacedMedia &media)
{
    if (!recipe.unattended || recipe.os.isWindows)
        return {};
    const auto file = QFileInfo(recipe.mediaPath).absoluteFilePath();
    const auto image = ImageFile::open(file);
    if (!image)
        return failure(image.error());
    const auto boot = installerOn(*image);
    if (!boot || !recipe.os.answers.testFlag(boot->format))
        return failure(Error::Kind::Unsupported, QStringLiteral("its installer takes no answers"), file);
    const auto script = scriptFor(recipe, site.survey, *boot);
    if (!script)
        return failure(script.error());
    if (const auto placed = placeBoot(site, recipe, *image, *boot, *script, media); !placed)
        return placed;
    if (script->onDisc.empty())
        return {};
    const auto seed = placeSeed(site, recipe.name, site.survey.uploadPool, script->discLabel, script->onDisc);
    if (!seed)
        return failure(seed.error());
    media.cdroms += *seed;
    media.installerFiles += *seed;
    return {};
}
