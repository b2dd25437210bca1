// SPDX-License-Identifier: GPL-3.0-or-later
// What is between a machine and its host, in words: forwarded ports and a shared folder. GUI thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QString>

namespace networktext {
QString finding(const RecipeFinding &finding);
/// "2222 → 22, 8080 → 80"; empty where none is forwarded.
QString ports(const MachineRecipe &recipe);
/// How the system in the machine comes by the folder; what one is for, where none is shared.
QString folderMeaning(const MachineRecipe &recipe, FolderSharing way);
} // namespace networktext
