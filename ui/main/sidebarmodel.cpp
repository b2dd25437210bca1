// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/sidebarmodel.h"

#include "core/hosts/host.h"
#include "core/inventory/inventorytree.h"
#include "core/machines/machine.h"
#include "ui/common/foreignwords.h"
#include "ui/common/format.h"
#include "ui/common/statetext.h"
#include "ui/hosts/hostline.h"

#include <algorithm>

// A machine's index carries its branch; the rows above carry nothing.
struct SidebarModel::Branch {
    Host *host = nullptr;
    std::vector<Machine *> machines; ///< the shown ones, sorted
    std::vector<Machine *> sorted;   ///< all of them; emptied by whatever may change the order
};

namespace {
constexpr int fewRows = 32;

QString machineDetail(const Machine &machine)
{
    const auto state = statetext::of(machine.state());
    if (machine.state() == MachineState::Running && machine.facts().runningSince.isValid())
        return SidebarModel::tr("%1 · %2").arg(state, format::since(machine.facts().runningSince));
    return state;
}
} // namespace

SidebarModel::SidebarModel(InventoryTree &source, QObject *parent) : QAbstractItemModel(parent), m_source(source)
{
    connect(&m_source, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &at, int first, int last) {
        at.isValid() ? takeMachines(m_source.hostAt(at), first, last) : adopt(first, last);
    });
    connect(&m_source, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex &at, int first, int last) {
        at.isValid() ? dropMachines(m_source.hostAt(at), first, last) : dropHosts(first, last);
    });
    connect(&m_source, &QAbstractItemModel::rowsMoved, this, &SidebarModel::rebuild);
    connect(&m_source, &QAbstractItemModel::modelReset, this, &SidebarModel::rebuild);
    connect(&m_source, &QAbstractItemModel::dataChanged, this, &SidebarModel::takeChanged);
    rebuild();
}

SidebarModel::~SidebarModel() = default;

QModelIndex SidebarModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, parent.isValid() ? m_shown[size_t(parent.row() - 1)] : nullptr);
}

QModelIndex SidebarModel::parent(const QModelIndex &child) const
{
    const auto *branch = static_cast<const Branch *>(child.constInternalPointer());
    if (!child.isValid() || !branch)
        return {};
    const auto at = std::find(m_shown.begin(), m_shown.end(), branch);
    return at == m_shown.end() ? QModelIndex() : createIndex(int(at - m_shown.begin()) + 1, 0);
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.size()) + 1;
    if (parent.internalPointer() || parent.row() == 0)
        return 0;
    return int(m_shown[size_t(parent.row() - 1)]->machines.size());
}

int SidebarModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto *machine = machineAt(index);
    const auto *host = hostAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
        return machine ? machine->name() : host ? host->label() : tr("All machines");
    case DetailRole:
    case Qt::AccessibleDescriptionRole: {
        if (machine)
            return machineDetail(*machine);
        if (host)
            return hostline::brief(*host);
        int count = 0;
        for (const auto &branch : m_branches)
            count += int(branch->host->machines().size());
        return QLocale().toString(count);
    }
    case Qt::ToolTipRole:
        if (machine)
            return foreignwords::tip(machine->name() + QLatin1Char('\n') + machineDetail(*machine));
        return host ? QVariant(foreignwords::tip(host->label() + QLatin1Char('\n') + hostline::tooltip(*host))) : QVariant();
    case HostRole: return QVariant::fromValue(hostAt(index));
    case MachineRole: return QVariant::fromValue(machineAt(index));
    default: return {};
    }
}

bool SidebarModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto name = value.toString();
    if (role != Qt::EditRole || name.trimmed().isEmpty())
        return false;
    if (auto *machine = machineAt(index)) {
        // The hypervisor's event brings the new name to the screen.
        if (name != machine->name())
            machine->rename(name);
        return true;
    }
    if (auto *host = hostAt(index)) {
        host->setLabel(name.trimmed());
        return true;
    }
    return false;
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractItemModel::flags(index);
    const auto *machine = machineAt(index);
    if (machine ? bool(machine->may(MachineVerb::Rename)) : hostAt(index) != nullptr)
        flags |= Qt::ItemIsEditable;
    if (machine)
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QModelIndex SidebarModel::indexOf(const Host *host) const
{
    const auto at = std::find_if(m_shown.begin(), m_shown.end(), [host](const Branch *branch) { return branch->host == host; });
    return at == m_shown.end() ? QModelIndex() : createIndex(int(at - m_shown.begin()) + 1, 0);
}

QModelIndex SidebarModel::indexOf(const Machine *machine) const
{
    // A linear walk, of the one branch: rows are looked up on a person's choice and on single changes only.
    const auto above = machine ? indexOf(&machine->host()) : QModelIndex();
    if (!above.isValid())
        return {};
    auto *branch = m_shown[size_t(above.row() - 1)];
    const auto at = std::find(branch->machines.begin(), branch->machines.end(), machine);
    return at == branch->machines.end() ? QModelIndex() : createIndex(int(at - branch->machines.begin()), 0, branch);
}

Host *SidebarModel::hostAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (const auto *branch = static_cast<const Branch *>(index.constInternalPointer()))
        return branch->host;
    return index.row() == 0 ? nullptr : m_shown[size_t(index.row() - 1)]->host;
}

Machine *SidebarModel::machineAt(const QModelIndex &index) const
{
    const auto *branch = index.isValid() ? static_cast<const Branch *>(index.constInternalPointer()) : nullptr;
    return branch && index.row() < int(branch->machines.size()) ? branch->machines[size_t(index.row())] : nullptr;
}

void SidebarModel::setFilter(const QString &text)
{
    if (m_rule.setFilter(text))
        rebuild();
}

void SidebarModel::setOrder(Order order)
{
    if (!m_rule.setBy(order))
        return;
    for (const auto &branch : m_branches)
        branch->sorted.clear();
    rebuild();
}

bool SidebarModel::accepts(const Branch &branch, Machine *machine)
{
    return m_rule.names(machine) || m_rule.names(*branch.host);
}

bool SidebarModel::accepts(const Branch &branch) const
{
    return !branch.machines.empty() || m_rule.names(*branch.host);
}

void SidebarModel::show(Branch &branch)
{
    branch.machines.clear();
    if (branch.sorted.empty()) {
        // The source's rows, not the host's list: while machines go, the host still has them.
        const auto above = m_source.indexOf(branch.host);
        for (int row = 0; row < m_source.rowCount(above); ++row)
            branch.sorted.push_back(m_source.machineAt(m_source.index(row, 0, above)));
        m_rule.sort(branch.sorted);
    }
    const bool all = m_rule.names(*branch.host);
    for (auto *machine : branch.sorted) {
        if (all || m_rule.names(machine))
            branch.machines.push_back(machine);
    }
}

void SidebarModel::rebuild()
{
    beginResetModel();
    std::vector<std::unique_ptr<Branch>> branches;
    m_shown.clear();
    for (int row = 0; row < m_source.rowCount(); ++row) {
        auto branch = std::make_unique<Branch>();
        branch->host = m_source.hostAt(m_source.index(row, 0));
        if (auto *known = branchOf(branch->host))
            branch->sorted = std::move(known->sorted);
        show(*branch);
        if (accepts(*branch))
            m_shown.push_back(branch.get());
        branches.push_back(std::move(branch));
    }
    m_branches = std::move(branches);
    endResetModel();
}

void SidebarModel::adopt(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        auto branch = std::make_unique<Branch>();
        branch->host = m_source.hostAt(m_source.index(row, 0));
        show(*branch);
        auto *added = branch.get();
        m_branches.insert(m_branches.begin() + row, std::move(branch));
        if (!accepts(*added))
            continue;
        const auto place = std::count_if(m_branches.begin(), m_branches.begin() + row, [this](const auto &b) {
            return std::find(m_shown.begin(), m_shown.end(), b.get()) != m_shown.end();
        });
        beginInsertRows({}, int(place) + 1, int(place) + 1);
        m_shown.insert(m_shown.begin() + place, added);
        endInsertRows();
    }
    touch(allMachines());
}

void SidebarModel::dropHosts(int first, int last)
{
    for (int row = last; row >= first; --row) {
        auto *branch = m_branches[size_t(row)].get();
        const auto at = std::find(m_shown.begin(), m_shown.end(), branch);
        if (at != m_shown.end()) {
            const int shown = int(at - m_shown.begin()) + 1;
            beginRemoveRows({}, shown, shown);
            m_shown.erase(at);
            endRemoveRows();
        }
        m_branches.erase(m_branches.begin() + row);
    }
    touch(allMachines());
}

void SidebarModel::takeMachines(Host *host, int first, int last)
{
    auto *branch = branchOf(host);
    if (!branch)
        return;
    branch->sorted.clear();
    const auto above = m_source.indexOf(host);
    const auto shown = indexOf(host);
    // The first list of a host comes at once and in one piece.
    if (shown.isValid() && branch->machines.empty()) {
        std::vector<Machine *> arrived;
        for (int row = first; row <= last; ++row) {
            if (auto *machine = m_source.machineAt(m_source.index(row, 0, above)); accepts(*branch, machine))
                arrived.push_back(machine);
        }
        if (!arrived.empty()) {
            m_rule.sort(arrived);
            beginInsertRows(shown, 0, int(arrived.size()) - 1);
            branch->machines = std::move(arrived);
            endInsertRows();
        }
    } else if (!shown.isValid() || last - first >= fewRows) {
        rebuild();
    } else {
        for (int row = first; row <= last; ++row) {
            if (auto *machine = m_source.machineAt(m_source.index(row, 0, above)); accepts(*branch, machine))
                insert(*branch, machine);
        }
    }
    touch(indexOf(host));
    touch(allMachines());
}

void SidebarModel::dropMachines(Host *host, int first, int last)
{
    auto *branch = branchOf(host);
    if (!branch)
        return;
    branch->sorted.clear();
    const auto source = m_source.indexOf(host);
    const auto above = indexOf(host);
    for (int row = last; row >= first; --row)
        m_rule.forget(m_source.machineAt(m_source.index(row, 0, source)));
    if (last - first + 1 >= m_source.rowCount(source)) {
        if (above.isValid() && !branch->machines.empty()) {
            beginRemoveRows(above, 0, int(branch->machines.size()) - 1);
            branch->machines.clear();
            endRemoveRows();
        }
        branch->machines.clear();
    } else {
        for (int row = last; row >= first; --row) {
            const auto *machine = m_source.machineAt(m_source.index(row, 0, source));
            const auto at = std::find(branch->machines.begin(), branch->machines.end(), machine);
            if (at == branch->machines.end())
                continue;
            const int shown = int(at - branch->machines.begin());
            beginRemoveRows(above, shown, shown);
            branch->machines.erase(at);
            endRemoveRows();
        }
    }
    touch(above);
    touch(allMachines());
}

void SidebarModel::insert(Branch &branch, Machine *machine)
{
    const auto above = indexOf(branch.host);
    const auto place = m_rule.placeIn(branch.machines, machine);
    const int row = int(place - branch.machines.begin());
    if (!above.isValid())
        return;
    beginInsertRows(above, row, row);
    branch.machines.insert(place, machine);
    endInsertRows();
}

void SidebarModel::takeChanged(const QModelIndex &index)
{
    auto *host = m_source.hostAt(index);
    auto *machine = m_source.machineAt(index);
    auto *branch = branchOf(host);
    if (!branch)
        return;
    if (!machine) {
        touch(indexOf(host));
        return;
    }
    branch->sorted.clear();
    reconsider(*branch, machine);
    touch(indexOf(host));
}

void SidebarModel::reconsider(Branch &branch, Machine *machine)
{
    const auto at = std::find(branch.machines.begin(), branch.machines.end(), machine);
    const bool accepted = accepts(branch, machine);
    if (at == branch.machines.end()) {
        if (accepted && indexOf(branch.host).isValid())
            insert(branch, machine);
        else if (accepted)
            rebuild();
        return;
    }
    const auto above = indexOf(branch.host);
    const int row = int(at - branch.machines.begin());
    if (!accepted) {
        beginRemoveRows(above, row, row);
        branch.machines.erase(at);
        endRemoveRows();
        return;
    }
    touch(createIndex(row, 0, &branch));
    const bool late = at != branch.machines.begin() && m_rule.before(machine, *(at - 1));
    const bool early = at + 1 != branch.machines.end() && m_rule.before(*(at + 1), machine);
    if (!late && !early)
        return;
    // Where it belongs among the others, without itself.
    auto others = branch.machines;
    others.erase(others.begin() + row);
    const auto place = m_rule.placeIn(others, machine);
    const int target = int(place - others.begin());
    if (target == row || !beginMoveRows(above, row, row, above, target > row ? target + 1 : target))
        return;
    others.insert(place, machine);
    branch.machines = std::move(others);
    endMoveRows();
}

void SidebarModel::touch(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT dataChanged(index, index);
}

SidebarModel::Branch *SidebarModel::branchOf(const Host *host) const
{
    const auto at = std::find_if(m_branches.begin(), m_branches.end(), [host](const auto &branch) { return branch->host == host; });
    return at == m_branches.end() ? nullptr : at->get();
}
