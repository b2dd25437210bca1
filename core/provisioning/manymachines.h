// SPDX-License-Identifier: GPL-3.0-or-later
// One recipe for several machines, which are numbered. Pure; any thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QStringList>

#include <optional>
#include <vector>

inline constexpr int mostMachines = 99; ///< at once

/// Why a recipe makes one machine and not several.
enum class OneOnly {
    DiskInPlace,  ///< no two may write to one disk
    Definition,   ///< it names addresses, disks and more, once
    Appliance,    ///< the same
    Tree,         ///< what no checksum is published for is fetched anew for each machine
    Root,         ///< a container's own folder
    FixedAddress, ///< no two may have one address
    Ports,        ///< a port of the host leads to one machine
    FirstPool,    ///< each would want to make it
};
std::optional<OneOnly> whyOneOnly(const MachineRecipe &recipe, const HostSurvey &survey);

/// How many the recipe makes on that host; 1 where there can be one only.
int machinesOf(const MachineRecipe &recipe, const HostSurvey &survey);
/// What they are called: the recipe's name alone, or numbered from 1.
QStringList namesOf(const MachineRecipe &recipe, const HostSurvey &survey);
/// A recipe for each of them, in the order of their numbers; a host name that was chosen is numbered too.
std::vector<MachineRecipe> recipesOf(const MachineRecipe &recipe, const HostSurvey &survey);
