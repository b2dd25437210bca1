// SPDX-License-Identifier: GPL-3.0-or-later
// A recipe as other programs read it, for people who keep such things in scripts: nothing here is run by us. Pure.
#pragma once

#include "core/base/result.h"
#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"

/// Where the recipe's parts would end up, as far as that can be known before they are made: a name may be taken.
PlacedMedia expectedMedia(const MachineRecipe &recipe, const HostSurvey &survey);
/// Everything that the definition names is known before the machine is made, so that it can be seen and changed before.
bool isDefinitionForeseen(const MachineRecipe &recipe);
/// The recipe's own definition with its name, and with what was made in the places where it was expected. InvalidInput where it is no <domain>.
Result<QString> adoptedDefinition(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &made);
/// The definition that the recipe would get: its own, or what is made of it.
QString expectedDefinition(const MachineRecipe &recipe, const HostSurvey &survey);
/// A command for a POSIX shell, over several lines. `uri` is the host's address.
QString virtInstallCommand(const MachineRecipe &recipe, const HostSurvey &survey, const QString &uri);
/// For Vagrant with its libvirt provider.
QString vagrantfileFor(const MachineRecipe &recipe, const HostSurvey &survey, const QString &uri);
