// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/windowsplacing.h"

#include "core/archives/archives.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/mediareach.h"
#include "core/provisioning/volumeplacing.h"
#include "core/provisioning/windows/answerfile.h"
#include "core/provisioning/windows/windowschecks.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace {

constexpr auto answersLabel = "VIVARIUM";

Result<QString> upload(Worksite &site, const QString &file, const QString &name, VolumeSight sight)
{
    const auto pool = poolFor(site, site.survey.uploadPool);
    return pool ? uploadFile(site, pool->pool, file, name, sight) : Result<QString>(failure(pool.error()));
}

/// Where it is, if the host's emulator can read it there.
Result<QString> placeDrivers(Worksite &site, const QString &disc)
{
    const auto file = QFileInfo(disc).absoluteFilePath();
    if (site.survey.isLocal && reachOf(file, MediaUse::Read, site.survey.emulatorAccount).barredBy.isEmpty())
        return file;
    return upload(site, file, QFileInfo(file).fileName(), VolumeSight::AsThePoolHasIt);
}

Result<QString> placeAnswers(Worksite &site, const MachineRecipe &recipe, const QByteArray &answers)
{
    const auto module = archives();
    if (!module)
        return failure(module.error());
    // Written here first, for this account's eyes: it may hold a password.
    QTemporaryDir scratch;
    if (!scratch.isValid())
        return failure(Error::Kind::Refused, scratch.errorString(), scratch.path());
    const auto file = scratch.filePath(QStringLiteral("answers.iso"));
    if (const auto written = (*module)->writeIso(file, answersLabel, {{QLatin1StringView(answerFileName), answers}}); !written)
        return failure(written.error());
    return upload(site, file, recipe.name + QStringLiteral("-seed.iso"), VolumeSight::Private);
}

} // namespace

Result<void> placeWindowsMedia(Worksite &site, const MachineRecipe &recipe, PlacedMedia &media)
{
    const bool hasDrivers = bringsVirtioDrivers(recipe);
    const bool isUnattended = recipe.unattended && takesAnswers(recipe.os, recipe.windows);
    if (recipe.source != MediaSource::InstallerImage || !recipe.os.isWindows || (!hasDrivers && !isUnattended))
        return {};
    if (hasDrivers) {
        const auto drivers = placeDrivers(site, recipe.windows.drivers);
        if (!drivers)
            return failure(drivers.error());
        media.cdroms += *drivers;
    }
    WindowsAnswers answers{recipe.windows, recipe.account.hostName, planFor(recipe, site.survey).uefi};
    if (!hasDrivers)
        answers.setup.driverFolder.clear();
    if (answers.computerName.isEmpty())
        answers.computerName = windowsComputerFrom(recipe.name);
    if (isUnattended)
        answers.account = recipe.account;
    const auto placed = placeAnswers(site, recipe, answerFile(answers));
    if (!placed)
        return failure(placed.error());
    media.cdroms += *placed;
    media.seedToRemove = *placed;
    return {};
}
