// SPDX-License-Identifier: GPL-3.0-or-later
// What a hypervisor is busy with on a machine: saving, restoring, migrating, dumping.
// Every function blocks: call it on a lane other than the one that the job itself blocks.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <chrono>
#include <optional>

struct DomainJob {
    enum class Operation { Unknown, Start, Save, Restore, MigrationIn, MigrationOut, Snapshot, SnapshotRevert, Dump, Backup, SnapshotDelete };
    Operation operation = Operation::Unknown;
    std::chrono::milliseconds elapsed{0};
    Bytes total;      ///< zero while it is not known
    Bytes processed;
    Bytes remaining;
    std::optional<Bytes> bytesPerSecond;

    /// 0 … 1; nothing while the amount is not known.
    std::optional<double> fraction() const;
};

namespace domains {
/// Nothing when the machine has no job.
Result<std::optional<DomainJob>> currentJob(const DomainHandle &domain);
/// The call that runs the job then fails with Cancelled.
Result<void> abortJob(const DomainHandle &domain);
} // namespace domains
