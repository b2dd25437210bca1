// SPDX-License-Identifier: GPL-3.0-or-later
// The discs beside Windows' own: drivers of virtio devices, and the answers that lead its setup to them, and through the rest where nobody
// shall be asked. Blocks, an upload for long: call it on a slow lane.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/worksite.h"

/// Adds to `media`; nothing where the recipe is not for an installer of Windows, or wants neither.
Result<void> placeWindowsMedia(Worksite &site, const MachineRecipe &recipe, PlacedMedia &media);
