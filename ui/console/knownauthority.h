// SPDX-License-Identifier: GPL-3.0-or-later
// Whom displays' certificates may be signed by, where nothing else was said. GUI thread.
#pragma once

#include <QString>

/// Where libvirt and other viewers look for the certificate of whoever signed the hosts' own; empty where there is
/// none, so that the system's certificates decide.
QString knownAuthority();
