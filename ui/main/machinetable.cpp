// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinetable.h"

#include "ui/common/graph.h"
#include "ui/common/shades.h"
#include "ui/main/chosenmachines.h"
#include "ui/main/machinerows.h"
#include "ui/main/tabledelegate.h"
#include "ui/main/visiblerows.h"

#include "core/machines/machine.h"

#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace {

/// In average characters.
int widthOf(int column)
{
    switch (column) {
    case MachineList::Name: return 42;
    case MachineList::HostName: return 20;
    case MachineList::Processor: return 21;
    case MachineList::System: return 18;
    case MachineList::State: return 22;
    case MachineList::Memory:
    case MachineList::Address: return 19;
    default: return 15;
    }
}

} // namespace

MachineTable::MachineTable(MachineRows &rows, Settings &settings, const SettingsKey<QByteArray> *key, QWidget *parent)
    : QTreeView(parent), m_rows(rows), m_settings(settings), m_key(key), m_delegate(new TableDelegate(this))
{
    setModel(&rows);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Machines"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
    header()->setStretchLastSection(true);
    header()->setHighlightSections(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    const int character = fontMetrics().averageCharWidth();
    for (int column = 0; column < MachineList::ColumnCount; ++column)
        header()->resizeSection(column, widthOf(column) * character);
    for (const int column : {MachineList::Disk, MachineList::Network, MachineList::System, MachineList::VCpus, MachineList::Autostart, MachineList::RunningSince})
        setColumnHidden(column, true);
    header()->setSortIndicatorShown(true);
    header()->setSortIndicator(MachineList::Name, Qt::AscendingOrder);
    header()->setMinimumHeight(fontMetrics().height() + 14);
    if (m_key && !m_settings.get(*m_key).isEmpty())
        header()->restoreState(m_settings.get(*m_key));
    // Sorts at once and at every click.
    setSortingEnabled(true);
    connect(header(), &QWidget::customContextMenuRequested, this, &MachineTable::openHeaderMenu);
    connect(header(), &QHeaderView::sectionMoved, this, &MachineTable::saveHeader);
    connect(header(), &QHeaderView::sectionResized, this, &MachineTable::saveHeader);
    connect(header(), &QHeaderView::sortIndicatorChanged, this, &MachineTable::saveHeader);
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { Q_EMIT machineActivated(MachineRows::machineOf(index)); });
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (indexAt(at).isValid())
            Q_EMIT menuRequested(viewport()->mapToGlobal(at));
    });
    m_chosen = new ChosenMachines(this, rows);
    m_visible = new VisibleRows(this);
    connect(m_visible, &VisibleRows::settled, this, [](const QModelIndexList &indexes) {
        for (const auto &index : indexes)
            MachineRows::machineOf(index)->requestDetails();
    });
}

MachineTable::~MachineTable() = default;

void MachineTable::setColumns(const std::vector<int> &shown)
{
    for (int column = 0; column < MachineList::ColumnCount; ++column)
        setColumnHidden(column, std::find(shown.begin(), shown.end(), column) == shown.end());
}

QItemSelectionModel::SelectionFlags MachineTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    // The tick before the name adds to and takes from the selection.
    if (event && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease) && index.isValid()) {
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        if (index.column() == 0 && mouse->button() == Qt::LeftButton
            && TableDelegate::tickRect(layoutDirection(), visualRect(index)).contains(mouse->position().toPoint()))
            return event->type() == QEvent::MouseButtonPress ? QItemSelectionModel::Toggle | QItemSelectionModel::Rows : QItemSelectionModel::NoUpdate;
    }
    return QTreeView::selectionCommand(index, event);
}

void MachineTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // Samples come for all rows at once, again and again.
    if (topLeft.row() != bottomRight.row() && topLeft.column() == MachineList::Processor && bottomRight.column() == MachineList::Network)
        repaintSampled();
    else
        QTreeView::dataChanged(topLeft, bottomRight, roles);
}

void MachineTable::repaintSampled()
{
    const auto changed = m_visible->changed([this](const QModelIndex &index) -> VisibleRows::Look {
        const auto *machine = MachineRows::machineOf(index);
        if (!machine || !isActive(machine->state()) || !machine->stats())
            return {};
        auto look = graph::look(machine->stats()->processor, 1, TableDelegate::sparkPoints);
        for (int column = MachineList::Processor; column <= MachineList::Network; ++column) {
            if (!isColumnHidden(column))
                look = qHash(index.siblingAtColumn(column).data().toString(), look);
        }
        return {machine, look};
    });
    for (const auto &index : changed) {
        for (int column = MachineList::Processor; column <= MachineList::Network; ++column) {
            if (!isColumnHidden(column))
                update(index.siblingAtColumn(column));
        }
    }
}

void MachineTable::paintEvent(QPaintEvent *event)
{
    m_delegate->exposure.set(event->region());
    QTreeView::paintEvent(event);
    m_delegate->exposure.set({});
}

void MachineTable::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (selectionModel()->isRowSelected(index.row(), {}))
        painter->fillRect(option.rect, shades::selection(palette()));
    QTreeView::drawRow(painter, option, index);
    painter->fillRect(QRect(0, option.rect.bottom(), viewport()->width(), 1), shades::line(palette()));
}

void MachineTable::openHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < MachineList::ColumnCount; ++column) {
        auto *entry = menu->addAction(m_rows.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        entry->setCheckable(true);
        entry->setChecked(!isColumnHidden(column));
        connect(entry, &QAction::toggled, this, [this, column](bool shown) {
            setColumnHidden(column, !shown);
            if (shown && columnWidth(column) < 40)
                setColumnWidth(column, widthOf(column) * fontMetrics().averageCharWidth());
            saveHeader();
        });
    }
    menu->popup(header()->viewport()->mapToGlobal(position));
}

void MachineTable::saveHeader() const
{
    if (m_key)
        m_settings.set(*m_key, header()->saveState());
}
