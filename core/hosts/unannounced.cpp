// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/unannounced.h"

#include "core/hosts/host.h"
#include "core/hosts/processstarts.h"
#include "core/hosts/roster.h"
#include "core/hosts/sessionanswer.h"
#include "core/machines/machine_p.h"

#include <chrono>

namespace {
constexpr std::chrono::milliseconds askAgainAfter{10'000};
}

Unannounced::Unannounced(const Host &host, Roster &roster) : m_host(host), m_roster(roster)
{
    m_again.setInterval(askAgainAfter);
    m_again.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_again, &QTimer::timeout, this, &Unannounced::askTraits);
}

void Unannounced::attach(HostSession *session)
{
    m_session = session;
    if (m_watched)
        m_again.start();
    askTraits();
    askStarts();
}

void Unannounced::detach()
{
    m_session = nullptr;
    m_again.stop();
}

void Unannounced::setWatched(bool on)
{
    m_watched = on;
    if (!on)
        m_again.stop();
    else if (m_session && !m_again.isActive())
        m_again.start();
}

void Unannounced::askTraits()
{
    if (!m_session)
        return;
    auto work = [connection = m_session->connection()] { return domains::traits(connection); };
    deliverWithin(m_session, m_session->quick().run(std::move(work)), this, [this](const Result<DomainTraits> &traits) {
        if (traits)
            takeTraits(*traits);
    });
}

void Unannounced::takeTraits(const DomainTraits &traits)
{
    const auto machines = m_roster.machines();
    for (auto *machine : machines) {
        auto &facts = machine->d->facts;
        const bool persistent = !traits.transient.contains(facts.uuid);
        const bool autostart = traits.autostarted.contains(facts.uuid);
        if (facts.persistent == persistent && facts.autostart == autostart)
            continue;
        facts.persistent = persistent;
        facts.autostart = autostart;
        m_roster.announce(machine);
    }
}

void Unannounced::askStarts()
{
    if (!m_session || !m_host.uri().isLocal() || m_roster.activeCount() == 0)
        return;
    deliverWithin(m_session, m_session->slow().run([] { return processStarts(); }), this,
                  [this](const Result<QHash<QUuid, QDateTime>> &starts) {
                      if (starts)
                          takeStarts(*starts);
                  });
}

void Unannounced::takeStarts(const QHash<QUuid, QDateTime> &starts)
{
    for (auto it = starts.begin(); it != starts.end(); ++it) {
        auto *machine = m_roster.find(it.key());
        if (!machine || !isActive(machine->d->facts.state) || machine->d->facts.runningSince.isValid())
            continue;
        machine->d->facts.runningSince = *it;
        m_roster.announce(machine);
    }
}
