// SPDX-License-Identifier: GPL-3.0-or-later
// A container: checked, and written as libvirt has it (https://libvirt.org/drvlxc.html). Pure.
#pragma once

#include "core/provisioning/foldersharing.h"
#include "core/provisioning/machinerecipe.h"

#include <vector>

/// What is run first.
QString programOf(const ContainerSetup &setup);
/// In no order. The look is at the root folder, and counts only where the host is this computer.
std::vector<RecipeFinding> checkContainer(const MachineRecipe &recipe, const HostSurvey &survey, const FolderLook &look);
QString containerXmlFor(const MachineRecipe &recipe, const HostSurvey &survey);
