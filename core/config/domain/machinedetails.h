// SPDX-License-Identifier: GPL-3.0-or-later
// What a domain's configuration tells of the machine, for lists and overviews. Pure; any thread.
#pragma once

#include "core/config/domain/domainconfig.h"
#include "core/machines/machinefacts.h"

/// osName stays empty: the host asks the OS database for it. Sizes of disks are not in the configuration.
MachineDetails detailsOf(const DomainConfig &config);
