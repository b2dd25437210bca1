// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a display to a machine's stored definition: it is there at the next start.
#include "core/async/deliver.h"
#include "core/config/domain/firstdisplay.h"
#include "core/hosts/host_p.h"
#include "core/jobs/joblist.h"
#include "core/libvirt/domains.h"
#include "core/machines/machine.h"
#include "core/machines/machine_p.h"

namespace {

Result<bool> redefine(const ConnectHandle &connection, const DomainHandle &domain)
{
    const auto xml = domains::xmlOf(domain, domains::Xml::InactiveSecret);
    if (!xml)
        return failure(xml.error());
    auto config = DomainConfig::parse(*xml);
    if (!config)
        return failure(config.error());
    if (!firstdisplay::addTo(*config))
        return false;
    const auto defined = domains::define(connection, config->toXml());
    if (!defined)
        return failure(defined.error());
    return true;
}

} // namespace

Job &Machine::addDisplay()
{
    auto &job = d->host.d->services.jobs.add(JobKind::AddDisplay, name(), this, Job::Cancel::Impossible);
    auto *session = d->session();
    if (!session || !d->host.isConnected() || !facts().persistent) {
        const auto kind = facts().persistent ? Error::Kind::Unreachable : Error::Kind::WrongState;
        // Later, so that whoever gets the job can still listen to it.
        QMetaObject::invokeMethod(&job, [&job, kind] { job.finish(failure(kind, {}, QStringLiteral("add display"))); }, Qt::QueuedConnection);
        return job;
    }
    auto work = [connection = session->connection(), domain = d->domain] { return redefine(connection, domain); };
    deliver(session->slow().run(std::move(work)), &job, [&job](const Result<bool> &added) {
        if (added)
            job.finish({});
        else
            job.finish(failure(added.error()));
    });
    return job;
}
