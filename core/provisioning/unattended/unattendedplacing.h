// SPDX-License-Identifier: GPL-3.0-or-later
// An installer of Linux that asks nothing: its kernel and initrd from its disc, with the answers, on the machine's host. They hold the hash
// of a password: nobody but their owner reads them, here and there, and they go once the system is installed. Blocks, also on the hashing:
// call it on a slow lane.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/unattended/installanswers.h"
#include "core/provisioning/worksite.h"

/// What the installer of the recipe is told, the account's password hashed. InvalidInput for an account that checkAccount() blocks, or other
/// answers that would not do.
Result<InstallScript> scriptFor(const MachineRecipe &recipe, const HostSurvey &survey, const InstallerBoot &boot, const QUrl &tree = {});
/// Appends the files to an initrd of this computer. NoSpace, Refused.
Result<void> addToInitrd(const QString &initrd, const std::vector<InstallScript::File> &files);

/// Does nothing for a recipe that is not unattended, or of Windows. Unsupported where the disc's installer takes no answers after all;
/// InvalidInput as scriptFor().
Result<void> placeUnattended(Worksite &site, const MachineRecipe &recipe, PlacedMedia &media);
