// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostmeter.h"

#include "core/async/deliver.h"
#include "core/hosts/hostsession.h"
#include "core/hosts/roster.h"
#include "core/libvirt/domainstats.h"
#include "core/libvirt/node.h"
#include "core/machines/machine_p.h"
#include "core/settings/settings.h"

#include <algorithm>

#include <time.h>

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds slowestPace{30'000};
constexpr int mostHeld = 8; // answers in a row
// A host spends at most 1/20 of its time on answering us, and this program 1/250 on reading the answers.
// A long way to the host costs neither of them much, so it alone does not make the charts slow.
constexpr int restPerAnswer = 20;
constexpr int restPerReading = 250;
constexpr StatsGroups everyGroup = StatsGroup::Processor | StatsGroup::Memory | StatsGroup::Vcpus | StatsGroup::Disk | StatsGroup::Network;

/// Processor time of this thread.
microseconds threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + microseconds(time.tv_nsec / 1000);
}

/// Per second; nothing where either counter is missing or the machine has started anew.
std::optional<float> rateOf(const std::optional<quint64> &before, const std::optional<quint64> &now, double seconds)
{
    if (!before || !now || *now < *before || seconds <= 0)
        return std::nullopt;
    return float(double(*now - *before) / seconds);
}

std::optional<Bytes> memoryUsed(const DomainCounters &counters)
{
    if (counters.guestAvailable && counters.guestUsable)
        return *counters.guestAvailable - *counters.guestUsable;
    if (counters.guestAvailable && counters.guestUnused)
        return *counters.guestAvailable - *counters.guestUnused;
    return counters.resident;
}

/// What a machine's counters were last, and when: a hypervisor that is busy with a machine leaves out what it
/// would have to ask QEMU for, so not every answer has everything.
struct Known {
    DomainCounters counters;
    qint64 processorMs = 0;
    qint64 diskMs = 0;
    qint64 netMs = 0;
};

Known knownAfter(const DomainCounters &now, const Known *before, qint64 atMs)
{
    Known known{now, atMs, atMs, atMs};
    if (!before)
        return known;
    const auto &old = before->counters;
    if (!now.cpuTime) {
        known.counters.cpuTime = old.cpuTime;
        known.processorMs = before->processorMs;
    }
    if (!now.diskRead && !now.diskWritten) {
        known.counters.diskRead = old.diskRead;
        known.counters.diskWritten = old.diskWritten;
        known.counters.diskRequests = old.diskRequests;
        known.diskMs = before->diskMs;
    }
    if (!now.netReceived && !now.netSent) {
        known.counters.netReceived = old.netReceived;
        known.counters.netSent = old.netSent;
        known.netMs = before->netMs;
    }
    return known;
}

MachineSample sampleOf(const DomainCounters &now, const Known *known, qint64 atMs)
{
    MachineSample sample;
    sample.atMs = atMs;
    sample.memoryUsed = memoryUsed(now);
    sample.memoryTotal = now.balloon;
    if (!known)
        return sample;
    const auto *before = &known->counters;
    const auto since = [atMs](qint64 ms) { return double(atMs - ms) / 1000; };
    if (const auto busy = rateOf(before->cpuTime, now.cpuTime, since(known->processorMs)))
        sample.processor = std::clamp(*busy / 1e9f / float(std::max(1, now.vcpus.value_or(1))), 0.0f, 1.0f);
    sample.diskRead = rateOf(before->diskRead, now.diskRead, since(known->diskMs));
    sample.diskWrite = rateOf(before->diskWritten, now.diskWritten, since(known->diskMs));
    sample.diskRequests = rateOf(before->diskRequests, now.diskRequests, since(known->diskMs));
    sample.netReceived = rateOf(before->netReceived, now.netReceived, since(known->netMs));
    sample.netSent = rateOf(before->netSent, now.netSent, since(known->netMs));
    return sample;
}

void push(MachineStats &stats, const MachineSample &sample)
{
    const auto held = stats.last;
    stats.last = sample;
    // One answer without a figure is no gap; the next that has it covers the time between.
    const bool complete = (sample.processor || !held.processor) && (sample.memoryUsed || !held.memoryUsed)
        && (sample.diskRead || !held.diskRead) && (sample.netReceived || !held.netReceived);
    stats.held = complete ? 0 : stats.held + 1;
    if (!complete && stats.held <= mostHeld) {
        const auto hold = [](auto &present, const auto &before) { present = present ? present : before; };
        hold(stats.last.processor, held.processor);
        hold(stats.last.memoryUsed, held.memoryUsed);
        hold(stats.last.memoryTotal, held.memoryTotal);
        hold(stats.last.diskRead, held.diskRead);
        hold(stats.last.diskWrite, held.diskWrite);
        hold(stats.last.diskRequests, held.diskRequests);
        hold(stats.last.netReceived, held.netReceived);
        hold(stats.last.netSent, held.netSent);
    }
    const auto &last = stats.last;
    if (last.processor)
        stats.processor.push(*last.processor);
    if (last.memoryUsed && last.memoryTotal && !last.memoryTotal->isZero())
        stats.memory.push(float(double(last.memoryUsed->count()) / double(last.memoryTotal->count())));
    if (last.diskRead || last.diskWrite)
        stats.disk.push(last.diskRead.value_or(0) + last.diskWrite.value_or(0));
    if (last.netReceived || last.netSent)
        stats.network.push(last.netReceived.value_or(0) + last.netSent.value_or(0));
}

} // namespace

struct HostMeter::Counters {
    DomainStatsReader reader;
    QHash<QUuid, Known> before;
    bool asksProcessor = true;
    bool asksMemory = true;
    bool turn = false;
    std::optional<NodeCpuTimes> cpuBefore;
    HostLoad load;

    void measureHost(const ConnectHandle &connection);
};

void HostMeter::Counters::measureHost(const ConnectHandle &connection)
{
    // One of the two per tick: a tick stays at two calls.
    turn = !turn;
    if (turn && asksProcessor) {
        const auto now = node::cpuTimes(connection);
        if (!now) {
            asksProcessor = now.error().kind != Error::Kind::Unsupported;
        } else {
            if (cpuBefore && now->all() > cpuBefore->all())
                load.processor = float(double(now->busy() - cpuBefore->busy()) / double(now->all() - cpuBefore->all()));
            cpuBefore = *now;
        }
    } else if (asksMemory) {
        const auto now = node::memory(connection);
        if (!now)
            asksMemory = now.error().kind != Error::Kind::Unsupported;
        else
            load.memoryUsed = now->used();
    }
}

HostMeter::HostMeter(Host &host, Roster &roster, const Settings *settings)
    : m_host(host), m_roster(roster), m_settings(settings)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HostMeter::tick);
}

HostMeter::~HostMeter() = default;

void HostMeter::attach(HostSession *session)
{
    m_session = session;
    m_counters = std::make_shared<Counters>();
    m_asking = false;
    if (m_watched)
        tick();
}

void HostMeter::detach()
{
    m_timer.stop();
    m_session = nullptr;
    m_counters.reset();
    m_asking = false;
    m_load = {};
}

void HostMeter::setWatched(bool on)
{
    if (m_watched == on)
        return;
    m_watched = on;
    if (on)
        tick();
    else
        m_timer.stop();
}

void HostMeter::tick()
{
    if (!m_session || m_asking || !m_watched)
        return;
    m_asking = true;
    auto work = [connection = m_session->connection(), counters = m_counters] { return measure(connection, *counters); };
    // The answer belongs to this session; a later one has counters of its own.
    deliver(m_session->meter().run(std::move(work)), this, [this, session = m_session](const Result<Measurement> &measurement) {
        if (!session || session != m_session)
            return;
        m_asking = false;
        m_pace = measurement ? paceFor(*measurement) : slowestPace;
        if (m_watched)
            m_timer.start(m_pace);
        if (measurement)
            take(*measurement);
    });
}

std::chrono::milliseconds HostMeter::paceFor(const Measurement &measurement) const
{
    const milliseconds wanted = std::chrono::seconds(std::max(1, m_settings ? m_settings->get(keys::statisticsSeconds) : 2));
    const auto bearable = std::chrono::duration_cast<milliseconds>(
        std::max(measurement.took * restPerAnswer, measurement.computed * restPerReading));
    return std::min(std::max(wanted, bearable), std::max(wanted, slowestPace));
}

Result<Measurement> HostMeter::measure(const ConnectHandle &connection, Counters &counters)
{
    const auto began = std::chrono::steady_clock::now();
    const auto computedBefore = threadTime();
    const auto report = counters.reader.read(connection, everyGroup);
    if (!report)
        return failure(report.error());
    Measurement measurement;
    measurement.entries.reserve(report->domains.size());
    QHash<QUuid, Known> present;
    present.reserve(qsizetype(report->domains.size()));
    for (const auto &machine : report->domains) {
        const auto it = counters.before.constFind(machine.uuid);
        const auto *before = it == counters.before.constEnd() ? nullptr : &*it;
        measurement.entries.push_back({machine.uuid, sampleOf(machine, before, report->atMs), machine.vcpus.value_or(0)});
        present.insert(machine.uuid, knownAfter(machine, before, report->atMs));
    }
    counters.before = std::move(present);
    counters.measureHost(connection);
    measurement.load = counters.load;
    measurement.took = std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - began);
    measurement.computed = threadTime() - computedBefore;
    return measurement;
}

void HostMeter::take(const Measurement &measurement)
{
    std::vector<Machine *> sampled;
    sampled.reserve(measurement.entries.size());
    std::vector<Machine *> changed;
    for (const auto &entry : measurement.entries) {
        auto *machine = m_roster.find(entry.uuid);
        if (!machine)
            continue;
        auto &inner = *machine->d;
        if (!inner.stats)
            inner.stats = std::make_unique<MachineStats>();
        push(*inner.stats, entry.sample);
        // The definition knows better, once somebody has looked at it.
        const bool newVcpus = inner.facts.vcpus == 0 && entry.vcpus > 0;
        const bool newMemory = inner.facts.memory.isZero() && entry.sample.memoryTotal;
        if (newVcpus)
            inner.facts.vcpus = entry.vcpus;
        if (newMemory)
            inner.facts.memory = *entry.sample.memoryTotal;
        if (newVcpus || newMemory)
            changed.push_back(machine);
        sampled.push_back(machine);
    }
    m_load = measurement.load;
    for (auto *machine : changed)
        m_roster.announce(machine);
    for (auto *machine : sampled)
        Q_EMIT machine->sampled();
    if (!sampled.empty())
        Q_EMIT m_host.machinesSampled(sampled);
    Q_EMIT m_host.loadChanged();
}
