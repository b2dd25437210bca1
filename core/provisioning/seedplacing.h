// SPDX-License-Identifier: GPL-3.0-or-later
// A small disc that tells a system how to set itself up, in a pool of a host. It may hold a password: nobody but its owner reads it, here
// and there. Blocks: call it on a slow lane.
#pragma once

#include "core/archives/archives.h"
#include "core/provisioning/worksite.h"

/// Called after the machine. The path on the host.
Result<QString> placeSeed(Worksite &site, const QString &machine, const QString &pool, const QByteArray &label, const std::vector<IsoFile> &files);
