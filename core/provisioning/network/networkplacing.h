// SPDX-License-Identifier: GPL-3.0-or-later
// Kernel and initrd of an installation on the host, where its emulator may read them, until the installation is over. Blocks: call it on a
// slow lane.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/worksite.h"

/// Of NetworkInstall::kernel and ::initrd, which a tree's are by now. InvalidInput, NotFound, Refused.
Result<PlacedMedia> placeNetworkInstall(Worksite &site, const MachineRecipe &recipe);
