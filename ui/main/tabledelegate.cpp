// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/tabledelegate.h"

#include "core/machines/machine.h"
#include "core/machines/machinelist.h"
#include "ui/common/figures.h"
#include "ui/common/graph.h"
#include "ui/common/marks.h"
#include "ui/common/shades.h"
#include "ui/main/machinerows.h"

#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int sparkWidth = 72;

QRectF placed(const QStyleOptionViewItem &option, const QRectF &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect.toAlignedRect());
}

void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &rect, const QString &text, const QColor &ink)
{
    painter.setPen(ink);
    figures::draw(painter, placed(option, rect), QStyle::visualAlignment(option.direction, Qt::AlignLeft),
                  QFontMetricsF(option.font).elidedText(text, Qt::ElideRight, rect.width()));
}

void paintTick(QPainter &painter, const QStyleOptionViewItem &option)
{
    QStyleOptionButton tick;
    tick.palette = option.palette;
    tick.direction = option.direction;
    const auto area = TableDelegate::tickRect(option.direction, option.rect);
    const int side = option.widget->style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, option.widget);
    tick.rect = QRect(area.center().x() - side / 2, area.center().y() - side / 2, side, side);
    tick.state = QStyle::State_Enabled | (option.state & QStyle::State_Selected ? QStyle::State_On : QStyle::State_Off);
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &tick, &painter, option.widget);
}

} // namespace

QRect TableDelegate::tickRect(Qt::LayoutDirection direction, const QRect &cell)
{
    return QStyle::visualRect(direction, cell, QRect(cell.left() + 4, cell.top(), 28, cell.height()));
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *machine = MachineRows::machineOf(index);
    if (!machine || !exposure.touches(option.rect))
        return;
    painter->save();
    painter->setFont(option.font);
    const auto ink = option.palette.color(QPalette::Text);
    const auto faint = shades::faint(option.palette);
    QRectF cell = QRectF(option.rect).adjusted(4, 0, -8, 0); // where the header begins its words
    if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, shades::hover(option.palette));
    switch (index.column()) {
    case MachineList::Name: {
        paintTick(*painter, option);
        cell.adjust(30, 0, 0, 0);
        const QRectF tile(cell.left(), cell.center().y() - 10, 20, 20);
        marks::drawTile(*painter, placed(option, tile), marks::tileOf(*machine));
        painter->setFont(option.font);
        paintText(*painter, option, cell.adjusted(30, 0, 0, 0), index.data().toString(), ink);
        break;
    }
    case MachineList::State:
        marks::drawState(*painter, placed(option, {cell.left(), cell.center().y() - 4, 8, 8}), machine->state(), option.palette);
        paintText(*painter, option, cell.adjusted(14, 0, 0, 0), index.data().toString(), ink);
        break;
    case MachineList::Processor: {
        const auto *stats = isActive(machine->state()) ? machine->stats() : nullptr;
        if (!stats)
            break;
        const auto width = std::min<qreal>(sparkWidth, cell.width() - 48);
        const QRectF spark(cell.left(), cell.center().y() - 8, width, 16);
        if (width > 16)
            graph::draw(*painter, placed(option, spark), stats->processor, shades::of(shades::Series::Processor, option.palette), 1, TableDelegate::sparkPoints);
        paintText(*painter, option, cell.adjusted(std::max<qreal>(width, 0) + 8, 0, 0, 0), index.data().toString(), ink);
        break;
    }
    case MachineList::HostName:
    case MachineList::Address:
    case MachineList::System:
        paintText(*painter, option, cell, index.data().toString(), faint);
        break;
    default: paintText(*painter, option, cell, index.data().toString(), ink); break;
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange) && index.column() == 0) {
        painter->setPen(QPen(option.palette.color(QPalette::Highlight), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1.5, 1.5, -0.5, -2.5));
    }
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, std::max(35, option.fontMetrics.height() + 16)};
}
