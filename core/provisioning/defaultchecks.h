// SPDX-License-Identifier: GPL-3.0-or-later
// What of a person's defaults a host can have. Pure; any thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <vector>

/// Null where it has none of that name that runs.
const PoolOffer *defaultPool(const MachineDefaults &defaults, const HostSurvey &survey);
const NetworkOffer *defaultNetwork(const MachineDefaults &defaults, const HostSurvey &survey);
/// Automatic where the host does not offer what is wished.
Acceleration defaultAcceleration(const MachineDefaults &defaults, const HostSurvey &survey);
/// A note for each default that this machine cannot have there.
std::vector<RecipeFinding> checkDefaults(const MachineRecipe &recipe, const HostSurvey &survey);
