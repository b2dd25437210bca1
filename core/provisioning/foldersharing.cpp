// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/foldersharing.h"

#include "core/config/domain/filesystem.h"
#include "core/provisioning/mediareach.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

QString absolute(const SharedFolder &folder)
{
    return QDir::cleanPath(folder.path);
}

QString linuxType(FolderSharing way)
{
    return way == FolderSharing::VirtioFs ? QStringLiteral("virtiofs") : QStringLiteral("9p");
}

} // namespace

FolderLook lookAtFolder(const QString &path, const std::optional<EmulatorAccount> &account)
{
    FolderLook look;
    look.isThere = QFileInfo(path).isDir();
    if (!look.isThere)
        return look;
    look.barredBy = reachOf(QDir::cleanPath(path), MediaUse::Read, account).barredBy;
    if (look.barredBy.isEmpty()) // the way to what is in it leads through the folder itself
        look.barredBy = reachOf(QFileInfo(path).canonicalFilePath() + QStringLiteral("/anything"), MediaUse::Read, account).barredBy;
    return look;
}

std::vector<RecipeFinding> checkFolder(const MachineRecipe &recipe, const HostSurvey &survey, const FolderLook &look)
{
    std::vector<RecipeFinding> findings;
    const auto add = [&findings](Kind kind, Severity severity, const QString &figure = {}) {
        findings.push_back({kind, severity, RecipeFinding::Field::Folder, figure});
    };
    if (recipe.folder.path.isEmpty())
        return findings;
    const bool isVirtioFs = survey.folderSharing == FolderSharing::VirtioFs;
    if (survey.folderSharing == FolderSharing::None) {
        add(Kind::FolderUnsupported, Severity::Blocker);
        return findings;
    }
    if (!QDir::isAbsolutePath(recipe.folder.path) || (survey.isLocal && !look.isThere))
        add(Kind::FolderMissing, Severity::Blocker, recipe.folder.path);
    else if (!survey.isLocal)
        add(Kind::FolderUnseen, Severity::Note, recipe.folder.path);
    else if (!isVirtioFs && !look.barredBy.isEmpty()) // the server of virtiofs is the daemon's child, not the emulator's
        add(Kind::FolderBehindFolder, recipe.startNow ? Severity::Blocker : Severity::Warning, look.barredBy);
    if (!isFolderName(recipe.folder.name))
        add(Kind::FolderNameInvalid, Severity::Blocker, recipe.folder.name);
    add(Kind::FolderBarsSaving, Severity::Note);
    if (recipe.os.isWindows)
        add(Kind::FolderNeedsDrivers, isVirtioFs ? Severity::Note : Severity::Warning, isVirtioFs ? QString() : linuxType(survey.folderSharing));
    if (survey.folderSharing == FolderSharing::Plan9OfSession)
        add(Kind::FolderOfSession, Severity::Note);
    else if (survey.folderSharing == FolderSharing::Plan9WithoutServer)
        add(Kind::FolderWithoutServer, Severity::Note);
    return findings;
}

void shareFolder(DomainConfig &config, const SharedFolder &folder, FolderSharing way)
{
    if (folder.path.isEmpty() || way == FolderSharing::None)
        return;
    auto device = config.addDevice<Filesystem>();
    device.set(Filesystem::type, QStringLiteral("mount"));
    if (way == FolderSharing::VirtioFs) {
        device.set(Filesystem::accessMode, QStringLiteral("passthrough"));
        device.set(Filesystem::driver, filesystemDrivers::virtiofs());
    } else {
        // The emulator is nobody who could give files away: what the guest makes belongs to its account, and looks on the host as it does
        // in the guest.
        device.set(Filesystem::accessMode, QStringLiteral("squash"));
        device.set(Filesystem::multiDevices, QStringLiteral("remap"));
    }
    device.set(Filesystem::folder, absolute(folder));
    device.set(Filesystem::target, folder.name);
}

QString folderOptions(const SharedFolder &folder, FolderSharing way)
{
    auto path = absolute(folder);
    path.replace(u',', QStringLiteral(",,"));
    const auto kind = way == FolderSharing::VirtioFs ? QStringLiteral("driver.type=virtiofs,accessmode=passthrough") : QStringLiteral("accessmode=squash");
    return QStringLiteral("type=mount,%1,source=%2,target=%3").arg(kind, path, folder.name);
}

QString mountCommand(const SharedFolder &folder, FolderSharing way)
{
    const auto options = way == FolderSharing::VirtioFs ? QString() : QStringLiteral("-o trans=virtio ");
    return QStringLiteral("mount -t %1 %2%3 /mnt").arg(linuxType(way), options, folder.name);
}

QString mountLine(const SharedFolder &folder, FolderSharing way)
{
    const auto options = way == FolderSharing::VirtioFs ? QStringLiteral("defaults,nofail") : QStringLiteral("trans=virtio,version=9p2000.L,nofail");
    return QStringLiteral("%1 /mnt/%1 %2 %3 0 0").arg(folder.name, linuxType(way), options);
}

bool isFolderName(const QString &name)
{
    // A tag of 9p holds 31 bytes.
    static const QRegularExpression good(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]{0,30}\\z"));
    return good.match(name).hasMatch();
}
