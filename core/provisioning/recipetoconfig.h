// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person wants and what a host offers to libvirt's domain XML. Pure.
#pragma once

#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"

QString domainXmlFor(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &media);
