// SPDX-License-Identifier: GPL-3.0-or-later
// A machine that is off as one file for other programs or other hosts. Blocks for as long as its disks take: call it on a slow lane.
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/libvirt/handle.h"

#include <QString>
#include <QUuid>

enum class ExportFormat {
    Ova,    ///< OVF 1.0 with compressed disks and a manifest: for other programs
    Bundle, ///< the definition as it is, disks, the firmware's variables and the TPM's state: for other hosts
};

struct ExportOrder {
    QUuid machine;
    bool isLocal = false; ///< paths of the host are paths of this computer
    bool isSession = false; ///< its daemon runs for one person, and keeps its files in the home
    QString target;       ///< written over once all went well
    ExportFormat format = ExportFormat::Ova;
};

/// WrongState where the machine is on; Unsupported where a disk is no file of the host; Cancelled. After a failure nothing is left and what
/// was at the target is still there.
Result<void> writeExport(const ConnectHandle &connection, const ExportOrder &order, const JobControl &control);
