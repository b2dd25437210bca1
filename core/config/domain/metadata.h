// SPDX-License-Identifier: GPL-3.0-or-later
// Which operating system a domain runs, as libosinfo's programs note it in a domain's metadata.
#pragma once

#include "core/config/domain/domainconfig.h"

/// libosinfo's identifier, "http://debian.org/debian/12"; empty where none is noted. Any prefix of the name space.
QString osIdOf(const DomainConfig &config);
/// An empty id takes the note away; other metadata stays.
void setOsId(DomainConfig &config, const QString &osId);
