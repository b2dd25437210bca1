// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/installationend.h"

#include "core/async/deliver.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/metadata.h"
#include "core/hosts/host.h"
#include "core/jobs/joblist.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/volumes.h"
#include "core/machines/machine.h"
#include "core/provisioning/volumeconfig.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>

namespace {

struct Ended {
    DomainHandle domain;
    DomainConfig config;
    bool isByItself = false;
};

Result<Ended> endedMachine(const ConnectHandle &connection, const QUuid &uuid)
{
    const auto domain = domains::lookup(connection, uuid);
    const auto record = domain ? domains::describe(*domain) : Result<DomainRecord>(failure(domain.error()));
    if (!record)
        return failure(record.error());
    if (record->state != MachineState::Off)
        return failure(Error::Kind::WrongState, {}, record->name);
    const auto xml = domains::xmlOf(*domain, domains::Xml::InactiveSecret);
    auto config = xml ? DomainConfig::parse(*xml) : Result<DomainConfig>(failure(xml.error()));
    if (!config)
        return failure(config.error());
    return Ended{*domain, std::move(*config), domains::isShutDownFromWithin(record->reason)};
}

/// Called as creation calls such files of that machine.
bool isOf(const QString &machine, const QString &path)
{
    constexpr int mostOfOneName = 1000;
    const auto name = QFileInfo(path).fileName();
    for (const auto *ending : {"-install-kernel", "-install-initrd", "-seed.iso"}) {
        const auto usual = machine + QLatin1StringView(ending);
        if (name == usual)
            return true;
        for (int number = 2; number < mostOfOneName; ++number) { // the usual one was taken
            if (name == numberedFile(usual, number))
                return true;
        }
    }
    return false;
}

Result<void> eraseFile(const ConnectHandle &connection, const QString &path)
{
    const auto volume = volumes::lookupByPath(connection, path);
    const auto erased = volume ? volumes::erase(*volume) : failure(volume.error());
    return erased || erased.error().kind == Error::Kind::NotFound ? Result<void>() : erased;
}

} // namespace

Result<bool> installations::isOver(const ConnectHandle &connection, const QUuid &machine)
{
    const auto ended = endedMachine(connection, machine);
    if (!ended)
        return failure(ended.error());
    return !installerFilesOf(ended->config).isEmpty();
}

Result<void> installations::finish(const ConnectHandle &connection, const QUuid &machine, Then then)
{
    auto ended = endedMachine(connection, machine);
    if (!ended)
        return failure(ended.error());
    const auto files = installerFilesOf(ended->config);
    if (files.isEmpty())
        return {}; // somebody else has seen to it
    const auto name = domains::nameOf(ended->domain);
    const auto foreign = std::find_if_not(files.begin(), files.end(), [&name](const QString &file) { return isOf(name, file); });
    if (foreign != files.end())
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a file that a machine is installed with"), *foreign);
    for (const auto &file : files) {
        if (const auto erased = eraseFile(connection, file); !erased)
            return erased;
    }
    setInstallerFiles(ended->config, {});
    const auto defined = domains::define(connection, ended->config.toXml());
    if (!defined)
        return failure(defined.error());
    return then == Then::Start && ended->isByItself ? domains::start(*defined) : Result<void>();
}

InstallationEnd::InstallationEnd(JobList &jobs, QObject *parent) : QObject(parent), m_jobs(jobs) {}

void InstallationEnd::note(Machine *machine)
{
    const auto &facts = machine->facts();
    if (isActive(facts.state)) {
        m_seenOn.insert(facts.uuid);
        m_asked.remove(facts.uuid);
    } else if (facts.state == MachineState::Off && facts.persistent) {
        const bool hasStopped = m_seenOn.remove(facts.uuid);
        const bool isLookedAt = facts.details && facts.details->isInstalling && !m_asked.contains(facts.uuid);
        if (hasStopped || isLookedAt)
            ask(machine, hasStopped);
    }
}

void InstallationEnd::forget(Machine *machine)
{
    m_seenOn.remove(machine->uuid());
    m_asked.remove(machine->uuid());
}

void InstallationEnd::ask(Machine *machine, bool hasJustStopped)
{
    m_asked.insert(machine->uuid());
    auto work = machine->host().runSlow<bool>([uuid = machine->uuid()](const ConnectHandle &connection) { return installations::isOver(connection, uuid); });
    const auto then = hasJustStopped ? installations::Then::Start : installations::Then::LeaveOff;
    deliver(work, this, [this, target = QPointer(machine), then](const Result<bool> &isOver) {
        if (!isOver || !*isOver || !target)
            return;
        m_jobs.add(JobKind::FinishInstallation, target->name(), target, Job::Cancel::Impossible,
                   target->host().runSlow<void>([uuid = target->uuid(), then](const ConnectHandle &connection) { return installations::finish(connection, uuid, then); }));
    });
}
