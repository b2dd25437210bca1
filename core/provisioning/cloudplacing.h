// SPDX-License-Identifier: GPL-3.0-or-later
// A cloud image as a machine's disk, and beside it the seed that its cloud-init reads at the first start. Blocks, also on the hashing of
// a password: call it on a slow lane.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/worksite.h"

#include <QUuid>

/// `instance` becomes cloud-init's name for the machine.
Result<PlacedMedia> placeCloudImage(Worksite &site, const MachineRecipe &recipe, const QUuid &instance);
