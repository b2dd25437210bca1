// SPDX-License-Identifier: GPL-3.0-or-later
// An installer of Linux that asks nothing: its kernel and initrd from its disc, with the answers, on the machine's host. They hold the hash
// of a password: nobody but their owner reads them, here and there, and they go once the system is installed. Blocks, also on the hashing:
// call it on a slow lane.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/worksite.h"

/// Does nothing for a recipe that is not unattended, or of Windows. Unsupported where the disc's installer takes no answers after all;
/// InvalidInput for an account that checkAccount() blocks.
Result<void> placeUnattended(Worksite &site, const MachineRecipe &recipe, PlacedMedia &media);
