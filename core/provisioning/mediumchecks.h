// SPDX-License-Identifier: GPL-3.0-or-later
// What only a look into the file that a machine begins with can tell of a recipe. Pure; any thread.
#pragma once

#include "core/provisioning/diskimage.h"
#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/mediareach.h"

#include <optional>
#include <vector>

struct MediumLook {
    std::optional<Error> error;    ///< why it could not be looked into
    bool isUnsafe = false;         ///< with an error: it is a disk that has other files read, which it must not, or which are missing
    bool isUnknown = false;        ///< it was looked into, and is of no system that is known
    bool isBootable = false;
    std::optional<DiskImage> disk; ///< of a disk that could be looked into
    MediaReach reach;              ///< of the host's emulator
};

/// The disk is the machine's, which writes to it.
bool isUsedInPlace(const MachineRecipe &recipe);
/// A file that the host's emulator opens itself; others are read by this program alone.
bool isOpenedByHost(const MachineRecipe &recipe);
/// Where it is, as long as that is no worse than a copy. Without a survey the host is not known to be this computer.
/// `isOnHost`: it was found by asking the host, which alone can read it where that is another computer.
DiskUse recommendedUse(const std::optional<DiskImage> &disk, const HostSurvey *survey, bool isOnHost = false);
/// In no order.
std::vector<RecipeFinding> checkMedium(const MachineRecipe &recipe, const HostSurvey *survey, const MediumLook &look);
