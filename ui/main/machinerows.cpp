// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinerows.h"

#include "core/hosts/host.h"
#include "core/machines/machine.h"
#include "ui/common/foreignwords.h"
#include "ui/common/statetext.h"
#include "ui/main/machinecolumns.h"

#include <algorithm>
#include <iterator>

namespace {

// Up to here rows are put in one by one; beyond, one reset is cheaper for the views.
constexpr int fewRows = 32;

} // namespace

/// What a machine is sorted by, taken once and not at each comparison.
struct MachineRows::Item {
    machinecolumns::SortValue value;
    Machine *machine = nullptr;
    const MachineNames::Key *name = nullptr; ///< where many are compared, looked up once
};

MachineRows::MachineRows(MachineList &source, QObject *parent) : QAbstractTableModel(parent), m_source(source)
{
    m_samples.setSingleShot(true);
    m_samples.setInterval(0);
    connect(&m_samples, &QTimer::timeout, this, &MachineRows::flushSamples);
    // Rows that change places with every sample cannot be read or clicked.
    m_reorder.setSingleShot(true);
    m_reorder.setInterval(4000);
    connect(&m_reorder, &QTimer::timeout, this, &MachineRows::reorder);
    connect(&m_source, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { takeInserted(first, last); });
    connect(&m_source, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { takeRemoved(first, last); });
    connect(&m_source, &QAbstractItemModel::dataChanged, this, &MachineRows::takeChanged);
    connect(&m_source, &QAbstractItemModel::modelReset, this, [this] {
        m_sorted.clear();
        rebuild();
    });
    rebuild();
}

int MachineRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int MachineRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(MachineList::ColumnCount);
}

QVariant MachineRows::data(const QModelIndex &index, int role) const
{
    auto *machine = at(index.row());
    if (!machine || !index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return machinecolumns::wordsOf(*machine, index.column());
    case Qt::AccessibleDescriptionRole:
        if (index.column() == MachineList::Name)
            return tr("%1, %2").arg(statetext::of(machine->state()), machine->host().label());
        return headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return foreignwords::tip(index.column() == MachineList::Address ? machine->facts().addresses.join(QLatin1Char('\n'))
                                                                        : machinecolumns::wordsOf(*machine, index.column()));
    case MachineList::MachineRole: return QVariant::fromValue(machine);
    default: return {};
    }
}

QVariant MachineRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return machinecolumns::title(section);
}

Machine *MachineRows::at(int row) const
{
    return row >= 0 && row < rowCount() ? m_shown[size_t(row)] : nullptr;
}

int MachineRows::rowOf(const Machine *machine) const
{
    if (m_rows.isEmpty() && !m_shown.empty()) {
        m_rows.reserve(qsizetype(m_shown.size()));
        for (int row = 0; row < rowCount(); ++row)
            m_rows.insert(m_shown[size_t(row)], row);
    }
    return m_rows.value(machine, -1);
}

Machine *MachineRows::machineOf(const QModelIndex &index)
{
    return index.data(MachineList::MachineRole).value<Machine *>();
}

void MachineRows::setText(const QString &text)
{
    const auto folded = text.trimmed().toCaseFolded();
    if (folded == m_text)
        return;
    m_text = folded;
    rebuild();
}

void MachineRows::setGroup(StateGroup group)
{
    if (group == m_group)
        return;
    m_group = group;
    rebuild();
}

void MachineRows::setHost(const Host *host)
{
    if (host == m_host)
        return;
    m_host = host;
    rebuild();
}

void MachineRows::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || (column == m_sortColumn && order == m_sortOrder))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    m_sorted.clear();
    reorder();
}

MachineRows::Item MachineRows::itemOf(Machine *machine) const
{
    return {machinecolumns::sortValueOf(*machine, m_sortColumn), machine};
}

bool MachineRows::before(const Item &a, const Item &b) const
{
    const bool up = m_sortOrder == Qt::AscendingOrder;
    if (a.value.number != b.value.number)
        return up ? a.value.number < b.value.number : b.value.number < a.value.number;
    if (const int order = a.value.text.compare(b.value.text, Qt::CaseInsensitive); order != 0)
        return up ? order < 0 : order > 0;
    // Among equals names go upwards, unless the name itself is the order.
    const bool forward = up || m_sortColumn != MachineList::Name;
    const auto &first = forward ? a : b;
    const auto &second = forward ? b : a;
    if (!first.name || !second.name)
        return m_names.less(first.machine, second.machine);
    const int order = first.name->sort->compare(*second.name->sort);
    return order != 0 ? order < 0 : first.machine->uuid() < second.machine->uuid();
}

bool MachineRows::accepts(Machine *machine) const
{
    return (!m_host || &machine->host() == m_host) && (m_group == StateGroup::Any || groupOf(machine->state()) == m_group)
           && (m_text.isEmpty() || m_names.of(machine).folded.contains(m_text));
}

const std::vector<Machine *> &MachineRows::sorted() const
{
    if (m_sorted.empty()) {
        m_sorted.reserve(size_t(m_source.rowCount()));
        for (int row = 0; row < m_source.rowCount(); ++row)
            m_sorted.push_back(m_source.at(row));
        arrange(m_sorted);
    }
    return m_sorted;
}

void MachineRows::arrange(std::vector<Machine *> &machines) const
{
    std::vector<Item> items;
    items.reserve(machines.size());
    for (auto *machine : machines) {
        items.push_back(itemOf(machine));
        m_names.of(machine);
    }
    // All are known now, so that none moves any more.
    for (auto &item : items)
        item.name = &m_names.of(item.machine);
    std::sort(items.begin(), items.end(), [this](const Item &a, const Item &b) { return before(a, b); });
    std::transform(items.begin(), items.end(), machines.begin(), [](const Item &item) { return item.machine; });
}

void MachineRows::rebuild()
{
    std::vector<Machine *> machines;
    std::copy_if(sorted().begin(), sorted().end(), std::back_inserter(machines), [this](Machine *machine) { return accepts(machine); });
    if (machines == m_shown)
        return;
    beginResetModel();
    m_shown = std::move(machines);
    m_rows.clear();
    endResetModel();
}

void MachineRows::reorder()
{
    auto machines = m_shown;
    arrange(machines);
    if (machines == m_shown)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto old = persistentIndexList();
    std::vector<Machine *> held;
    for (const auto &index : old)
        held.push_back(at(index.row()));
    m_shown = std::move(machines);
    m_rows.clear();
    QModelIndexList moved;
    for (qsizetype i = 0; i < old.size(); ++i)
        moved << index(rowOf(held[size_t(i)]), old[i].column());
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void MachineRows::insert(Machine *machine)
{
    const auto item = itemOf(machine);
    const auto place = std::lower_bound(m_shown.begin(), m_shown.end(), item,
                                        [this](Machine *present, const Item &added) { return before(itemOf(present), added); });
    const int row = int(place - m_shown.begin());
    beginInsertRows({}, row, row);
    m_shown.insert(place, machine);
    m_rows.clear();
    endInsertRows();
}

void MachineRows::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_shown.erase(m_shown.begin() + row);
    m_rows.clear();
    endRemoveRows();
}

void MachineRows::takeInserted(int first, int last)
{
    m_sorted.clear();
    if (last - first >= fewRows) {
        rebuild();
        return;
    }
    for (int row = first; row <= last; ++row) {
        if (auto *machine = m_source.at(row); accepts(machine))
            insert(machine);
    }
}

void MachineRows::takeRemoved(int first, int last)
{
    m_sorted.clear();
    const bool many = last - first >= fewRows;
    QHash<const Machine *, bool> gone;
    for (int row = first; row <= last; ++row) {
        auto *machine = m_source.at(row);
        m_names.forget(machine);
        if (many)
            gone.insert(machine, true);
        else if (const int shown = rowOf(machine); shown >= 0)
            removeRow(shown);
    }
    if (!many)
        return;
    beginResetModel();
    std::erase_if(m_shown, [&gone](const Machine *machine) { return gone.contains(machine); });
    m_rows.clear();
    endResetModel();
}

void MachineRows::takeChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const bool sample = machinecolumns::isMeasured(topLeft.column()) && machinecolumns::isMeasured(bottomRight.column());
    if (sample) {
        if (!m_samples.isActive())
            m_samples.start();
        return;
    }
    m_sorted.clear();
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row)
        reconsider(m_source.at(row));
}

void MachineRows::reconsider(Machine *machine)
{
    const int row = rowOf(machine);
    const bool accepted = accepts(machine);
    if (row < 0) {
        if (accepted)
            insert(machine);
        return;
    }
    if (!accepted) {
        removeRow(row);
        return;
    }
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    if (machinecolumns::isMeasured(m_sortColumn))
        return;
    const auto item = itemOf(machine);
    const bool inPlace = (row == 0 || !before(item, itemOf(at(row - 1)))) && (row + 1 >= rowCount() || !before(itemOf(at(row + 1)), item));
    if (!inPlace)
        reorder();
}

void MachineRows::flushSamples()
{
    if (machinecolumns::isMeasured(m_sortColumn))
        m_sorted.clear();
    if (m_shown.empty())
        return;
    Q_EMIT dataChanged(index(0, MachineList::Processor), index(rowCount() - 1, MachineList::Network));
    if (machinecolumns::isMeasured(m_sortColumn) && !m_reorder.isActive())
        m_reorder.start();
}
