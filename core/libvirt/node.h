// SPDX-License-Identifier: GPL-3.0-or-later
// The computer under a hypervisor: what it has and how busy it is. Every function blocks: call it on a lane.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"

struct NodeInfo {
    QString cpuModel;     ///< libvirt's word for the architecture: "x86_64"
    Bytes memory;
    int cpuThreads = 0;   ///< in all
    int cpuMhz = 0;
    int numaNodes = 0;
    int sockets = 0;      ///< per NUMA node
    int cores = 0;        ///< per socket
    int threads = 0;      ///< per core
};

/// Time spent since the host started, over all processors, in nanoseconds.
struct NodeCpuTimes {
    quint64 user = 0;
    quint64 system = 0;
    quint64 idle = 0;
    quint64 ioWait = 0;

    quint64 busy() const { return user + system; }
    quint64 all() const { return user + system + idle + ioWait; }
};

struct NodeMemory {
    Bytes total;
    Bytes free;
    Bytes buffers;
    Bytes cached;

    /// What programs hold: caches do not count.
    Bytes used() const { return total - available(); }
    /// What a new machine could have: the system gives its caches up.
    Bytes available() const { return free + buffers + cached; }
};

namespace node {
/// Two calls.
Result<NodeInfo> info(const ConnectHandle &connection);
Result<Bytes> freeMemory(const ConnectHandle &connection);
/// Unsupported with many drivers.
Result<NodeCpuTimes> cpuTimes(const ConnectHandle &connection);
/// Unsupported with many drivers.
Result<NodeMemory> memory(const ConnectHandle &connection);
} // namespace node
