// SPDX-License-Identifier: GPL-3.0-or-later
// What a person should know of an installation from the network before it is made. Pure.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <optional>
#include <vector>

/// How many characters a kernel takes for its arguments, with those that an installer's source needs. x86 reads 2048.
inline constexpr qsizetype longestKernelArguments = 1024;

/// Of the recipe alone.
std::vector<RecipeFinding> checkNetworkInstall(const MachineRecipe &recipe, const HostSurvey &survey);
/// Why an address was not taken for a tree's.
RecipeFinding treeFinding(const Error &error, const QString &address);
/// The files of Way::Kernel are there and can be read. Blocks on their disk: call it on a worker.
std::vector<RecipeFinding> lookAtKernel(const NetworkInstall &install);
/// All arguments that the kernel gets: what its source needs, and what the person wrote.
QString kernelArguments(const NetworkInstall &install);
/// It begins with a kernel, and not with what a boot server or a disk has.
bool bootsKernel(const MachineRecipe &recipe);
