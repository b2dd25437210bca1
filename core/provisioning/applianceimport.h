// SPDX-License-Identifier: GPL-3.0-or-later
// The disks of an appliance as disks in a pool of a host: unpacked where they are packed, converted where they lie, checked against the
// manifest meanwhile. Blocks for as long as that takes: call it on a slow lane.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/worksite.h"

/// In the order of the appliance's disks; those that it lacks are left out. InvalidInput where one is not what its description or the
/// manifest says, or unpacks to more than it says.
Result<PlacedMedia> importAppliance(Worksite &site, const MachineRecipe &recipe);
