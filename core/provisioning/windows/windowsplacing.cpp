// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/windowsplacing.h"

#include "core/provisioning/machineplan.h"
#include "core/provisioning/mediareach.h"
#include "core/provisioning/seedplacing.h"
#include "core/provisioning/volumeplacing.h"
#include "core/provisioning/windows/answerfile.h"
#include "core/provisioning/windows/windowschecks.h"

#include <QFileInfo>

namespace {

constexpr auto answersLabel = "VIVARIUM";

/// Where it is, if the host's emulator can read it there.
Result<QString> placeDrivers(Worksite &site, const QString &disc)
{
    const auto file = QFileInfo(disc).absoluteFilePath();
    if (site.survey.isLocal && reachOf(file, MediaUse::Read, site.survey.emulatorAccount).barredBy.isEmpty())
        return file;
    return uploadToPool(site, site.survey.uploadPool, file, QFileInfo(file).fileName());
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
    const auto placed = placeSeed(site, recipe.name, site.survey.uploadPool, answersLabel, {{QLatin1StringView(answerFileName), answerFile(answers)}});
    if (!placed)
        return failure(placed.error());
    media.cdroms += *placed;
    media.seedToRemove = *placed;
    return {};
}
