// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinecolumns.h"

#include "core/hosts/host.h"
#include "core/machines/machine.h"
#include "core/machines/machinelist.h"
#include "ui/common/format.h"
#include "ui/common/statetext.h"
#include "ui/main/stategroup.h"

#include <QCoreApplication>

#include <limits>
#include <optional>

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(machinecolumns)
};

double sumOf(const std::optional<float> &a, const std::optional<float> &b)
{
    return a || b ? double(a.value_or(0)) + double(b.value_or(0)) : -1;
}

int rankOf(MachineState state)
{
    switch (groupOf(state)) {
    case StateGroup::Problem: return 0;
    case StateGroup::Running: return 1;
    case StateGroup::Changing: return 2;
    case StateGroup::Paused: return 3;
    case StateGroup::Saved: return 4;
    case StateGroup::Off: return 5;
    case StateGroup::Any: break;
    }
    return 6;
}

} // namespace

QString machinecolumns::title(int column)
{
    switch (column) {
    case MachineList::Name: return Words::tr("Name");
    case MachineList::HostName: return Words::tr("Host");
    case MachineList::State: return Words::tr("State");
    case MachineList::Processor: return Words::tr("Processor");
    case MachineList::Memory: return Words::tr("Memory");
    case MachineList::Disk: return Words::tr("Disk");
    case MachineList::Network: return Words::tr("Network");
    case MachineList::Address: return Words::tr("Address");
    case MachineList::System: return Words::tr("System");
    case MachineList::VCpus: return Words::tr("Virtual processors");
    case MachineList::Autostart: return Words::tr("Starts");
    case MachineList::RunningSince: return Words::tr("Running for");
    default: return {};
    }
}

QString machinecolumns::wordsOf(const Machine &machine, int column)
{
    const auto &facts = machine.facts();
    const auto *stats = isActive(machine.state()) ? machine.stats() : nullptr;
    switch (column) {
    case MachineList::Name: return facts.name;
    case MachineList::HostName: return machine.host().label();
    case MachineList::State: return statetext::of(machine.state());
    case MachineList::Processor: return stats && stats->last.processor ? format::percent(double(*stats->last.processor)) : QString();
    case MachineList::Memory:
        if (stats && stats->last.memoryUsed)
            return format::sizeOf(*stats->last.memoryUsed, stats->last.memoryTotal.value_or(facts.memory));
        return facts.memory.isZero() ? QString() : format::size(facts.memory);
    case MachineList::Disk: {
        const auto sum = stats ? sumOf(stats->last.diskRead, stats->last.diskWrite) : -1;
        return sum < 0 ? QString() : format::rate(sum);
    }
    case MachineList::Network: {
        const auto sum = stats ? sumOf(stats->last.netReceived, stats->last.netSent) : -1;
        return sum < 0 ? QString() : format::bitRate(sum);
    }
    case MachineList::Address: return facts.addresses.value(0);
    case MachineList::System: return facts.details ? facts.details->osName : QString();
    case MachineList::VCpus: return facts.vcpus > 0 ? QLocale().toString(facts.vcpus) : QString();
    case MachineList::Autostart: return facts.autostart ? Words::tr("With the host") : QString();
    case MachineList::RunningSince: return isActive(machine.state()) ? format::since(facts.runningSince) : QString();
    default: return {};
    }
}

bool machinecolumns::isMeasured(int column)
{
    return column >= MachineList::Processor && column <= MachineList::Network;
}

machinecolumns::SortValue machinecolumns::sortValueOf(const Machine &machine, int column)
{
    const auto &facts = machine.facts();
    const auto *stats = isActive(machine.state()) ? machine.stats() : nullptr;
    switch (column) {
    case MachineList::HostName: return {0, machine.host().label()};
    case MachineList::State: return {double(rankOf(machine.state()))};
    case MachineList::Processor: return {stats ? double(stats->last.processor.value_or(-1)) : -1};
    case MachineList::Memory:
        return {stats && stats->last.memoryUsed ? double(stats->last.memoryUsed->count()) : -1};
    case MachineList::Disk: return {stats ? sumOf(stats->last.diskRead, stats->last.diskWrite) : -1};
    case MachineList::Network: return {stats ? sumOf(stats->last.netReceived, stats->last.netSent) : -1};
    case MachineList::Address: return {0, facts.addresses.value(0)};
    case MachineList::System: return {0, facts.details ? facts.details->osName : QString()};
    case MachineList::VCpus: return {double(facts.vcpus)};
    case MachineList::Autostart: return {facts.autostart ? 0.0 : 1.0};
    case MachineList::RunningSince:
        return {facts.runningSince.isValid() ? double(facts.runningSince.toSecsSinceEpoch()) : std::numeric_limits<double>::max()};
    default: return {};
    }
}
