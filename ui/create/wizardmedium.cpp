// SPDX-License-Identifier: GPL-3.0-or-later
// What WizardContext does to learn of the file that the machine begins with, and of the system on it.
#include "ui/create/wizardcontext.h"

#include "core/appliances/appliance.h"
#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "ui/create/appliance/applianceanswers.h"
#include "ui/create/networkchoices.h"

#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <tuple>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr auto typingPause = 200ms;

/// Blocks: a file may be on a slow network drive.
MediumLook lookAtDisk(const QString &path)
{
    MediumLook look;
    const auto disk = examineDisk(path);
    if (disk) {
        look.disk = *disk;
        return look;
    }
    look.error = disk.error();
    // Of an image that could be read, and would have another file read that it must not.
    const QFileInfo file(path);
    look.isUnsafe = file.isFile() && file.size() > 0 && (look.error->kind == Error::Kind::InvalidInput || look.error->kind == Error::Kind::NotFound);
    return look;
}

/// Of what has a system on it already.
MediaIdentity diskOf(Bytes size)
{
    MediaIdentity identity;
    identity.bootable = true;
    identity.installer = false;
    identity.size = size;
    return identity;
}
} // namespace

void WizardContext::identify()
{
    ++m_mediaAttempt;
    ++m_reachAttempt;
    m_identity = {};
    m_appliance->forget();
    m_look = {};
    if (!m_systemChosen)
        forgetSystem();
    const bool nothing = m_recipe.mediaPath.isEmpty() || !takesFile(m_recipe.source);
    m_recognition = nothing ? Recognition::Nothing : Recognition::Working;
    if (nothing)
        m_typing.stop();
    else
        m_typing.start(typingPause);
    recompute();
}

void WizardContext::lookIntoMedium()
{
    askReach();
    const auto attempt = m_mediaAttempt;
    const auto path = m_recipe.mediaPath;
    if (m_recipe.hostMedium && !(survey() && survey()->isLocal && QFileInfo(path).isReadable())) {
        lookAtHostMedium();
        return;
    }
    if (m_recipe.source == MediaSource::Appliance) {
        m_appliance->open(path);
        return;
    }
    if (bringsDisk(m_recipe.source)) {
        deliver(m_files.run([path]() -> Result<MediumLook> { return lookAtDisk(path); }), this, [this, attempt](const Result<MediumLook> &look) {
            if (attempt == m_mediaAttempt && look)
                takeDisk(*look);
        });
        return;
    }
    deliver(m_inventory.osDatabase().identify(path), this, [this, attempt](const Result<MediaIdentity> &identity) {
        if (attempt == m_mediaAttempt)
            takeIdentity(identity);
    });
}

/// A file that this account reads may still be out of reach for the account that the host's emulator runs under.
void WizardContext::askReach()
{
    const auto attempt = ++m_reachAttempt;
    const auto *offer = survey();
    if (!offer || !offer->isLocal || m_recipe.mediaPath.isEmpty() || !isOpenedByHost(m_recipe)) {
        m_look.reach = {};
        return;
    }
    auto work = [path = m_recipe.mediaPath, account = offer->emulatorAccount,
                 use = isUsedInPlace(m_recipe) ? MediaUse::Write : MediaUse::Read]() -> Result<MediaReach> {
        return reachOf(path, use, account);
    };
    deliver(m_files.run(std::move(work)), this, [this, attempt](const Result<MediaReach> &reach) {
        if (attempt != m_reachAttempt || !reach)
            return;
        m_look.reach = *reach;
        recompute();
    });
}

/// Until they were looked at, folders are taken to be there.
void WizardContext::lookAtFolders()
{
    const auto attempt = ++m_folderAttempt;
    const auto *offer = survey();
    if (!offer || !offer->isLocal)
        return;
    using Looks = std::pair<FolderLook, FolderLook>;
    auto work = [shared = m_recipe.folder.path, root = m_recipe.container.root, account = offer->emulatorAccount]() -> Result<Looks> {
        return Looks{lookAtFolder(shared, account), lookAtFolder(root, {})};
    };
    deliver(m_files.run(std::move(work)), this, [this, attempt](const Result<Looks> &looks) {
        if (attempt != m_folderAttempt || !looks)
            return;
        std::tie(m_folderLook, m_rootLook) = *looks;
        recompute();
    });
}

/// All that is known of a file that this computer cannot read is what the host told.
void WizardContext::lookAtHostMedium()
{
    const auto &medium = *m_recipe.hostMedium;
    auto identity = diskOf(medium.size);
    identity.volumeLabel = medium.label;
    if (bringsDisk(m_recipe.source)) {
        DiskImage disk;
        disk.format = medium.format.isEmpty() ? QStringLiteral("raw") : medium.format;
        disk.virtualSize = disk.fileSize = medium.size;
        m_look.disk = disk;
    }
    takeIdentity(identity);
}

void WizardContext::takeIdentity(const Result<MediaIdentity> &identity)
{
    if (!identity) {
        m_look.error = identity.error();
        m_recognition = Recognition::Failed;
        recompute();
        return;
    }
    m_identity = *identity;
    m_recognition = m_identity.recognised ? Recognition::Recognised : Recognition::Unknown;
    m_look.isBootable = m_identity.bootable;
    if (m_identity.recognised) {
        m_systemChosen = false;
        askNeeds(m_identity.os);
    } else {
        recompute();
    }
}

void WizardContext::takeDisk(const MediumLook &look)
{
    m_look.disk = look.disk;
    m_look.isUnsafe = look.isUnsafe;
    takeIdentity(look.disk ? Result<MediaIdentity>(diskOf(look.disk->fileSize)) : failure(*look.error));
}

void WizardContext::takeAppliance()
{
    const auto *appliance = m_appliance->appliance();
    if (!appliance) {
        takeIdentity(failure(*m_appliance->error()));
        return;
    }
    Bytes size;
    for (const auto &file : appliance->files)
        size = size + file.size;
    takeIdentity(diskOf(size));
    const auto attempt = m_mediaAttempt;
    deliver(m_inventory.osDatabase().systems(), this, [this, attempt](const Result<std::vector<OsEntry>> &systems) {
        const auto *opened = m_appliance->appliance();
        if (attempt != m_mediaAttempt || !systems || !opened || m_systemChosen)
            return;
        const auto &os = opened->machine.os;
        const auto found = std::find_if(systems->begin(), systems->end(), [&os](const OsEntry &entry) {
            return (!os.shortId.isEmpty() && entry.shortId == os.shortId) || entry.id == os.told;
        });
        if (found == systems->end())
            return;
        auto known = m_identity;
        known.recognised = true;
        known.os = *found;
        takeIdentity(known);
    });
}

/// A tree says which system it is of, as a medium does.
void WizardContext::takeTree()
{
    const auto &tree = m_networkInstall->install().tree;
    if (m_recipe.source != MediaSource::NetworkInstall)
        return;
    if (!tree) {
        if (!m_systemChosen)
            forgetSystem();
        return;
    }
    m_systemChosen = false;
    OsEntry system;
    system.id = tree->osId;
    system.name = tree->name;
    if (tree->osId.isEmpty())
        forgetSystem();
    else
        askNeeds(system);
}

void WizardContext::chooseSystem(const OsEntry &system)
{
    ++m_mediaAttempt;
    m_typing.stop();
    if (m_recognition == Recognition::Working)
        m_recognition = Recognition::Unknown;
    m_systemChosen = true;
    askNeeds(system);
}

void WizardContext::askNeeds(const OsEntry &system)
{
    // The name shows at once; what the system needs follows.
    m_recipe.os = {};
    m_recipe.os.os = system;
    const auto attempt = ++m_needsAttempt;
    deliver(m_inventory.osDatabase().needs(system.id), this, [this, attempt](const Result<OsNeeds> &needs) {
        if (attempt != m_needsAttempt || !needs)
            return;
        m_recipe.os = *needs;
        recompute();
    });
    recompute();
}

void WizardContext::forgetSystem()
{
    ++m_needsAttempt;
    m_recipe.os = {};
}
