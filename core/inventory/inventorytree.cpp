// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/inventorytree.h"

#include "core/hosts/hostlist.h"
#include "core/machines/machine.h"

#include <algorithm>

// A machine's index carries its branch; a host's carries nothing.
struct InventoryTree::Branch {
    Host *host = nullptr;
    int row = 0;
    std::vector<Machine *> machines;
};

namespace {
// Beyond this many separate removals in one host, laying out once is cheaper for every view.
constexpr qsizetype mostRemovals = 64;
} // namespace

InventoryTree::InventoryTree(HostList &hosts, QObject *parent) : QAbstractItemModel(parent), m_hosts(hosts)
{
    for (int row = 0; row < m_hosts.rowCount(); ++row)
        addHost(m_hosts.at(row), row);
    connect(&m_hosts, &HostList::hostAdded, this, [this](Host *host) { addHost(host, m_hosts.rowOf(host)); });
    connect(&m_hosts, &HostList::hostAboutToBeRemoved, this, &InventoryTree::removeHost);
    connect(&m_hosts, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int to) { moveHost(from, to); });
}

InventoryTree::~InventoryTree() = default;

void InventoryTree::addHost(Host *host, int row)
{
    row = std::clamp(row, 0, int(m_branches.size()));
    beginInsertRows({}, row, row);
    auto branch = std::make_unique<Branch>();
    branch->host = host;
    branch->machines = host->machines();
    for (int i = 0; i < int(branch->machines.size()); ++i)
        m_rows.insert(branch->machines[size_t(i)], i);
    m_branches.insert(m_branches.begin() + row, std::move(branch));
    renumber();
    endInsertRows();

    connect(host, &Host::changed, this, [this, host] { touch(indexOf(host)); });
    connect(host, &Host::machineChanged, this, [this](Machine *machine) { touch(indexOf(machine)); });
    connect(host, &Host::machinesAdded, this, [this, host](const auto &machines) { addMachines(host, machines); });
    connect(host, &Host::machinesAboutToBeRemoved, this,
            [this, host](const auto &machines) { removeMachines(host, machines); });
}

void InventoryTree::removeHost(Host *host)
{
    auto *branch = branchOf(host);
    if (!branch)
        return;
    disconnect(host, nullptr, this, nullptr);
    beginRemoveRows({}, branch->row, branch->row);
    for (const auto *machine : branch->machines)
        m_rows.remove(machine);
    m_branches.erase(m_branches.begin() + branch->row);
    renumber();
    endRemoveRows();
}

void InventoryTree::moveHost(int from, int to)
{
    // `to` is the row before which it goes, as the moving model counts.
    if (!beginMoveRows({}, from, from, {}, to))
        return;
    auto branch = std::move(m_branches[size_t(from)]);
    m_branches.erase(m_branches.begin() + from);
    m_branches.insert(m_branches.begin() + (to > from ? to - 1 : to), std::move(branch));
    renumber();
    endMoveRows();
}

void InventoryTree::addMachines(Host *host, const std::vector<Machine *> &machines)
{
    auto *branch = branchOf(host);
    if (!branch || machines.empty())
        return;
    const int first = int(branch->machines.size());
    beginInsertRows(index(branch->row, 0), first, first + int(machines.size()) - 1);
    m_rows.reserve(m_rows.size() + qsizetype(machines.size()));
    for (auto *machine : machines) {
        m_rows.insert(machine, int(branch->machines.size()));
        branch->machines.push_back(machine);
    }
    endInsertRows();
}

void InventoryTree::removeMachines(Host *host, const std::vector<Machine *> &machines)
{
    auto *branch = branchOf(host);
    if (!branch || machines.empty())
        return;
    const auto parent = index(branch->row, 0);
    if (qsizetype(machines.size()) > mostRemovals) {
        beginRemoveRows(parent, 0, int(branch->machines.size()) - 1);
        auto rest = std::move(branch->machines);
        branch->machines.clear();
        for (const auto *machine : rest)
            m_rows.remove(machine);
        endRemoveRows();
        const QSet<const Machine *> gone(machines.begin(), machines.end());
        std::erase_if(rest, [&gone](const Machine *machine) { return gone.contains(machine); });
        addMachines(host, rest);
        return;
    }
    for (const auto *machine : machines) {
        const int row = m_rows.value(machine, -1);
        if (row < 0)
            continue;
        beginRemoveRows(parent, row, row);
        m_rows.remove(machine);
        branch->machines.erase(branch->machines.begin() + row);
        for (int i = row; i < int(branch->machines.size()); ++i)
            m_rows[branch->machines[size_t(i)]] = i;
        endRemoveRows();
    }
}

void InventoryTree::touch(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT dataChanged(index, index);
}

InventoryTree::Branch *InventoryTree::branchOf(const Host *host) const
{
    const auto it = std::find_if(m_branches.begin(), m_branches.end(), [host](const auto &b) { return b->host == host; });
    return it == m_branches.end() ? nullptr : it->get();
}

void InventoryTree::renumber()
{
    for (int row = 0; row < int(m_branches.size()); ++row)
        m_branches[size_t(row)]->row = row;
}

QModelIndex InventoryTree::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, 0);
    return createIndex(row, 0, m_branches[size_t(parent.row())].get());
}

QModelIndex InventoryTree::parent(const QModelIndex &child) const
{
    const auto *branch = static_cast<const Branch *>(child.constInternalPointer());
    return child.isValid() && branch ? createIndex(branch->row, 0) : QModelIndex();
}

int InventoryTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_branches.size());
    if (parent.internalPointer() || parent.column() != 0)
        return 0;
    return int(m_branches[size_t(parent.row())]->machines.size());
}

int InventoryTree::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant InventoryTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    auto *machine = machineAt(index);
    switch (role) {
    case HostRole:
        return QVariant::fromValue(hostAt(index));
    case MachineRole:
        return QVariant::fromValue(machine);
    case Qt::DisplayRole:
        return machine ? machine->name() : hostAt(index)->label();
    default:
        return {};
    }
}

QHash<int, QByteArray> InventoryTree::roleNames() const
{
    return {{Qt::DisplayRole, QByteArrayLiteral("display")},
            {HostRole, QByteArrayLiteral("host")},
            {MachineRole, QByteArrayLiteral("machine")}};
}

QModelIndex InventoryTree::indexOf(const Host *host) const
{
    const auto *branch = branchOf(host);
    return branch ? index(branch->row, 0) : QModelIndex();
}

QModelIndex InventoryTree::indexOf(const Machine *machine) const
{
    const int row = m_rows.value(machine, -1);
    return row < 0 ? QModelIndex() : index(row, 0, indexOf(&machine->host()));
}

Host *InventoryTree::hostAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto *branch = static_cast<const Branch *>(index.constInternalPointer());
    return branch ? branch->host : m_branches[size_t(index.row())]->host;
}

Machine *InventoryTree::machineAt(const QModelIndex &index) const
{
    const auto *branch = index.isValid() ? static_cast<const Branch *>(index.constInternalPointer()) : nullptr;
    return branch ? branch->machines[size_t(index.row())] : nullptr;
}
