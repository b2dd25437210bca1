// SPDX-License-Identifier: GPL-3.0-or-later
// A definition that libvirt wrote on another host, made to fit this one: what it says of the guest stays as it was, what it says of
// that host goes. It comes from a stranger: whatever would reach into this host beside the machine's own disks and network goes too. Pure.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"

/// `media` has its disks in the order of the appliance's, without those that it lacks. InvalidInput where the definition is none.
Result<QString> adoptedXml(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &media);
