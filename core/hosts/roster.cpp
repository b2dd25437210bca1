// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/roster.h"

#include "core/hosts/host.h"
#include "core/hosts/sessionanswer.h"
#include "core/machines/machine_p.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <utility>

namespace {

constexpr std::chrono::milliseconds pollPause{2000};
constexpr int longestPollPauseMs = 10'000;

MachineState withSavedState(MachineState state, bool saved)
{
    return state == MachineState::Off && saved ? MachineState::Saved : state;
}

} // namespace

Roster::Roster(Host &host, OsDatabase &osDatabase)
    : m_host(host), m_details(*this, osDatabase), m_unannounced(host, *this)
{
    // Zero: whatever one turn of the event loop asks for goes to the hypervisor together.
    for (auto *timer : {&m_lookTimer, &m_pollTimer})
        timer->setSingleShot(true);
    connect(&m_lookTimer, &QTimer::timeout, this, &Roster::lookNow);
    connect(&m_pollTimer, &QTimer::timeout, this, &Roster::list);
}

Roster::~Roster()
{
    qDeleteAll(m_order);
    for (const auto &machine : m_leaving)
        delete machine.data();
}

void Roster::attach(HostSession *session)
{
    m_session = session;
    m_details.attach(session);
    connect(session, &HostSession::domainEvent, this, &Roster::hear);
    list();
}

void Roster::detach()
{
    m_session = nullptr;
    m_listed = false;
    m_early.clear();
    m_toLookAt.clear();
    m_details.detach();
    m_unannounced.detach();
    for (auto *timer : {&m_lookTimer, &m_pollTimer})
        timer->stop();
    const auto machines = m_order;
    for (auto *machine : machines) {
        auto &inner = *machine->d;
        inner.facts.state = MachineState::Unknown;
        inner.pending.clear(); // whatever it comes to, the next connection will see
        inner.detailsAsked = false;
        inner.detailsStale = true;
        inner.addressesAsked = false;
        inner.heardAt = 0;
        inner.shutDownIsOver();
    }
    m_active = 0;
    for (auto *machine : machines)
        announce(machine);
}

void Roster::list()
{
    if (!m_session)
        return;
    auto work = [connection = m_session->connection(), clock = m_session->eventClock()]() -> Result<Listing> {
        Listing listing;
        listing.clock = clock->load();
        auto records = domains::list(connection);
        if (!records)
            return failure(records.error());
        listing.records = std::move(*records);
        return listing;
    };
    const auto began = std::chrono::steady_clock::now();
    deliverWithin(m_session, m_session->quick().run(std::move(work)), this, [this, began](const Result<Listing> &listing) {
        if (!listing && !m_listed) {
            Q_EMIT listFailed(listing.error());
            return;
        }
        const bool first = !m_listed;
        if (listing)
            takeList(*listing);
        if (first && m_session)
            m_unannounced.attach(m_session);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
        if (m_session && !m_session->hasEvents())
            m_pollTimer.start(std::clamp(int(took.count()) * 20, int(pollPause.count()), longestPollPauseMs));
    });
}

void Roster::takeList(const Listing &listing)
{
    std::vector<Machine *> added;
    std::vector<Machine *> changed;
    removeUnlisted(listing);
    m_order.reserve(listing.records.size());
    m_byUuid.reserve(qsizetype(listing.records.size()));
    for (const auto &record : listing.records) {
        if (auto *known = find(record.uuid)) {
            if (known->d->heardAt <= listing.clock && update(known, record))
                changed.push_back(known);
            continue;
        }
        auto *machine = new Machine(std::make_unique<Machine::Private>(m_host, record));
        m_byUuid.insert(record.uuid, machine);
        m_order.push_back(machine);
        added.push_back(machine);
    }
    recount();
    const bool first = !std::exchange(m_listed, true);
    if (!added.empty())
        Q_EMIT m_host.machinesAdded(added);
    for (auto *machine : changed)
        announce(machine);
    if (first) {
        for (const auto &[event, at] : std::exchange(m_early, {})) {
            if (at > listing.clock)
                apply(event, at);
        }
        Q_EMIT listed();
    }
    for (auto *machine : m_order) {
        m_details.keepCurrent(machine);
    }
}

void Roster::removeUnlisted(const Listing &listing)
{
    if (m_order.empty())
        return;
    QSet<QUuid> present;
    present.reserve(qsizetype(listing.records.size()));
    for (const auto &record : listing.records)
        present.insert(record.uuid);
    std::vector<Machine *> gone;
    for (auto *machine : m_order) {
        if (!present.contains(machine->uuid()) && machine->d->heardAt <= listing.clock)
            gone.push_back(machine);
    }
    remove(gone);
}

/// Takes over what was read; whether anything differs.
bool Roster::update(Machine *machine, const DomainRecord &record)
{
    auto &inner = *machine->d;
    auto &facts = inner.facts;
    inner.domain = record.domain;
    const auto state = withSavedState(record.state, record.hasSavedState);
    const bool same = facts.name == record.name && facts.state == state && facts.hasSavedState == record.hasSavedState;
    const bool wasActive = isActive(facts.state);
    facts.name = record.name;
    facts.stateReason = record.reason;
    facts.hasSavedState = record.hasSavedState;
    if (facts.state != state) {
        facts.state = state;
        inner.detailsStale = true;
        if (!isActive(state)) {
            facts.runningSince = {};
            facts.addresses.clear();
            inner.shutDownIsOver();
        } else if (!wasActive) {
            inner.stats.reset();
        }
    }
    return !same;
}

void Roster::hear(const DomainEvent &event, quint64 at)
{
    if (m_listed)
        apply(event, at);
    else
        m_early.emplace_back(event, at);
}

void Roster::apply(const DomainEvent &event, quint64 at)
{
    auto *machine = find(event.uuid);
    if (!machine) {
        if (event.kind != DomainEvent::Kind::Undefined && event.kind != DomainEvent::Kind::Stopped)
            lookSoon(event.domain, event.uuid);
        return;
    }
    auto &inner = *machine->d;
    inner.heardAt = at;
    switch (event.kind) {
    case DomainEvent::Kind::Defined:
    case DomainEvent::Kind::DefinitionChanged:
        inner.detailsStale = true;
        lookSoon(event.domain, event.uuid);
        break;
    case DomainEvent::Kind::Undefined:
        if (!isActive(inner.facts.state)) {
            remove({machine});
            recount();
            return;
        }
        inner.facts.persistent = false;
        announce(machine);
        break;
    case DomainEvent::Kind::Started:
    case DomainEvent::Kind::Paused:
    case DomainEvent::Kind::Resumed:
    case DomainEvent::Kind::Stopped:
    case DomainEvent::Kind::ShuttingDown:
    case DomainEvent::Kind::Slept:
    case DomainEvent::Kind::Crashed:
        applyState(machine, event);
        return;
    case DomainEvent::Kind::BalloonChanged:
    case DomainEvent::Kind::MetadataChanged:
    case DomainEvent::Kind::DeviceAdded:
    case DomainEvent::Kind::DeviceRemoved:
    case DomainEvent::Kind::MediaChanged:
        inner.detailsStale = true;
        break;
    case DomainEvent::Kind::Rebooted:
        inner.shutDownIsOver();
        announce(machine);
        break;
    case DomainEvent::Kind::AgentChanged:
        inner.addressesAt.invalidate();
        if (inner.wantsAddresses)
            machine->requestAddresses();
        break;
    case DomainEvent::Kind::DeviceRemovalFailed:
    case DomainEvent::Kind::JobCompleted:
    case DomainEvent::Kind::IoError:
    case DomainEvent::Kind::Watchdog:
        break;
    }
    m_details.keepCurrent(machine);
}

void Roster::applyState(Machine *machine, const DomainEvent &event)
{
    auto &inner = *machine->d;
    auto &facts = inner.facts;
    if (event.kind == DomainEvent::Kind::Stopped && !facts.persistent) {
        remove({machine});
        recount();
        return;
    }
    const bool wasActive = isActive(facts.state);
    if (event.kind == DomainEvent::Kind::Started) {
        inner.domain = event.domain;
        inner.stats.reset();
        facts.runningSince = QDateTime::currentDateTime();
        facts.hasSavedState = false;
    } else if (event.kind == DomainEvent::Kind::Stopped) {
        facts.runningSince = {};
        facts.addresses.clear();
    }
    if (event.kind != DomainEvent::Kind::ShuttingDown)
        inner.shutDownIsOver();
    if (event.state)
        facts.state = *event.state;
    // Whether saving has left an image for the next start is known only after a look, unless we have saved it.
    const bool wasSaved = event.kind == DomainEvent::Kind::Stopped && event.saved;
    if (wasSaved && machine->pending() == MachineVerb::Save) {
        facts.hasSavedState = true;
        facts.state = MachineState::Saved;
    }
    if (wasSaved || !event.state)
        lookSoon(event.domain, event.uuid);
    if (wasActive != isActive(facts.state))
        inner.detailsStale = true; // ports and devices come and go with the process
    recount();
    announce(machine);
    m_details.keepCurrent(machine);
}

void Roster::lookSoon(const DomainHandle &domain, const QUuid &uuid)
{
    m_toLookAt.insert(uuid, domain);
    if (!m_lookTimer.isActive())
        m_lookTimer.start(0);
}

Result<Sighting> Roster::look(const DomainHandle &domain, quint64 clock)
{
    auto record = domains::describe(domain);
    if (!record)
        return failure(record.error());
    Sighting sighting{std::move(*record), true, false, clock};
    sighting.persistent = domains::isPersistent(domain).value_or(true);
    sighting.autostart = sighting.persistent && domains::isAutostarted(domain).value_or(false);
    return sighting;
}

void Roster::lookNow()
{
    if (!m_session)
        return;
    using Look = std::pair<QUuid, Result<Sighting>>;
    auto work = [domains = std::exchange(m_toLookAt, {}), clock = m_session->eventClock()]() -> Result<std::vector<Look>> {
        std::vector<Look> looks;
        looks.reserve(std::size_t(domains.size()));
        for (auto it = domains.begin(); it != domains.end(); ++it)
            looks.emplace_back(it.key(), look(*it, clock->load()));
        return looks;
    };
    deliverWithin(m_session, m_session->quick().run(std::move(work)), this, [this](const Result<std::vector<Look>> &looks) {
        if (!looks)
            return;
        std::vector<Machine *> added;
        for (const auto &[uuid, sighting] : *looks) {
            auto *machine = find(uuid);
            if (!sighting) {
                if (machine && sighting.error().kind == Error::Kind::NotFound)
                    forget(machine);
            } else if (machine) {
                see(*sighting);
            } else {
                machine = new Machine(std::make_unique<Machine::Private>(m_host, sighting->record));
                machine->d->facts.persistent = sighting->persistent;
                machine->d->facts.autostart = sighting->autostart;
                m_byUuid.insert(uuid, machine);
                m_order.push_back(machine);
                added.push_back(machine);
            }
        }
        if (added.empty())
            return;
        recount();
        Q_EMIT m_host.machinesAdded(added);
    });
}

bool Roster::see(const Sighting &sighting)
{
    auto *machine = find(sighting.record.uuid);
    if (!machine)
        return false;
    auto &inner = *machine->d;
    bool changed = inner.facts.persistent != sighting.persistent || inner.facts.autostart != sighting.autostart;
    inner.facts.persistent = sighting.persistent;
    inner.facts.autostart = sighting.autostart;
    if (inner.heardAt <= sighting.clock) {
        changed |= update(machine, sighting.record);
    } else {
        // An event has overtaken this: what it said of the state holds, the rest is as good as ever.
        changed |= inner.facts.name != sighting.record.name;
        inner.facts.name = sighting.record.name;
        lookSoon(sighting.record.domain, sighting.record.uuid);
    }
    if (changed) {
        recount();
        announce(machine);
    }
    m_details.keepCurrent(machine);
    return changed;
}

void Roster::verify(Machine *machine)
{
    lookSoon(machine->d->domain, machine->uuid());
}

void Roster::review(Machine *machine)
{
    verify(machine);
    machine->d->detailsStale = true;
    m_details.want(machine);
}

void Roster::wantDetails(Machine *machine)
{
    m_details.want(machine);
}

void Roster::setWatched(bool on)
{
    m_unannounced.setWatched(on);
}

void Roster::forget(Machine *machine)
{
    if (find(machine->uuid()) != machine)
        return; // an event was quicker
    remove({machine});
    recount();
}

void Roster::remove(const std::vector<Machine *> &machines)
{
    if (machines.empty())
        return;
    Q_EMIT m_host.machinesAboutToBeRemoved(machines);
    std::erase_if(m_leaving, [](const auto &machine) { return machine.isNull(); });
    for (auto *machine : machines) {
        m_byUuid.remove(machine->uuid());
        m_leaving.emplace_back(machine);
        machine->deleteLater(); // a verb of its own may be on the stack
    }
    const QSet<const Machine *> gone(machines.begin(), machines.end());
    std::erase_if(m_order, [&gone](const Machine *machine) { return gone.contains(machine); });
}

void Roster::announce(Machine *machine)
{
    Q_EMIT machine->changed();
    Q_EMIT m_host.machineChanged(machine);
}

void Roster::recount()
{
    m_active = int(std::count_if(m_order.begin(), m_order.end(), [](const Machine *m) { return isActive(m->facts().state); }));
}
