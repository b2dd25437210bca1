// SPDX-License-Identifier: GPL-3.0-or-later
// Whether an installer can be told all that it would ask, and what keeps it from that; and whether it would really ask nothing. Pure.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <optional>

/// What keeps a machine from being installed without questions.
enum class UnattendedBar {
    None,
    NotInstalled,    ///< nothing is installed from what it begins with
    NoMedium,        ///< not chosen yet
    SystemUnknown,
    NoScript,        ///< nobody knows how to tell this system's installer
    WindowsTooOld,   ///< before Windows 10, or the disc does not say
    MediumTakesNone, ///< a live disc, or an installer of another kind
};

/// `boot` is what was found on the medium; for a download, which is not here yet, it does not matter.
UnattendedBar unattendedBar(const MachineRecipe &recipe, const std::optional<InstallerBoot> &boot);

/// The system's installer is told of packages, the agent and ssh keys as well; Windows' is not.
bool takesPackages(const MachineRecipe &recipe);

/// What would make an installation of Linux stop and ask, beside the account.
std::vector<RecipeFinding> checkUnattended(const MachineRecipe &recipe);
