// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of the OS database put into the person's own folder by libosinfo's own program. Blocks: the OS database's lane.
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <QString>

/// Tried in a folder aside first: an archive that does not hold a whole database changes nothing. Unsupported without
/// osinfo-db-import, Damaged, Cancelled.
Result<void> importDatabase(const QString &archive, const JobControl &control);
