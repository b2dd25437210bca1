// SPDX-License-Identifier: GPL-3.0-or-later
// A machine that is being installed is started by a definition of its own, with the installer's kernel and discs; what is kept is the machine
// as it will be from then on. So whatever happens on the way, nothing installs twice over what is there. Pure.
#pragma once

#include "core/config/domain/domainconfig.h"

/// Of the definition that installs: no kernel of the installer, discs out of their drives, those with answers gone with theirs; a reboot that
/// reboots. The note on the installer's files stays.
void makeInstalled(DomainConfig &config);
