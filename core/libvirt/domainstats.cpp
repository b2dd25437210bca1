// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domainstats.h"

#include "core/libvirt/call.h"
#include "core/libvirt/domains.h"

#include <libvirt/libvirt.h>

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace {

// The test driver's bulk call knows states alone. A few machines may cost calls of their own, many may not.
constexpr size_t askedApartAtMost = 64;

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

unsigned bulkGroups(StatsGroups groups)
{
    unsigned result = VIR_DOMAIN_STATS_STATE;
    if (groups & StatsGroup::Processor)
        result |= VIR_DOMAIN_STATS_CPU_TOTAL;
    if (groups & StatsGroup::Memory)
        result |= VIR_DOMAIN_STATS_BALLOON;
    if (groups & StatsGroup::Vcpus)
        result |= VIR_DOMAIN_STATS_VCPU;
    if (groups & StatsGroup::Disk)
        result |= VIR_DOMAIN_STATS_BLOCK;
    if (groups & StatsGroup::Network)
        result |= VIR_DOMAIN_STATS_INTERFACE;
    return result;
}

void add(std::optional<quint64> &sum, quint64 value)
{
    sum = sum.value_or(0) + value;
}

void readBalloon(DomainCounters &counters, std::string_view field, quint64 value)
{
    if (field == "current")
        counters.balloon = Bytes::kib(value);
    else if (field == "available")
        counters.guestAvailable = Bytes::kib(value);
    else if (field == "unused")
        counters.guestUnused = Bytes::kib(value);
    else if (field == "usable")
        counters.guestUsable = Bytes::kib(value);
    else if (field == "rss")
        counters.resident = Bytes::kib(value);
}

void readBlock(DomainCounters &counters, std::string_view field, quint64 value)
{
    if (field.ends_with(".rd.bytes"))
        add(counters.diskRead, value);
    else if (field.ends_with(".wr.bytes"))
        add(counters.diskWritten, value);
    else if (field.ends_with(".rd.reqs") || field.ends_with(".wr.reqs"))
        add(counters.diskRequests, value);
}

void readNetwork(DomainCounters &counters, std::string_view field, quint64 value)
{
    if (field.ends_with(".rx.bytes"))
        add(counters.netReceived, value);
    else if (field.ends_with(".tx.bytes"))
        add(counters.netSent, value);
}

quint64 valueOf(const virTypedParameter &param)
{
    switch (param.type) {
    case VIR_TYPED_PARAM_INT: return quint64(param.value.i);
    case VIR_TYPED_PARAM_UINT: return param.value.ui;
    case VIR_TYPED_PARAM_LLONG: return quint64(param.value.l);
    case VIR_TYPED_PARAM_ULLONG: return param.value.ul;
    default: return 0;
    }
}

DomainCounters countersFrom(const virDomainStatsRecord &record)
{
    DomainCounters counters;
    std::array<unsigned char, VIR_UUID_BUFLEN> uuid{};
    (void)virDomainGetUUID(record.dom, uuid.data());
    counters.uuid = QUuid::fromRfc4122(QByteArrayView(uuid.data(), uuid.size()));
    int state = VIR_DOMAIN_NOSTATE;
    std::optional<quint64> vcpuTime;
    for (int i = 0; i < record.nparams; ++i) {
        const std::string_view field(record.params[i].field);
        const auto value = valueOf(record.params[i]);
        if (field.starts_with("balloon."))
            readBalloon(counters, field.substr(8), value);
        else if (field.starts_with("block."))
            readBlock(counters, field, value);
        else if (field.starts_with("net."))
            readNetwork(counters, field, value);
        else if (field.starts_with("vcpu.") && field.ends_with(".time"))
            add(vcpuTime, value);
        else if (field == "cpu.time")
            counters.cpuTime = value;
        else if (field == "vcpu.current")
            counters.vcpus = int(value);
        else if (field == "state.state")
            state = int(value);
        else if (field == "state.reason")
            counters.reason = int(value);
    }
    if (!counters.cpuTime)
        counters.cpuTime = vcpuTime; // where there are no cgroups
    counters.state = domains::stateFrom(state, counters.reason, true);
    return counters;
}

struct RecordsFree {
    void operator()(virDomainStatsRecordPtr *records) const { virDomainStatsRecordListFree(records); }
};

void askInfo(DomainCounters &counters, const DomainHandle &domain)
{
    const auto info = domains::info(domain);
    if (!info)
        return;
    counters.cpuTime = info->cpuTime;
    counters.vcpus = info->vcpus;
    counters.balloon = info->memory;
}

void askMemory(DomainCounters &counters, const DomainHandle &domain)
{
    const Call call("virDomainMemoryStats");
    std::array<virDomainMemoryStatStruct, VIR_DOMAIN_MEMORY_STAT_NR> stats{};
    const int count = virDomainMemoryStats(domain.get(), stats.data(), unsigned(stats.size()), 0);
    for (int i = 0; i < count; ++i) {
        const auto value = Bytes::kib(stats[size_t(i)].val);
        switch (stats[size_t(i)].tag) {
        case VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON: counters.balloon = value; break;
        case VIR_DOMAIN_MEMORY_STAT_AVAILABLE: counters.guestAvailable = value; break;
        case VIR_DOMAIN_MEMORY_STAT_UNUSED: counters.guestUnused = value; break;
        case VIR_DOMAIN_MEMORY_STAT_USABLE: counters.guestUsable = value; break;
        case VIR_DOMAIN_MEMORY_STAT_RSS: counters.resident = value; break;
        default: break;
        }
    }
}

// A negative number means that the driver does not count it.
void addCounted(std::optional<quint64> &sum, long long value)
{
    if (value >= 0)
        add(sum, quint64(value));
}

void askDisk(DomainCounters &counters, const DomainHandle &domain, const QString &target)
{
    const Call call("virDomainBlockStats");
    virDomainBlockStatsStruct stats{};
    if (virDomainBlockStats(domain.get(), target.toUtf8().constData(), &stats, sizeof stats) < 0)
        return;
    addCounted(counters.diskRead, stats.rd_bytes);
    addCounted(counters.diskWritten, stats.wr_bytes);
    addCounted(counters.diskRequests, stats.rd_req);
    addCounted(counters.diskRequests, stats.wr_req);
}

void askInterface(DomainCounters &counters, const DomainHandle &domain, const QString &target)
{
    const Call call("virDomainInterfaceStats");
    virDomainInterfaceStatsStruct stats{};
    if (virDomainInterfaceStats(domain.get(), target.toUtf8().constData(), &stats, sizeof stats) < 0)
        return;
    addCounted(counters.netReceived, stats.rx_bytes);
    addCounted(counters.netSent, stats.tx_bytes);
}

} // namespace

Result<StatsReport> DomainStatsReader::read(const ConnectHandle &connection, StatsGroups groups)
{
    if (m_way == Way::Bulk) {
        auto report = readBulk(connection, groups);
        if (report || report.error().kind != Error::Kind::Unsupported)
            return report;
        m_way = Way::EachMachine;
    }
    return readEach(connection, groups);
}

Result<StatsReport> DomainStatsReader::readBulk(const ConnectHandle &connection, StatsGroups groups)
{
    virDomainStatsRecordPtr *raw = nullptr;
    int count = -1;
    while (count < 0) {
        const Call call("virConnectGetAllDomainStats");
        unsigned flags = VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE;
        if (m_noWait)
            flags |= VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT;
        count = virConnectGetAllDomainStats(connection.get(), bulkGroups(groups), &raw, flags);
        if (count >= 0)
            break;
        auto error = call.lastError();
        if (!m_noWait || error.kind != Error::Kind::InvalidInput)
            return failure(std::move(error));
        m_noWait = false; // libvirt before 4.5, and the test driver
    }
    const std::unique_ptr<virDomainStatsRecordPtr, RecordsFree> records(raw);

    StatsReport report;
    report.atMs = nowMs();
    report.domains.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        report.domains.push_back(countersFrom(*raw[i]));

    const bool tellsStatesOnly = std::none_of(report.domains.begin(), report.domains.end(),
                                              [](const DomainCounters &counters) { return counters.cpuTime.has_value(); });
    if (tellsStatesOnly && (groups & StatsGroup::Processor) && report.domains.size() <= askedApartAtMost) {
        for (int i = 0; i < count; ++i) {
            auto counters = countersOf(DomainHandle::share(raw[i]->dom), groups);
            counters.state = report.domains[size_t(i)].state;
            counters.reason = report.domains[size_t(i)].reason;
            report.domains[size_t(i)] = std::move(counters);
        }
    }
    return report;
}

Result<StatsReport> DomainStatsReader::readEach(const ConnectHandle &connection, StatsGroups groups)
{
    virDomainPtr *raw = nullptr;
    int count = 0;
    {
        const Call call("virConnectListAllDomains");
        count = virConnectListAllDomains(connection.get(), &raw, VIR_CONNECT_LIST_DOMAINS_ACTIVE);
        if (count < 0)
            return failure(call.lastError());
    }
    std::vector<DomainHandle> active;
    active.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        active.push_back(DomainHandle::adopt(raw[i]));
    std::free(raw);

    StatsReport report;
    report.atMs = nowMs();
    report.bulk = false;
    for (const auto &domain : active) {
        auto counters = countersOf(domain, groups);
        const Call call("virDomainGetState");
        int state = VIR_DOMAIN_NOSTATE;
        if (virDomainGetState(domain.get(), &state, &counters.reason, 0) < 0) {
            if (auto error = call.lastError(); error.kind == Error::Kind::Unreachable)
                return failure(std::move(error));
            continue; // it stopped meanwhile
        }
        counters.state = domains::stateFrom(state, counters.reason, true);
        report.domains.push_back(std::move(counters));
    }
    return report;
}

DomainCounters DomainStatsReader::countersOf(const DomainHandle &domain, StatsGroups groups)
{
    DomainCounters counters;
    counters.uuid = domains::uuidOf(domain);
    if (groups & (StatsGroups(StatsGroup::Processor) | StatsGroup::Memory | StatsGroup::Vcpus))
        askInfo(counters, domain);
    if (groups & StatsGroup::Memory)
        askMemory(counters, domain);
    if (groups & (StatsGroups(StatsGroup::Disk) | StatsGroup::Network)) {
        const auto &devices = devicesOf(domain);
        if (groups & StatsGroup::Disk) {
            for (const auto &target : devices.disks)
                askDisk(counters, domain, target);
        }
        if (groups & StatsGroup::Network) {
            for (const auto &target : devices.interfaces)
                askInterface(counters, domain, target);
        }
    }
    return counters;
}

const DomainStatsReader::Devices &DomainStatsReader::devicesOf(const DomainHandle &domain)
{
    auto &devices = m_devices[domains::uuidOf(domain)];
    const int id = int(virDomainGetID(domain.get()));
    if (devices.id == id)
        return devices;
    devices = {id, {}, {}};
    const auto xml = domains::xmlOf(domain, domains::Xml::Current);
    pugi::xml_document document;
    if (!xml || !document.load_string(xml->toUtf8().constData()))
        return devices;
    for (const auto &found : document.select_nodes("/domain/devices/disk[not(@device) or @device='disk']/target/@dev"))
        devices.disks.append(QString::fromUtf8(found.attribute().value()));
    for (const auto &found : document.select_nodes("/domain/devices/interface/target/@dev"))
        devices.interfaces.append(QString::fromUtf8(found.attribute().value()));
    return devices;
}
