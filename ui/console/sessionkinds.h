// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of display can be shown, and the session that shows each. GUI thread.
#pragma once

#include "core/machines/machinefacts.h"

class ConsoleSession;
class QObject;

namespace sessionkinds {
/// Null where displays of that kind cannot be shown, or what shows them is not installed.
ConsoleSession *make(const DisplayKind &kind, QObject *parent);
/// The one of a machine's displays that is shown; null where there is none that can be.
const DisplayFacts *shown(const MachineDetails &details);
} // namespace sessionkinds
