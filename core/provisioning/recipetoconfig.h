// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person wants and what a host offers to libvirt's domain XML. Pure.
#pragma once

#include "core/provisioning/machinerecipe.h"

/// Where the parts of a recipe ended up on the host.
struct PlacedMedia {
    QString cdrom;      ///< path on the host; empty for none
    QString disk;       ///< path on the host; empty for none
    QString diskFormat; ///< "qcow2", "raw" …
};

QString domainXmlFor(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &media);
