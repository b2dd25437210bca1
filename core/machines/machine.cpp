// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/machine.h"

#include "core/async/deliver.h"
#include "core/hosts/host_p.h"
#include "core/libvirt/domaindevices.h"
#include "core/machines/machine_p.h"
#include "core/machines/neighbours.h"

#include <algorithm>
#include <chrono>

namespace {

constexpr std::chrono::seconds shutDownPatience{60};
constexpr qint64 addressesFreshMs = 5000;

template<class T>
QFuture<Result<T>> notConnected()
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(failure(Error::Kind::Unreachable, QStringLiteral("The host is not connected."))));
    promise.finish();
    return promise.future();
}

struct Surroundings {
    QStringList addresses;
    QHash<QString, BlockSizes> disks; ///< by target
};

bool isTelling(const QString &address)
{
    return !address.startsWith(QLatin1StringView("127.")) && address != QLatin1StringView("::1")
        && !address.startsWith(QLatin1StringView("fe80:"), Qt::CaseInsensitive);
}

QStringList addressesFrom(const DomainHandle &domain)
{
    // The cheapest first; the guest agent may hang, and knows most.
    for (const auto source : {AddressSource::Lease, AddressSource::Agent, AddressSource::Arp}) {
        const auto interfaces = domains::addresses(domain, source);
        if (!interfaces)
            continue;
        QStringList found;
        for (const auto &interface : *interfaces) {
            for (const auto &address : interface.addresses) {
                if (isTelling(address) && !found.contains(address))
                    found << address;
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const QString &a, const QString &b) {
            return !a.contains(u':') && b.contains(u':');
        });
        if (!found.isEmpty())
            return found;
    }
    return {};
}

Surroundings surroundingsOf(const DomainHandle &domain, const QStringList &targets, bool active)
{
    Surroundings found;
    for (const auto &target : targets) {
        if (const auto sizes = domains::blockSizes(domain, target))
            found.disks.insert(target, *sizes);
    }
    if (active)
        found.addresses = addressesFrom(domain);
    return found;
}

} // namespace

Machine::Private::Private(Host &itsHost, const DomainRecord &record) : host(itsHost), domain(record.domain)
{
    facts.uuid = record.uuid;
    facts.name = record.name;
    facts.state = record.state == MachineState::Off && record.hasSavedState ? MachineState::Saved : record.state;
    facts.stateReason = record.reason;
    facts.hasSavedState = record.hasSavedState;
}

HostSession *Machine::Private::session() const
{
    return host.d->session.get();
}

Roster &Machine::Private::roster() const
{
    return host.d->roster;
}

void Machine::Private::expectShutDown()
{
    if (facts.state != MachineState::Running)
        return; // it was quicker than the answer
    shuttingDown = true;
    if (!shutDownLimit) {
        shutDownLimit = std::make_unique<QTimer>();
        shutDownLimit->setSingleShot(true);
        connect(shutDownLimit.get(), &QTimer::timeout, q, [this] {
            shuttingDown = false;
            roster().announce(q);
        });
    }
    shutDownLimit->start(shutDownPatience);
}

void Machine::Private::shutDownIsOver()
{
    shuttingDown = false;
    if (shutDownLimit)
        shutDownLimit->stop();
}

Machine::Machine(std::unique_ptr<Private> inner) : d(std::move(inner))
{
    d->q = this;
}

Machine::~Machine() = default;

Host &Machine::host() const
{
    return d->host;
}

const MachineFacts &Machine::facts() const
{
    return d->facts;
}

MachineState Machine::state() const
{
    if (!d->host.isConnected())
        return MachineState::Unknown;
    for (auto it = d->pending.rbegin(); it != d->pending.rend(); ++it) {
        if (const auto during = stateDuring(it->verb, d->facts.state); during != d->facts.state)
            return during;
    }
    return d->shuttingDown && d->facts.state == MachineState::Running ? MachineState::ShuttingDown : d->facts.state;
}

const MachineStats *Machine::stats() const
{
    return d->stats.get();
}

std::optional<MachineVerb> Machine::pending() const
{
    return d->pending.empty() ? std::nullopt : std::optional(d->pending.back().verb);
}

Permission Machine::may(MachineVerb verb) const
{
    if (!d->host.isConnected())
        return {Refusal::HostNotConnected};
    if (d->host.facts().readOnly && verb != MachineVerb::OpenConsole)
        return {Refusal::ReadOnly};
    if (const auto supported = d->host.supports(verb); !supported)
        return supported;
    const bool needsDefinition = verb == MachineVerb::Save || verb == MachineVerb::ChangeAutostart
        || verb == MachineVerb::Rename || verb == MachineVerb::Remove || verb == MachineVerb::Export;
    if (needsDefinition && !d->facts.persistent)
        return {Refusal::NotPersistent};
    if (const auto allowed = allows(state(), verb); !allowed)
        return allowed;
    // The plug may be pulled, and the screen looked at, whatever else is under way.
    if (!d->pending.empty() && verb != MachineVerb::ForceOff && verb != MachineVerb::OpenConsole)
        return {Refusal::InTransition};
    if (verb == MachineVerb::OpenConsole && d->facts.details && d->facts.details->displays.empty() && d->facts.details->textPorts.empty())
        return {Refusal::NoDisplay};
    return {};
}

void Machine::requestDetails()
{
    d->roster().wantDetails(this);
}

void Machine::requestAddresses()
{
    d->wantsAddresses = true;
    requestDetails();
    auto *session = d->session();
    if (!session || !d->host.isConnected() || d->addressesAsked)
        return;
    if (d->addressesAt.isValid() && d->addressesAt.elapsed() < addressesFreshMs)
        return;
    d->addressesAsked = true;
    if (d->facts.details)
        d->roster().review(this);
    QStringList targets;
    if (d->facts.details) {
        for (const auto &disk : d->facts.details->disks) {
            if (!disk.source.isEmpty())
                targets << disk.target;
        }
        d->addressesAt.start(); // without the disks it was half an answer: ask again next time
    }
    // Only here is this computer's table of neighbours the host's.
    QStringList neighbours;
    if (d->facts.details && d->host.uri().isLocal()) {
        for (const auto &nic : d->facts.details->nics) {
            if (nic.kind != u"user")
                neighbours << nic.mac;
        }
    }
    auto work = [domain = d->domain, targets, neighbours, active = isActive(d->facts.state)]() -> Result<Surroundings> {
        auto found = surroundingsOf(domain, targets, active);
        if (active && found.addresses.isEmpty())
            found.addresses = neighboursOf(neighbours);
        return found;
    };
    deliver(session->agent().run(std::move(work)), this, [this](const Result<Surroundings> &found) {
        d->addressesAsked = false;
        if (!found || !d->host.isConnected())
            return;
        const auto before = d->facts;
        if (isActive(d->facts.state))
            d->facts.addresses = found->addresses;
        if (d->facts.details) {
            auto details = std::make_shared<MachineDetails>(*d->facts.details);
            for (auto &disk : details->disks) {
                if (const auto it = found->disks.constFind(disk.target); it != found->disks.constEnd()) {
                    disk.capacity = it->capacity;
                    disk.allocated = it->allocation;
                }
            }
            if (!(*details == *d->facts.details))
                d->facts.details = std::move(details);
        }
        if (d->facts.details != before.details || d->facts.addresses != before.addresses)
            d->roster().announce(this);
    });
}

QFuture<Result<QString>> Machine::definition()
{
    if (!d->host.isConnected())
        return notConnected<QString>();
    return d->session()->quick().run([domain = d->domain, persistent = d->facts.persistent] {
        return domains::xmlOf(domain, persistent ? domains::Xml::Inactive : domains::Xml::Current);
    });
}

QFuture<Result<Screenshot>> Machine::screenshot()
{
    if (!d->host.isConnected())
        return notConnected<Screenshot>();
    return d->session()->slow().run([connection = d->session()->connection(), domain = d->domain]() -> Result<Screenshot> {
        auto image = domains::screenshot(connection, domain);
        if (!image)
            return failure(image.error());
        return Screenshot{std::move(image->data), std::move(image->mimeType)};
    });
}
