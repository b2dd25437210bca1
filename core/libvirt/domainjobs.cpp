// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domainjobs.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <algorithm>
#include <string_view>

namespace {

DomainJob::Operation operationOf(int operation)
{
    using Operation = DomainJob::Operation;
    switch (operation) {
    case VIR_DOMAIN_JOB_OPERATION_START: return Operation::Start;
    case VIR_DOMAIN_JOB_OPERATION_SAVE: return Operation::Save;
    case VIR_DOMAIN_JOB_OPERATION_RESTORE: return Operation::Restore;
    case VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN: return Operation::MigrationIn;
    case VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT: return Operation::MigrationOut;
    case VIR_DOMAIN_JOB_OPERATION_SNAPSHOT: return Operation::Snapshot;
    case VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT: return Operation::SnapshotRevert;
    case VIR_DOMAIN_JOB_OPERATION_DUMP: return Operation::Dump;
    case VIR_DOMAIN_JOB_OPERATION_BACKUP: return Operation::Backup;
    case VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE: return Operation::SnapshotDelete;
    default: return Operation::Unknown;
    }
}

DomainJob jobFrom(const virTypedParameter *params, int count)
{
    DomainJob job;
    for (int i = 0; i < count; ++i) {
        const std::string_view field(params[i].field);
        const auto &value = params[i].value;
        if (field == VIR_DOMAIN_JOB_OPERATION)
            job.operation = operationOf(value.i);
        else if (field == VIR_DOMAIN_JOB_TIME_ELAPSED)
            job.elapsed = std::chrono::milliseconds(value.ul);
        else if (field == VIR_DOMAIN_JOB_DATA_TOTAL)
            job.total = Bytes(value.ul);
        else if (field == VIR_DOMAIN_JOB_DATA_PROCESSED)
            job.processed = Bytes(value.ul);
        else if (field == VIR_DOMAIN_JOB_DATA_REMAINING)
            job.remaining = Bytes(value.ul);
        else if (field == VIR_DOMAIN_JOB_MEMORY_BPS)
            job.bytesPerSecond = Bytes(value.ul);
    }
    return job;
}

/// For drivers that have the older call alone.
Result<std::optional<DomainJob>> olderJob(const DomainHandle &domain)
{
    const Call call("virDomainGetJobInfo");
    virDomainJobInfo info{};
    if (virDomainGetJobInfo(domain.get(), &info) < 0)
        return failure(call.lastError());
    if (info.type == VIR_DOMAIN_JOB_NONE)
        return std::nullopt;
    DomainJob job;
    job.elapsed = std::chrono::milliseconds(info.timeElapsed);
    job.total = Bytes(info.dataTotal);
    job.processed = Bytes(info.dataProcessed);
    job.remaining = Bytes(info.dataRemaining);
    return job;
}

} // namespace

std::optional<double> DomainJob::fraction() const
{
    // What a busy guest dirties again is remaining as well, so processed may pass the total.
    if (total.isZero())
        return std::nullopt;
    return std::clamp(1.0 - double(remaining.count()) / double(total.count()), 0.0, 1.0);
}

Result<std::optional<DomainJob>> domains::currentJob(const DomainHandle &domain)
{
    const Call call("virDomainGetJobStats");
    int type = VIR_DOMAIN_JOB_NONE, count = 0;
    virTypedParameterPtr params = nullptr;
    if (virDomainGetJobStats(domain.get(), &type, &params, &count, 0) < 0) {
        auto error = call.lastError();
        if (error.kind == Error::Kind::Unsupported)
            return olderJob(domain);
        return failure(std::move(error));
    }
    const auto job = jobFrom(params, count);
    virTypedParamsFree(params, count);
    if (type == VIR_DOMAIN_JOB_NONE)
        return std::nullopt;
    return job;
}

Result<void> domains::abortJob(const DomainHandle &domain)
{
    const Call call("virDomainAbortJob");
    return call.done(virDomainAbortJob(domain.get()));
}
