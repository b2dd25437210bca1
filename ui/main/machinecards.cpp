// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinecards.h"

#include "core/machines/machine.h"
#include "ui/common/graph.h"
#include "ui/main/carddelegate.h"
#include "ui/main/chosenmachines.h"
#include "ui/main/machinerows.h"
#include "ui/main/screenshotcache.h"
#include "ui/main/visiblerows.h"

#include <QPaintEvent>
#include <QStyle>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr int narrowest = 252;
constexpr auto pictureAge = 5s;
} // namespace

MachineCards::MachineCards(MachineRows &rows, ScreenshotCache &pictures, QWidget *parent)
    : QListView(parent), m_rows(rows), m_pictures(pictures)
{
    setModel(&rows);
    m_delegate = new CardDelegate(pictures, this);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Machines"));
    setFrameShape(QFrame::NoFrame);
    // A wrapped list rather than icon mode: its layout of thousands is plain arithmetic.
    setViewMode(ListMode);
    setFlow(LeftToRight);
    setWrapping(true);
    setUniformItemSizes(true);
    setResizeMode(Adjust);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    auto own = palette();
    own.setColor(QPalette::Base, Qt::transparent);
    viewport()->setPalette(own);
    m_visible = new VisibleRows(this);
    connect(m_visible, &VisibleRows::settled, this, [this](const QModelIndexList &indexes) {
        for (const auto &index : indexes)
            MachineRows::machineOf(index)->requestDetails();
        askForPictures();
    });
    m_tick.setInterval(2s);
    m_tick.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_tick, &QTimer::timeout, this, &MachineCards::askForPictures);
    connect(&m_pictures, &ScreenshotCache::updated, this, [this](Machine *machine) {
        if (isVisible())
            update(m_rows.index(m_rows.rowOf(machine), 0));
    });
    connect(this, &QAbstractItemView::activated, this, [this](const QModelIndex &index) { Q_EMIT machineActivated(MachineRows::machineOf(index)); });
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (indexAt(at).isValid())
            Q_EMIT menuRequested(viewport()->mapToGlobal(at));
    });
    m_chosen = new ChosenMachines(this, rows);
}

void MachineCards::arrange()
{
    // The scroll bar's room is kept free, so that its coming and going moves no card.
    const int room = width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this) - 1;
    const int columns = std::max(1, room / narrowest);
    const int width = room / columns;
    // A 16:9 picture above two lines of words.
    const QSize cell(width, (width - CardDelegate::gap) * 9 / 16 + fontMetrics().height() * 2 + 26 + CardDelegate::gap);
    if (gridSize() != cell)
        setGridSize(cell);
}

void MachineCards::askForPictures()
{
    const auto wanted = gridSize() * devicePixelRatioF();
    for (const auto &index : m_visible->now()) {
        if (auto *machine = MachineRows::machineOf(index); machine && isActive(machine->state()))
            m_pictures.request(machine, pictureAge, wanted);
    }
}

void MachineCards::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // A card is its first cell; the figures behind the sparkline are columns of their own. QListView would
    // paint every card when more than one cell changes.
    if (topLeft.column() > 0)
        repaintSampled();
    else if (topLeft.row() == bottomRight.row())
        QListView::dataChanged(topLeft, topLeft, roles);
    else
        QListView::dataChanged(topLeft, bottomRight, roles);
}

void MachineCards::repaintSampled()
{
    const auto changed = m_visible->changed([](const QModelIndex &index) -> VisibleRows::Look {
        const auto *machine = MachineRows::machineOf(index);
        if (!machine || !isActive(machine->state()) || !machine->stats())
            return {};
        return {machine, graph::look(machine->stats()->processor, 1, CardDelegate::sparkPoints)};
    });
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    for (const auto &index : changed) {
        const auto *machine = MachineRows::machineOf(index);
        // With its second sample the sparkline appears, and the words make room.
        const bool begins = machine->stats()->processor.count() <= 2;
        option.rect = visualRect(index);
        viewport()->update(begins ? option.rect : CardDelegate::sparkRect(option).adjusted(-2, -2, 2, 2));
    }
}

void MachineCards::paintEvent(QPaintEvent *event)
{
    m_delegate->exposure.set(event->region());
    QListView::paintEvent(event);
    m_delegate->exposure.set({});
}

void MachineCards::resizeEvent(QResizeEvent *event)
{
    arrange();
    QListView::resizeEvent(event);
}

void MachineCards::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    arrange();
    m_tick.start();
}

void MachineCards::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    m_tick.stop();
}
