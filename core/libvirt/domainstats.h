// SPDX-License-Identifier: GPL-3.0-or-later
// Raw counters of all running machines of a host, by one bulk call. Blocks: use it on a lane.
// https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetAllDomainStats
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"
#include "core/machines/machinestate.h"

#include <QFlags>
#include <QHash>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

enum class StatsGroup { Processor = 1, Memory = 2, Vcpus = 4, Disk = 8, Network = 16 };
Q_DECLARE_FLAGS(StatsGroups, StatsGroup)
Q_DECLARE_OPERATORS_FOR_FLAGS(StatsGroups)

/// Counters since the machine started, summed over its devices; a field is missing where it is not told.
struct DomainCounters {
    QUuid uuid;
    MachineState state = MachineState::Unknown;
    int reason = 0;
    std::optional<quint64> cpuTime;        ///< nanoseconds over all processors
    std::optional<int> vcpus;              ///< present now
    std::optional<Bytes> balloon;          ///< memory that the guest has now
    std::optional<Bytes> guestAvailable;   ///< what the guest sees as its memory
    std::optional<Bytes> guestUnused;      ///< untouched by the guest
    std::optional<Bytes> guestUsable;      ///< what the guest could still give to programs
    std::optional<Bytes> resident;         ///< what it takes on the host
    std::optional<quint64> diskRead;       ///< bytes
    std::optional<quint64> diskWritten;    ///< bytes
    std::optional<quint64> diskRequests;   ///< reads and writes
    std::optional<quint64> netReceived;    ///< bytes
    std::optional<quint64> netSent;        ///< bytes
};

struct StatsReport {
    qint64 atMs = 0; ///< monotonic milliseconds when the counters were read
    bool bulk = true; ///< false: the driver has no bulk call, and each machine costs several
    std::vector<DomainCounters> domains;
};

/// Remembers between ticks what a driver lacks and which devices a machine has. Not for two threads at once:
/// keep it on one lane. Make one per connection.
class DomainStatsReader final {
public:
    enum class Way {
        Bulk,        ///< until the driver turns out not to have it
        EachMachine, ///< what drivers without bulk statistics end up with
    };
    explicit DomainStatsReader(Way way = Way::Bulk) : m_way(way) {}

    /// Does not wait for machines that are busy: those answer with less.
    Result<StatsReport> read(const ConnectHandle &connection, StatsGroups groups);

private:
    struct Devices {
        int id = -1; ///< of the run that they were read for
        QStringList disks;
        QStringList interfaces;
    };
    Result<StatsReport> readBulk(const ConnectHandle &connection, StatsGroups groups);
    Result<StatsReport> readEach(const ConnectHandle &connection, StatsGroups groups);
    DomainCounters countersOf(const DomainHandle &domain, StatsGroups groups);
    const Devices &devicesOf(const DomainHandle &domain);

    Way m_way;
    bool m_noWait = true;
    QHash<QUuid, Devices> m_devices;
};
