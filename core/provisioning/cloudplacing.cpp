// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/cloudplacing.h"

#include "core/guestsetup/guestsetup.h"
#include "core/provisioning/cloudseed.h"
#include "core/provisioning/diskimport.h"
#include "core/provisioning/foldersharing.h"
#include "core/provisioning/mediareach.h"
#include "core/provisioning/seedplacing.h"
#include "core/provisioning/volumeplacing.h"

#include <QFileInfo>
#include <QRandomGenerator>

namespace {

Result<PlacedDisk> placeDisk(Worksite &site, const MachineRecipe &recipe)
{
    const auto file = QFileInfo(recipe.mediaPath).absoluteFilePath();
    const auto image = examineDisk(file);
    if (!image)
        return failure(image.error());
    if (image->isIso)
        return failure(Error::Kind::InvalidInput, QStringLiteral("a disc image, not a disk"), file);
    const auto size = std::max(recipe.diskSize, image->virtualSize);
    const bool isPlain = image->packing.isEmpty() && image->extents.isEmpty();
    // Nobody could look at what is fetched only now, nor move it: what cannot be a base is copied.
    const bool isNoBase = recipe.download && !(isPlain && reachOf(file, MediaUse::Read, site.survey.emulatorAccount).barredBy.isEmpty());
    if (recipe.cloud.base == CloudSetup::Base::Copy || !site.survey.isLocal || isNoBase)
        return importDisk(site, {file, *image, DiskUse::Convert, recipe.name, recipe.pool, size});
    if (!isPlain)
        return failure(Error::Kind::InvalidInput, QStringLiteral("a compressed image cannot be used where it is"), file);
    return makeOverlay(site, recipe.name, recipe.pool, size, {file, image->format});
}

/// In QEMU's range, and locally administered: no card of metal has it.
QString someMac()
{
    const auto number = QRandomGenerator::system()->generate();
    return QStringLiteral("52:54:00:%1:%2:%3").arg(number >> 16 & 255, 2, 16, QChar(u'0')).arg(number >> 8 & 255, 2, 16, QChar(u'0'))
        .arg(number & 255, 2, 16, QChar(u'0'));
}

Result<SeedAnswers> answersFor(const MachineRecipe &recipe, const QUuid &instance)
{
    SeedAnswers answers{recipe.account, {}, recipe.cloud, recipe.name, instance, {}};
    if (recipe.cloud.address)
        answers.mac = someMac();
    if (recipe.account.password.isEmpty())
        return answers;
    const auto module = guestSetup();
    const auto hash = module ? (*module)->hashPassword(recipe.account.password) : Result<QByteArray>(failure(module.error()));
    if (!hash)
        return failure(hash.error());
    answers.passwordHash = *hash;
    return answers;
}

} // namespace

Result<PlacedMedia> placeCloudImage(Worksite &site, const MachineRecipe &recipe, const QUuid &instance)
{
    PlacedMedia media;
    auto answers = answersFor(recipe, instance);
    if (!answers)
        return failure(answers.error());
    if (!recipe.folder.path.isEmpty())
        answers->mountLine = mountLine(recipe.folder, site.survey.folderSharing);
    auto disk = placeDisk(site, recipe);
    if (!disk)
        return failure(disk.error());
    if (site.control.isCancelled())
        return failure(Error::Kind::Cancelled, {});
    const auto seed = placeSeed(site, recipe.name, recipe.pool, seedLabel, writeSeed(*answers).files());
    if (!seed)
        return failure(seed.error());
    media.disks.push_back(std::move(*disk));
    // Like the disk itself: kernels of cloud images have no drivers for the drives of a PC.
    media.disks.push_back({*seed, QStringLiteral("raw"), {}, true});
    media.mac = answers->mac;
    if (recipe.cloud.removeSeed)
        media.seedToRemove = *seed;
    return media;
}
