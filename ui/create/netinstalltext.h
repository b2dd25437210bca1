// SPDX-License-Identifier: GPL-3.0-or-later
// What an installation from the network is called, and what is to be said of it. GUI thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QString>

namespace netinstalltext {
/// Where it installs from, for the receipt; empty while that is not said.
QString source(const NetworkInstall &install);
QString finding(const RecipeFinding &finding);
} // namespace netinstalltext
