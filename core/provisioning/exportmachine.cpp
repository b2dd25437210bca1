// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/exportmachine.h"

#include "core/async/deliver.h"
#include "core/hosts/host.h"
#include "core/jobs/joblist.h"
#include "core/machines/machine.h"

Job &exportMachine(JobList &jobs, Machine &machine, const QString &target, ExportFormat format)
{
    auto &host = machine.host();
    auto &job = jobs.add(JobKind::ExportMachine, machine.name(), &machine, Job::Cancel::Possible);
    const ExportOrder order{machine.uuid(), host.uri().isLocal(), host.uri().path == u"/session", target, format};
    const auto work = host.runSlow<bool>([order, control = job.control()](const ConnectHandle &connection) -> Result<bool> {
        const auto written = writeExport(connection, order, control);
        return written ? Result<bool>(true) : failure(written.error());
    });
    deliver(work, &job, [&job](const Result<bool> &written) { job.finish(written ? Result<void>() : failure(written.error())); });
    return job;
}
