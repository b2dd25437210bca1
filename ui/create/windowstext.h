// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what is to be said of installations of Windows. GUI thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

namespace windowstext {
/// Empty for findings of others.
QString finding(const RecipeFinding &finding);
/// "Windows 11 Pro, English"
QString system(const WindowsEdition &edition);
} // namespace windowstext
