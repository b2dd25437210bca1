// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the viewer that need large libraries and are loaded when they are first wanted. GUI thread.
#pragma once

#include <QLatin1StringView>

class QObject;

namespace viewermodule {

/// The root object of the module with that file name; null where it is not installed or cannot be loaded. Loads it the
/// first time, which takes some tens of milliseconds, and keeps it.
QObject *load(QLatin1StringView name);

} // namespace viewermodule
