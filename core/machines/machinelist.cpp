// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/machinelist.h"

#include "core/hosts/host.h"
#include "core/machines/machine.h"

#include <algorithm>
#include <utility>

namespace {

// Beyond this many separate stretches of rows, one reset costs every view less than the many removals.
constexpr std::size_t mostStretches = 16;

using Stretch = std::pair<int, int>; ///< first and last row

std::vector<Stretch> stretchesOf(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    std::vector<Stretch> stretches;
    for (const int row : rows) {
        if (!stretches.empty() && row <= stretches.back().second + 1)
            stretches.back().second = row;
        else
            stretches.emplace_back(row, row);
    }
    return stretches;
}

template<class T>
QVariant optionalSum(const std::optional<T> &a, const std::optional<T> &b)
{
    if (!a && !b)
        return {};
    return QVariant::fromValue(a.value_or(T()) + b.value_or(T()));
}

QVariant measured(const Machine &machine, MachineList::Column column)
{
    const auto *stats = machine.stats();
    if (!stats || !isActive(machine.state()))
        return {};
    const auto &last = stats->last;
    switch (column) {
    case MachineList::Processor:
        return last.processor ? QVariant(*last.processor) : QVariant();
    case MachineList::Memory:
        return last.memoryUsed ? QVariant(last.memoryUsed->count()) : QVariant();
    case MachineList::Disk:
        return optionalSum(last.diskRead, last.diskWrite);
    case MachineList::Network:
        return optionalSum(last.netReceived, last.netSent);
    default:
        return {};
    }
}

QVariant valueOf(const Machine &machine, MachineList::Column column)
{
    const auto &facts = machine.facts();
    switch (column) {
    case MachineList::Name:
        return facts.name;
    case MachineList::HostName:
        return machine.host().label();
    case MachineList::State:
        return int(machine.state());
    case MachineList::Processor:
    case MachineList::Memory:
    case MachineList::Disk:
    case MachineList::Network:
        return measured(machine, column);
    case MachineList::Address:
        return facts.addresses.isEmpty() ? QVariant() : facts.addresses.first();
    case MachineList::System:
        return facts.details ? facts.details->osName : QString();
    case MachineList::VCpus:
        return facts.vcpus;
    case MachineList::Autostart:
        return facts.autostart;
    case MachineList::RunningSince:
        return facts.runningSince;
    case MachineList::ColumnCount:
        break;
    }
    return {};
}

} // namespace

MachineList::MachineList(QObject *parent) : QAbstractTableModel(parent) {}

int MachineList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_machines.size());
}

int MachineList::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MachineList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    auto *machine = m_machines[size_t(index.row())];
    switch (role) {
    case MachineRole:
        return QVariant::fromValue(machine);
    case ValueRole:
        return valueOf(*machine, Column(index.column()));
    case Qt::DisplayRole:
        // Names need no wording.
        return index.column() == Name ? QVariant(machine->name()) : QVariant();
    default:
        return {};
    }
}

QHash<int, QByteArray> MachineList::roleNames() const
{
    return {{Qt::DisplayRole, QByteArrayLiteral("display")},
            {MachineRole, QByteArrayLiteral("machine")},
            {ValueRole, QByteArrayLiteral("value")}};
}

Machine *MachineList::at(int row) const
{
    return row >= 0 && row < rowCount() ? m_machines[size_t(row)] : nullptr;
}

int MachineList::rowOf(const Machine *machine) const
{
    return m_rows.value(machine, -1);
}

void MachineList::add(const std::vector<Machine *> &machines)
{
    if (machines.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(machines.size()) - 1);
    m_machines.insert(m_machines.end(), machines.begin(), machines.end());
    m_rows.reserve(qsizetype(m_machines.size()));
    for (int row = first; row < rowCount(); ++row)
        m_rows.insert(m_machines[size_t(row)], row);
    endInsertRows();
}

void MachineList::remove(const std::vector<Machine *> &machines)
{
    std::vector<int> rows;
    rows.reserve(machines.size());
    for (const auto *machine : machines) {
        if (const int row = rowOf(machine); row >= 0)
            rows.push_back(row);
    }
    const auto stretches = stretchesOf(std::move(rows));
    const bool reset = stretches.size() > mostStretches;
    if (reset)
        beginResetModel();
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        const auto [first, last] = *stretch;
        if (!reset)
            beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_rows.remove(m_machines[size_t(row)]);
        m_machines.erase(m_machines.begin() + first, m_machines.begin() + last + 1);
        if (!reset) {
            for (int row = first; row < rowCount(); ++row)
                m_rows[m_machines[size_t(row)]] = row;
            endRemoveRows();
        }
    }
    if (reset) {
        for (int row = 0; row < rowCount(); ++row)
            m_rows[m_machines[size_t(row)]] = row;
        endResetModel();
    }
}

void MachineList::noteChanged(Machine *machine)
{
    if (const int row = rowOf(machine); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void MachineList::noteSampled(const std::vector<Machine *> &machines)
{
    std::vector<int> rows;
    rows.reserve(machines.size());
    for (const auto *machine : machines) {
        if (const int row = rowOf(machine); row >= 0)
            rows.push_back(row);
    }
    for (const auto &[first, last] : stretchesOf(std::move(rows)))
        Q_EMIT dataChanged(index(first, Processor), index(last, Network));
}
