// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/mediumchecks.h"

#include <QLocale>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;
using Findings = std::vector<RecipeFinding>;

Kind kindOf(const MediumLook &look)
{
    if (look.isUnsafe)
        return Kind::DiskUnsafe;
    switch (look.error->kind) {
    case Error::Kind::NotFound: return Kind::MediaMissing;
    case Error::Kind::Refused: return Kind::MediaNotPermitted;
    default: return Kind::MediaUnreadable;
    }
}

void checkError(const MachineRecipe &recipe, const HostSurvey *survey, const MediumLook &look, Findings &findings)
{
    // A daemon with an account of its own may read what this one may not.
    const bool hostMayRead = look.error->kind == Error::Kind::Refused && survey && survey->isLocal && survey->emulatorAccount;
    findings.push_back({kindOf(look), hostMayRead ? Severity::Warning : Severity::Blocker, Field::Media, recipe.mediaPath});
}

void checkDisk(const MachineRecipe &recipe, const DiskImage &disk, Findings &findings)
{
    const bool isCloudImage = recipe.source == MediaSource::CloudImage;
    const bool isInPlace = isUsedInPlace(recipe);
    if (disk.isIso)
        findings.push_back({Kind::DiskIsDisc, isCloudImage ? Severity::Blocker : Severity::Warning, Field::Media, recipe.mediaPath});
    if ((isInPlace || (isCloudImage && isOpenedByHost(recipe))) && !disk.packing.isEmpty())
        findings.push_back({Kind::DiskPacked, Severity::Blocker, Field::Media, recipe.mediaPath});
    else if (isInPlace && disk.format != u"qcow2" && disk.format != u"raw")
        findings.push_back({Kind::DiskForeignFormat, Severity::Note, Field::Media, disk.format});
    if (choosesDiskSize(recipe) && recipe.diskSize < disk.virtualSize)
        findings.push_back({Kind::DiskBelowImage, Severity::Warning, Field::Disk, QLocale().formattedDataSize(qint64(disk.virtualSize.count()))});
    if (!disk.chain.isEmpty())
        findings.push_back({Kind::DiskStandsOn, Severity::Note, Field::Media, disk.chain.join(QStringLiteral(", "))});
}

void checkReach(const MachineRecipe &recipe, const MediumLook &look, Findings &findings)
{
    // It would be made, and not start.
    const auto severity = recipe.startNow ? Severity::Blocker : Severity::Warning;
    if (!look.reach.barredBy.isEmpty())
        findings.push_back({Kind::MediaBehindFolder, severity, Field::Media, look.reach.barredBy});
    else if (!look.reach.isWritable && !look.error)
        findings.push_back({Kind::DiskNotWritable, severity, Field::Media, recipe.mediaPath});
}

} // namespace

bool isUsedInPlace(const MachineRecipe &recipe)
{
    return recipe.source == MediaSource::ExistingDisk && recipe.diskUse == DiskUse::InPlace;
}

bool isOpenedByHost(const MachineRecipe &recipe)
{
    switch (recipe.source) {
    case MediaSource::ExistingDisk: return isUsedInPlace(recipe);
    case MediaSource::CloudImage: return recipe.cloud.base == CloudSetup::Base::Overlay;
    case MediaSource::Appliance: return false;
    default: return takesFile(recipe.source);
    }
}

DiskUse recommendedUse(const std::optional<DiskImage> &disk, const HostSurvey *survey, bool isOnHost)
{
    if (!disk || (isOnHost && survey && !survey->isLocal))
        return DiskUse::InPlace;
    const bool isNative = disk->format == u"qcow2" || disk->format == u"raw";
    if (isNative && disk->packing.isEmpty() && survey && survey->isLocal)
        return DiskUse::InPlace;
    return disk->format == u"qcow2" && disk->chain.isEmpty() ? DiskUse::Copy : DiskUse::Convert;
}

std::vector<RecipeFinding> checkMedium(const MachineRecipe &recipe, const HostSurvey *survey, const MediumLook &look)
{
    Findings findings;
    if (look.error)
        checkError(recipe, survey, look, findings);
    else if (look.isUnknown && recipe.source == MediaSource::InstallerImage && !look.isBootable)
        findings.push_back({Kind::MediaNotBootable, Severity::Warning, Field::Media, {}});
    if (look.disk)
        checkDisk(recipe, *look.disk, findings);
    checkReach(recipe, look, findings);
    return findings;
}
