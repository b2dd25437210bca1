// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of the host in a machine: looked at, checked, and written into its definition. Pure, but for lookAtFolder().
#pragma once

#include "core/config/domain/domainconfig.h"
#include "core/provisioning/machinerecipe.h"

#include <vector>

/// What only a look at the folder tells.
struct FolderLook {
    bool isThere = true;
    QString barredBy;        ///< the first folder on the way, or itself, that the emulator's account may not enter; empty: none
};

/// Blocks on the disk that the folder is on: call it on a worker. `account` is the emulator's; without one it is this program's own.
FolderLook lookAtFolder(const QString &path, const std::optional<EmulatorAccount> &account);
/// In no order. The look counts only where the host is this computer.
std::vector<RecipeFinding> checkFolder(const MachineRecipe &recipe, const HostSurvey &survey, const FolderLook &look);
void shareFolder(DomainConfig &config, const SharedFolder &folder, FolderSharing way);
/// As an option of virt-install's.
QString folderOptions(const SharedFolder &folder, FolderSharing way);

/// The command by which Linux mounts it.
QString mountCommand(const SharedFolder &folder, FolderSharing way);
/// The line of Linux's /etc/fstab that mounts it at /mnt/NAME at each start.
QString mountLine(const SharedFolder &folder, FolderSharing way);
/// Good as a name to mount by, a folder's name, and a word of a shell.
bool isFolderName(const QString &name);
