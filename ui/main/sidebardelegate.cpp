// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/sidebardelegate.h"

#include "core/hosts/host.h"
#include "core/machines/machine.h"
#include "ui/common/figures.h"
#include "ui/common/graph.h"
#include "ui/common/icons.h"
#include "ui/common/marks.h"
#include "ui/common/shades.h"
#include "ui/main/sidebarmodel.h"

#include <QLineEdit>
#include <QPainter>
#include <QTreeView>

#include <algorithm>

namespace {

constexpr int tileSide = 24;
constexpr int sparkWidth = 56;

QFont smaller(const QFont &font)
{
    auto small = font;
    small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (!selected && !hovered)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? shades::selection(option.palette) : shades::hover(option.palette));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(8, 0.5, -8, -0.5), 6, 6);
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_HasFocus) || !(option.state & QStyle::State_KeyboardFocusChange))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(option.palette.color(QPalette::Highlight), 1.5));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(9, 1.5, -9, -1.5), 6, 6);
}

/// Mirrors a left-to-right rectangle where the layout runs from the right.
QRectF placed(const QStyleOptionViewItem &option, const QRectF &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect.toAlignedRect());
}

Qt::Alignment placed(const QStyleOptionViewItem &option, Qt::Alignment alignment)
{
    return QStyle::visualAlignment(option.direction, alignment);
}

/// The branch area belongs to the row: everything is placed from the sidebar's edge.
QRect wholeRow(const QStyleOptionViewItem &option)
{
    auto row = option.rect;
    if (option.direction == Qt::RightToLeft)
        row.setRight(option.widget->rect().right());
    else
        row.setLeft(0);
    return row;
}

void paintAll(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QRectF inner = QRectF(option.rect).adjusted(16, 0, -16, 0);
    icons::allMachines().paint(&painter, placed(option, {inner.left(), inner.center().y() - 8, 16, 16}).toRect());
    const auto count = index.data(SidebarModel::DetailRole).toString();
    painter.setPen(shades::faint(option.palette));
    figures::draw(painter, inner, placed(option, Qt::AlignRight), count);
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(placed(option, inner.adjusted(28, 0, -figures::width(option.font, count) - 8, 0)),
                     int(placed(option, Qt::AlignLeft) | Qt::AlignVCenter), index.data().toString());
}

void paintHost(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Host &host)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    const QRectF inner = QRectF(option.rect).adjusted(16, 0, -16, 0);
    const bool far = !host.isConnected();
    if (index.model()->rowCount(index) > 0) {
        QStyleOption arrow;
        arrow.palette = option.palette;
        arrow.state = QStyle::State_Enabled;
        arrow.rect = placed(option, {inner.left() - 1, inner.center().y() - 5, 10, 10}).toRect();
        const bool open = tree && tree->isExpanded(index);
        const auto closed = option.direction == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowRight;
        option.widget->style()->drawPrimitive(open ? QStyle::PE_IndicatorArrowDown : closed, &arrow, &painter, option.widget);
    }
    const auto detail = index.data(SidebarModel::DetailRole).toString();
    const auto small = smaller(option.font);
    const auto detailWidth = std::min(figures::width(small, detail), inner.width() * 0.62);
    auto bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(far ? shades::faint(option.palette) : option.palette.color(QPalette::Text));
    const auto nameRect = inner.adjusted(14, 0, -detailWidth - (far ? 22 : 8), 0);
    painter.drawText(placed(option, nameRect), int(placed(option, Qt::AlignLeft) | Qt::AlignVCenter),
                     QFontMetricsF(bold).elidedText(index.data().toString(), Qt::ElideRight, nameRect.width()));
    painter.setFont(small);
    painter.setPen(shades::faint(option.palette));
    const QRectF detailRect(inner.right() - detailWidth, inner.top(), detailWidth, inner.height());
    figures::draw(painter, placed(option, detailRect), placed(option, Qt::AlignRight),
                  QFontMetricsF(small).elidedText(detail, Qt::ElideRight, detailWidth + 1));
    if (far)
        marks::drawState(painter, placed(option, {detailRect.left() - 13, inner.center().y() - 4, 8, 8}), host.state(), option.palette);
}

const MachineStats *shownStats(const Machine &machine)
{
    return isActive(machine.state()) ? machine.stats() : nullptr;
}

void paintSpark(QPainter &painter, const QStyleOptionViewItem &option, const History &processor)
{
    graph::draw(painter, QRectF(SidebarDelegate::sparkRect(option)), processor, shades::of(shades::Series::Processor, option.palette), 1,
                SidebarDelegate::sparkPoints);
}

void paintMachine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Machine &machine)
{
    const QRectF inner = QRectF(option.rect).adjusted(16, 0, -16, 0);
    marks::drawTile(painter, placed(option, {inner.left(), inner.center().y() - tileSide / 2.0, tileSide, tileSide}), marks::tileOf(machine));
    const auto *stats = shownStats(machine);
    const bool spark = stats && stats->processor.count() > 1;
    const auto words = inner.adjusted(tileSide + 10, 4, spark ? -sparkWidth - 8 : 0, -4);
    const auto small = smaller(option.font);
    const QFontMetricsF nameMetrics(option.font);
    const QFontMetricsF smallMetrics(small);
    const auto top = words.center().y() - (nameMetrics.height() + smallMetrics.height()) / 2;
    const QRectF nameRect(words.left(), top, words.width(), nameMetrics.height());
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(placed(option, nameRect), int(placed(option, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
                     nameMetrics.elidedText(machine.name(), Qt::ElideRight, nameRect.width()));
    const QRectF stateRect(words.left(), nameRect.bottom(), words.width(), smallMetrics.height());
    marks::drawState(painter, placed(option, {stateRect.left(), stateRect.center().y() - 4, 8, 8}), machine.state(), option.palette);
    painter.setFont(small);
    painter.setPen(shades::faint(option.palette));
    const auto detailRect = stateRect.adjusted(13, 0, 0, 0);
    figures::draw(painter, placed(option, detailRect), placed(option, Qt::AlignLeft),
                  smallMetrics.elidedText(index.data(SidebarModel::DetailRole).toString(), Qt::ElideRight, detailRect.width()));
    if (spark)
        paintSpark(painter, option, stats->processor);
}

} // namespace

QRect SidebarDelegate::sparkRect(const QStyleOptionViewItem &option)
{
    const auto row = wholeRow(option);
    const QRectF inner = QRectF(row).adjusted(16, 0, -16, 0);
    const QRectF spark(inner.right() - sparkWidth, inner.center().y() - 9, sparkWidth, 18);
    return QStyle::visualRect(option.direction, row, spark.toAlignedRect());
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option(given);
    option.rect = wholeRow(given);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(option.font);
    paintBackground(*painter, option);
    if (const auto *machine = index.data(SidebarModel::MachineRole).value<Machine *>()) {
        const auto *stats = shownStats(*machine);
        if (stats && exposure.isWithin(option.rect, sparkRect(option).adjusted(-2, -2, 2, 2))) {
            paintSpark(*painter, option, stats->processor);
            painter->restore();
            return;
        }
        paintMachine(*painter, option, index, *machine);
    } else if (const auto *host = index.data(SidebarModel::HostRole).value<Host *>())
        paintHost(*painter, option, index, *host);
    else
        paintAll(*painter, option, index);
    paintFocus(*painter, option);
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.internalPointer())
        return {120, std::max(40, line * 2 + 6)};
    return {120, std::max(index.row() == 0 ? 36 : 32, line + 14)};
}

void SidebarDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int left = index.internalPointer() ? 16 + tileSide + 6 : 26;
    const QRect row(0, option.rect.top(), option.widget->width(), option.rect.height());
    const auto height = std::min(editor->sizeHint().height(), row.height());
    editor->setGeometry(QStyle::visualRect(option.direction, row, QRect(left, row.center().y() - height / 2, row.width() - left - 24, height)));
}
