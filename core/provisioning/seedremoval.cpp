// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/seedremoval.h"

#include "core/async/deliver.h"
#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/metadata.h"
#include "core/hosts/host.h"
#include "core/jobs/joblist.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/volumes.h"
#include "core/machines/machine.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace {

Result<DomainConfig> storedConfig(const DomainHandle &domain)
{
    const auto xml = domains::xmlOf(domain, domains::Xml::InactiveSecret);
    if (!xml)
        return failure(xml.error());
    return DomainConfig::parse(*xml);
}

/// The machine is off because its own system said so.
Result<DomainHandle> shutDownMachine(const ConnectHandle &connection, const QUuid &uuid)
{
    const auto domain = domains::lookup(connection, uuid);
    const auto record = domain ? domains::describe(*domain) : Result<DomainRecord>(failure(domain.error()));
    if (!record)
        return failure(record.error());
    if (record->state != MachineState::Off || !domains::isShutDownFromWithin(record->reason))
        return failure(Error::Kind::WrongState, {}, record->name);
    return domain;
}

} // namespace

Result<QString> seeds::dueFor(const ConnectHandle &connection, const QUuid &machine)
{
    const auto domain = shutDownMachine(connection, machine);
    const auto config = domain ? storedConfig(*domain) : Result<DomainConfig>(failure(domain.error()));
    if (!config)
        return failure(config.error());
    return seedOf(*config);
}

Result<void> seeds::remove(const ConnectHandle &connection, const QUuid &machine)
{
    const auto domain = shutDownMachine(connection, machine);
    auto config = domain ? storedConfig(*domain) : Result<DomainConfig>(failure(domain.error()));
    if (!config)
        return failure(config.error());
    const auto path = seedOf(*config);
    if (!QFileInfo(path).fileName().contains(u"-seed"))
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a medium that a machine is set up with"), path);
    auto disks = config->devices<Disk>();
    const auto seed = std::find_if(disks.begin(), disks.end(), [&path](const Disk &disk) {
        return disk.get(Disk::file).value_or(disk.get(Disk::blockDevice).value_or(QString())) == path && disk.get(Disk::readOnly).value_or(false);
    });
    const bool isAttached = seed != disks.end();
    if (isAttached)
        seed->remove();
    setSeed(*config, {});
    if (const auto defined = domains::define(connection, config->toXml()); !defined)
        return failure(defined.error());
    if (!isAttached)
        return {}; // somebody else has seen to it
    const auto volume = volumes::lookupByPath(connection, path);
    if (!volume)
        return volume.error().kind == Error::Kind::NotFound ? Result<void>() : failure(volume.error());
    return volumes::erase(*volume);
}

SeedRemoval::SeedRemoval(JobList &jobs, QObject *parent) : QObject(parent), m_jobs(jobs) {}

void SeedRemoval::note(Machine *machine)
{
    const auto &facts = machine->facts();
    if (isActive(facts.state)) {
        m_seenOn.insert(facts.uuid);
        m_asked.remove(facts.uuid);
    } else if (facts.state == MachineState::Off && facts.persistent) {
        const bool hasStopped = m_seenOn.remove(facts.uuid);
        const bool isLookedAt = facts.details && !facts.details->seedToRemove.isEmpty() && !m_asked.contains(facts.uuid);
        if (hasStopped || isLookedAt)
            ask(machine);
    }
}

void SeedRemoval::forget(Machine *machine)
{
    m_seenOn.remove(machine->uuid());
    m_asked.remove(machine->uuid());
}

void SeedRemoval::ask(Machine *machine)
{
    m_asked.insert(machine->uuid());
    auto work = machine->host().runSlow<QString>([uuid = machine->uuid()](const ConnectHandle &connection) { return seeds::dueFor(connection, uuid); });
    deliver(work, this, [this, target = QPointer(machine)](const Result<QString> &path) {
        if (path && !path->isEmpty() && target)
            remove(target);
    });
}

void SeedRemoval::remove(Machine *machine)
{
    m_jobs.add(JobKind::RemoveSeed, machine->name(), machine, Job::Cancel::Impossible,
               machine->host().runSlow<void>([uuid = machine->uuid()](const ConnectHandle &connection) { return seeds::remove(connection, uuid); }));
}
