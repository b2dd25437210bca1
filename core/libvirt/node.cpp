// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/node.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <cstring>
#include <vector>

namespace {

/// Asks for the number of fields only where it is not the usual one: one call per tick instead of two.
template<class Field, class Ask>
Result<std::vector<Field>> fields(const Call &call, Ask ask)
{
    int count = 4; // of Linux, since libvirt 0.9
    std::vector<Field> values(static_cast<size_t>(count));
    if (ask(values.data(), &count) < 0) {
        const auto error = call.lastError();
        if (error.kind != Error::Kind::InvalidInput)
            return failure(error);
        count = 0;
        if (ask(nullptr, &count) < 0)
            return failure(call.lastError());
        values.resize(size_t(count));
        if (count > 0 && ask(values.data(), &count) < 0)
            return failure(call.lastError());
    }
    values.resize(size_t(count));
    return values;
}

/// As the daemon noted it when it started.
Result<NodeInfo> noted(const ConnectHandle &connection)
{
    const Call call("virNodeGetInfo");
    virNodeInfo raw{};
    if (virNodeGetInfo(connection.get(), &raw) < 0)
        return failure(call.lastError());
    NodeInfo info;
    info.cpuModel = QString::fromUtf8(raw.model, qsizetype(::strnlen(raw.model, sizeof raw.model)));
    info.memory = Bytes::kib(raw.memory);
    info.cpuThreads = int(raw.cpus);
    info.cpuMhz = int(raw.mhz);
    info.numaNodes = int(raw.nodes);
    info.sockets = int(raw.sockets);
    info.cores = int(raw.cores);
    info.threads = int(raw.threads);
    return info;
}

} // namespace

Result<NodeInfo> node::info(const ConnectHandle &connection)
{
    auto info = noted(connection);
    if (!info)
        return info;
    // Memory may have been added since.
    if (const auto now = node::memory(connection); now && !now->total.isZero())
        info->memory = now->total;
    return info;
}

Result<Bytes> node::freeMemory(const ConnectHandle &connection)
{
    const Call call("virNodeGetFreeMemory");
    const auto bytes = virNodeGetFreeMemory(connection.get());
    if (bytes == 0)
        return failure(call.lastError());
    return Bytes(bytes);
}

Result<NodeCpuTimes> node::cpuTimes(const ConnectHandle &connection)
{
    const Call call("virNodeGetCPUStats");
    const auto values = fields<virNodeCPUStats>(call, [&](virNodeCPUStats *into, int *count) {
        return virNodeGetCPUStats(connection.get(), VIR_NODE_CPU_STATS_ALL_CPUS, into, count, 0);
    });
    if (!values)
        return failure(values.error());
    NodeCpuTimes times;
    for (const auto &value : *values) {
        if (!std::strcmp(value.field, VIR_NODE_CPU_STATS_USER))
            times.user = value.value;
        else if (!std::strcmp(value.field, VIR_NODE_CPU_STATS_KERNEL))
            times.system = value.value;
        else if (!std::strcmp(value.field, VIR_NODE_CPU_STATS_IDLE))
            times.idle = value.value;
        else if (!std::strcmp(value.field, VIR_NODE_CPU_STATS_IOWAIT))
            times.ioWait = value.value;
    }
    return times;
}

Result<NodeMemory> node::memory(const ConnectHandle &connection)
{
    const Call call("virNodeGetMemoryStats");
    const auto values = fields<virNodeMemoryStats>(call, [&](virNodeMemoryStats *into, int *count) {
        return virNodeGetMemoryStats(connection.get(), VIR_NODE_MEMORY_STATS_ALL_CELLS, into, count, 0);
    });
    if (!values)
        return failure(values.error());
    NodeMemory memory;
    for (const auto &value : *values) {
        if (!std::strcmp(value.field, VIR_NODE_MEMORY_STATS_TOTAL))
            memory.total = Bytes::kib(value.value);
        else if (!std::strcmp(value.field, VIR_NODE_MEMORY_STATS_FREE))
            memory.free = Bytes::kib(value.value);
        else if (!std::strcmp(value.field, VIR_NODE_MEMORY_STATS_BUFFERS))
            memory.buffers = Bytes::kib(value.value);
        else if (!std::strcmp(value.field, VIR_NODE_MEMORY_STATS_CACHED))
            memory.cached = Bytes::kib(value.value);
    }
    return memory;
}
