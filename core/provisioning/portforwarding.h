// SPDX-License-Identifier: GPL-3.0-or-later
// Ports of the host that lead into a machine: proposed, checked, and written into its definition. Pure; any thread.
#pragma once

#include "core/config/domain/domainconfig.h"
#include "core/provisioning/machinerecipe.h"

#include <utility>
#include <vector>

/// Only a network of user mode hides the machine behind the host.
bool takesForwards(const MachineRecipe &recipe);
/// What is most often wanted and not there yet: ssh, then web servers; at ports of the host that are free. Guest port 0 after these.
PortForward proposedForward(const std::vector<PortForward> &present, const HostSurvey &survey);
/// In no order.
std::vector<RecipeFinding> checkForwards(const MachineRecipe &recipe, const HostSurvey &survey);
/// Into the first network card, which is there already. Forwards that are incomplete are left out.
void forwardPorts(DomainConfig &config, const ForwardWishes &wishes, Forwarding way);

/// The same as more options of virt-install's --network …
QString forwardOptions(const ForwardWishes &wishes, Forwarding way);
/// … and as further arguments: an option's name and its value.
std::vector<std::pair<const char *, QString>> forwardArguments(const ForwardWishes &wishes, Forwarding way);
