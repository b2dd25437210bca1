// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/inventory.h"

#include "core/async/deliver.h"
#include "core/downloads/downloads.h"
#include "core/hosts/host_p.h"
#include "core/hosts/hostservices.h"
#include "core/hosts/hostsession.h"
#include "core/hosts/kvmcheck.h"
#include "core/hosts/sshlinks.h"
#include "core/inventory/defaulthosts.h"
#include "core/machines/machine.h"
#include "core/provisioning/installationend.h"
#include "core/provisioning/seedremoval.h"
#include "core/settings/settings.h"

#include <QFutureWatcher>
#include <QPointer>

class Inventory::Private {
public:
    explicit Private(Settings &itsSettings);

    // In order of use: what stands below needs what stands above.
    Settings &settings;
    JobList jobs;
    CredentialDesk credentials;
    OsDatabase osDatabase;
    Downloads downloads;
    SshLinks sshLinks;
    KvmCheck kvmCheck;
    HostServices services;
    MachineList machines;
    HostList hosts;
    InventoryTree tree;
    SeedRemoval seeds;
    InstallationEnd installations;
    DefaultHosts defaults;
};

Inventory::Private::Private(Settings &itsSettings)
    : settings(itsSettings), sshLinks(credentials), services{jobs, credentials, sshLinks, osDatabase, &settings, &kvmCheck},
      hosts(services, settings), tree(hosts), seeds(jobs), installations(jobs), defaults(hosts, services)
{
}

Inventory::Inventory(Settings &settings, QObject *parent) : QObject(parent), d(std::make_unique<Private>(settings))
{
    applyDownloadSettings();
    connect(&d->hosts, &HostList::hostAdded, this, [this](Host *host) {
        connect(host, &Host::machinesAdded, this, [this](const std::vector<Machine *> &machines) {
            d->machines.add(machines);
            for (auto *machine : machines) {
                d->seeds.note(machine);
                d->installations.note(machine);
                Q_EMIT machineAdded(machine);
            }
        });
        connect(host, &Host::machinesAboutToBeRemoved, this, [this](const std::vector<Machine *> &machines) {
            for (auto *machine : machines) {
                d->seeds.forget(machine);
                d->installations.forget(machine);
                Q_EMIT machineRemoved(machine);
            }
            d->machines.remove(machines);
        });
        connect(host, &Host::machineChanged, this, [this](Machine *machine) {
            d->machines.noteChanged(machine);
            d->seeds.note(machine);
            d->installations.note(machine);
            Q_EMIT machineChanged(machine);
        });
        connect(host, &Host::machinesSampled, this, [this](const std::vector<Machine *> &machines) {
            d->machines.noteSampled(machines);
            Q_EMIT machinesSampled(machines);
        });
    });
    connect(&d->hosts, &HostList::hostAboutToBeRemoved, this, [this](Host *host) {
        for (auto *machine : host->machines())
            Q_EMIT machineRemoved(machine);
        d->machines.remove(host->machines());
    });
    connect(&d->defaults, &DefaultHosts::finished, this, [this] {
        const auto &choices = d->defaults.choices();
        const bool found = !choices.empty() && choices.front().reason != DefaultHostChoice::Reason::NothingUsable;
        d->settings.set(keys::firstStartDone, found);
        Q_EMIT defaultsChosen();
    });
}

Inventory::~Inventory()
{
    for (int row = 0; row < d->hosts.rowCount(); ++row)
        d->hosts.at(row)->disconnect();
    d->hosts.disconnect(this);
    d->jobs.disconnect(this);
}

HostList &Inventory::hosts()
{
    return d->hosts;
}

MachineList &Inventory::machines()
{
    return d->machines;
}

InventoryTree &Inventory::tree()
{
    return d->tree;
}

JobList &Inventory::jobs()
{
    return d->jobs;
}

CredentialDesk &Inventory::credentials()
{
    return d->credentials;
}

Downloads &Inventory::downloads()
{
    return d->downloads;
}

void Inventory::applyDownloadSettings()
{
    d->downloads.setMirrors(Mirrors(d->settings.get(keys::downloadMirrors)));
}

OsDatabase &Inventory::osDatabase()
{
    return d->osDatabase;
}

Settings &Inventory::settings()
{
    return d->settings;
}

void Inventory::open()
{
    d->hosts.restore();
    if (d->hosts.rowCount() == 0 && !d->settings.get(keys::firstStartDone)) {
        d->defaults.search();
        return;
    }
    for (int row = 0; row < d->hosts.rowCount(); ++row) {
        if (d->hosts.at(row)->autoconnect())
            d->hosts.at(row)->connectToHost();
    }
}

const std::vector<DefaultHostChoice> &Inventory::defaultChoices() const
{
    return d->defaults.choices();
}

QFuture<Result<HostFacts>> Inventory::probe(const HostUri &uri)
{
    auto promise = std::make_shared<QPromise<Result<HostFacts>>>();
    promise->start();
    auto *session = new HostSession(QUuid::createUuid(), uri, uri.host.isEmpty() ? uri.toString() : uri.host, d->services, this);
    const auto end = [promise, session](const Result<HostFacts> &facts) {
        promise->addResult(facts);
        promise->finish();
        session->abandon();
        session->deleteLater();
    };
    connect(session, &HostSession::failed, session, [end](const Error &error) { end(failure(error)); });
    connect(session, &HostSession::lost, session, [end](const Error &error) { end(failure(error)); });
    connect(session, &HostSession::opened, session, [end, session, uri] {
        auto work = [connection = session->connection(), uri]() -> Result<HostFacts> { return quickFacts(connection, uri); };
        deliver(session->quick().run(std::move(work)), session, end);
    });
    const auto future = promise->future();
    auto *asker = new QFutureWatcher<Result<HostFacts>>(session);
    connect(asker, &QFutureWatcherBase::canceled, session, [session] {
        session->abandon();
        session->deleteLater();
    });
    asker->setFuture(future);
    session->open();
    return future;
}

Machine *Inventory::findMachine(const QString &nameOrUuid, const Host *host) const
{
    const auto uuid = QUuid::fromString(nameOrUuid);
    Machine *named = nullptr;
    for (int row = 0; row < d->hosts.rowCount(); ++row) {
        auto *candidate = d->hosts.at(row);
        if (host && candidate != host)
            continue;
        if (auto *machine = uuid.isNull() ? nullptr : candidate->machine(uuid))
            return machine;
        if (!named)
            named = candidate->machineNamed(nameOrUuid);
    }
    return named;
}

int Inventory::runningCount() const
{
    int count = 0;
    for (int row = 0; row < d->hosts.rowCount(); ++row)
        count += d->hosts.at(row)->runningCount();
    return count;
}

void Inventory::close()
{
    d->jobs.cancelAll();
    for (int row = 0; row < d->hosts.rowCount(); ++row)
        d->hosts.at(row)->disconnectFromHost();
}
