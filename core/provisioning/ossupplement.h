// SPDX-License-Identifier: GPL-3.0-or-later
// Entries for systems that came out after the OS database which most computers have, in that database's own format, loaded
// beside it. An entry that the installed database has as well is left out: a newer database wins whole, and nothing is
// there twice. https://gitlab.com/libosinfo/osinfo-db/-/tree/main/data/schema
#pragma once

#include "core/base/result.h"

#include <QString>

typedef struct _OsinfoLoader OsinfoLoader;

/// Where the program's own entries are, installed or in the build tree; empty where they are nowhere.
QString supplementFolder();

/// Adds what `loader`'s database does not have yet. Files that cannot be read are named in the error, after all others
/// were loaded. Blocks: the OS database's lane.
Result<void> loadSupplement(OsinfoLoader *loader, const QString &folder);
