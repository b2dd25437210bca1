// SPDX-License-Identifier: GPL-3.0-or-later
// A file of a host, to be read by this program: where it lies if that is in reach, else fetched through libvirt, which reads what its
// daemon may. Blocks, a transfer for long: call it on a slow lane.
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/libvirt/handle.h"

#include <QString>

struct HostFile {
    QString path;         ///< on this computer
    bool isCopy = false;  ///< ours, to be removed
};

/// `target` is where a copy goes. NotFound, Refused, Unsupported where the host has no storage interface.
Result<HostFile> reachHostFile(const ConnectHandle &connection, bool isLocal, const QString &path, const QString &target, const JobControl &control);
