// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/detailsreader.h"

#include "core/config/domain/domainconfig.h"
#include "core/hosts/roster.h"
#include "core/hosts/sessionanswer.h"
#include "core/machines/machine_p.h"
#include "core/provisioning/osdatabase.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace {

// So that a verb need not wait for a thousand definitions, nor for many of a host far away.
constexpr std::size_t mostPerTurn = 64;
constexpr std::chrono::milliseconds longestTurn{50};

/// Sizes are not in the definition; what was measured before holds until it is measured again.
void keepSizes(MachineDetails &details, const MachineDetails &before)
{
    for (auto &disk : details.disks) {
        const auto known = std::find_if(before.disks.begin(), before.disks.end(), [&disk](const DiskFacts &old) {
            return old.target == disk.target && old.source == disk.source;
        });
        if (known == before.disks.end())
            continue;
        disk.capacity = known->capacity;
        disk.allocated = known->allocated;
    }
}

} // namespace

DetailsReader::DetailsReader(Roster &roster, OsDatabase &osDatabase) : m_roster(roster), m_osDatabase(osDatabase)
{
    // Zero: whatever one turn of the event loop asks for goes to the hypervisor together.
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &DetailsReader::read);
}

void DetailsReader::attach(HostSession *session)
{
    m_session = session;
}

void DetailsReader::detach()
{
    m_session = nullptr;
    m_toRead.clear();
    m_turn.stop();
}

void DetailsReader::want(Machine *machine)
{
    auto &inner = *machine->d;
    inner.wantsDetails = true;
    if (!m_session || inner.detailsAsked || (inner.facts.details && !inner.detailsStale))
        return;
    inner.detailsAsked = true;
    inner.detailsStale = false;
    m_toRead.emplace_back(machine);
    if (!m_turn.isActive())
        m_turn.start(0);
}

void DetailsReader::keepCurrent(Machine *machine)
{
    if (machine->d->wantsDetails && machine->d->detailsStale)
        want(machine);
}

void DetailsReader::read()
{
    std::vector<DomainHandle> batch;
    const auto wanted = std::exchange(m_toRead, {});
    for (const auto &machine : wanted) {
        if (!machine)
            continue;
        if (batch.size() == mostPerTurn)
            m_toRead.push_back(machine);
        else
            batch.push_back(machine->d->domain);
    }
    if (!m_session || batch.empty())
        return;
    auto work = [batch = std::move(batch)]() -> Result<std::vector<Reading>> {
        std::vector<Reading> readings;
        const auto end = std::chrono::steady_clock::now() + longestTurn;
        for (const auto &domain : batch) {
            Reading reading{domains::uuidOf(domain), nullptr};
            reading.tried = readings.empty() || std::chrono::steady_clock::now() < end;
            if (const auto xml = reading.tried ? domains::xmlOf(domain, domains::Xml::Current) : failure(Error::Kind::Cancelled, {})) {
                if (const auto config = DomainConfig::parse(*xml))
                    reading.details = std::make_shared<const MachineDetails>(detailsOf(*config));
            }
            readings.push_back(std::move(reading));
        }
        return readings;
    };
    deliverWithin(m_session, m_session->quick().run(std::move(work)), this, [this](const Result<std::vector<Reading>> &readings) {
        if (readings)
            take(*readings);
        if (!m_toRead.empty())
            m_turn.start(0);
    });
}

void DetailsReader::take(const std::vector<Reading> &readings)
{
    for (const auto &[uuid, details, tried] : readings) {
        auto *machine = m_roster.find(uuid);
        if (!machine)
            continue;
        machine->d->detailsAsked = false;
        machine->d->detailsStale |= !tried;
        if (details && adopt(*machine, *details))
            m_roster.announce(machine);
        if (machine->d->detailsStale)
            want(machine);
    }
}

/// Whether anything differs from what was known.
bool DetailsReader::adopt(Machine &machine, const MachineDetails &details)
{
    auto &facts = machine.d->facts;
    auto mine = std::make_shared<MachineDetails>(details);
    mine->osName = m_systemNames.value(mine->osId);
    if (facts.details)
        keepSizes(*mine, *facts.details);
    const bool same = facts.details && *facts.details == *mine && facts.vcpus == mine->vcpus && facts.memory == mine->memory;
    facts.vcpus = mine->vcpus;
    facts.memory = mine->memory;
    facts.details = std::move(mine);
    if (!details.osId.isEmpty() && !m_systemNames.contains(details.osId))
        nameSystem(facts.uuid, details.osId);
    return !same;
}

void DetailsReader::nameSystem(const QUuid &uuid, const QString &osId)
{
    deliver(m_osDatabase.nameOf(osId), this, [this, uuid, osId](const Result<QString> &name) {
        m_systemNames.insert(osId, name.value_or(QString()));
        auto *machine = m_roster.find(uuid);
        if (!machine || !name || name->isEmpty() || !machine->facts().details || machine->facts().details->osId != osId)
            return;
        auto named = std::make_shared<MachineDetails>(*machine->facts().details);
        named->osName = *name;
        machine->d->facts.details = std::move(named);
        m_roster.announce(machine);
    });
}
