// SPDX-License-Identifier: GPL-3.0-or-later
// Finds out what tree is at an address: by its ".treeinfo", by the checksums of Debian's installers, or by kernels in the places where
// installers have them. Called from the GUI thread, which it never blocks.
#pragma once

#include "core/base/result.h"
#include "core/provisioning/network/networkinstall.h"

#include <QFuture>

class Downloads;
class OsDatabase;

/// `architecture` is the host's, as libvirt calls it. InvalidInput where the address is none of http or https; NotFound where nothing that
/// is known is there; ServerUnreachable, HostKeyUnknown. `database` may be null: then only trees that say so themselves have an osId. Both have to outlive the answer.
QFuture<Result<InstallTree>> probeTree(Downloads &downloads, OsDatabase *database, const QString &address, const QString &architecture);
