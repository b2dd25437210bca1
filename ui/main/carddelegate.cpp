// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/carddelegate.h"

#include "core/hosts/host.h"
#include "core/machines/machine.h"
#include "ui/common/graph.h"
#include "ui/common/marks.h"
#include "ui/common/picture.h"
#include "ui/common/shades.h"
#include "ui/common/statetext.h"
#include "ui/main/machinerows.h"
#include "ui/main/screenshotcache.h"

#include <QListView>
#include <QPainter>
#include <QPainterPath>

namespace {

constexpr int sparkWidth = 56;

QRectF placed(const QStyleOptionViewItem &option, const QRectF &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect.toAlignedRect());
}

QRectF cardOf(const QStyleOptionViewItem &option)
{
    return placed(option, QRectF(option.rect).adjusted(0, 0, -CardDelegate::gap, -CardDelegate::gap)).adjusted(0.5, 0.5, -0.5, -0.5);
}

int footerHeight(const QStyleOptionViewItem &option)
{
    return option.fontMetrics.height() * 2 + 26;
}

void paintSpark(QPainter &painter, const QStyleOptionViewItem &option, const Machine &machine)
{
    const auto *stats = isActive(machine.state()) ? machine.stats() : nullptr;
    if (stats && stats->processor.count() > 1)
        graph::draw(painter, QRectF(CardDelegate::sparkRect(option)), stats->processor, shades::of(shades::Series::Processor, option.palette), 1,
                    CardDelegate::sparkPoints);
}

void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &footer, const Machine &machine)
{
    const QRectF tile(footer.left() + 12, footer.center().y() - 14, 28, 28);
    marks::drawTile(painter, placed(option, tile), marks::tileOf(machine));
    const auto *stats = isActive(machine.state()) ? machine.stats() : nullptr;
    const bool spark = stats && stats->processor.count() > 1;
    auto bold = option.font;
    bold.setWeight(QFont::DemiBold);
    auto small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.88);
    const QFontMetricsF name(bold);
    const QFontMetricsF detail(small);
    const auto left = tile.right() + 10;
    const auto width = footer.right() - 12 - left - (spark ? sparkWidth + 8 : 0);
    const auto top = footer.center().y() - (name.height() + detail.height()) / 2;
    const int side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine);
    painter.setFont(bold);
    painter.setPen(option.palette.color(QPalette::WindowText));
    painter.drawText(placed(option, {left, top, width, name.height()}), side, name.elidedText(machine.name(), Qt::ElideRight, width));
    const QRectF line(left, top + name.height(), width, detail.height());
    marks::drawState(painter, placed(option, {line.left(), line.center().y() - 4, 8, 8}), machine.state(), option.palette);
    painter.setFont(small);
    painter.setPen(shades::faint(option.palette));
    const auto words = CardDelegate::tr("%1 · %2").arg(statetext::of(machine.state()), machine.host().label());
    painter.drawText(placed(option, line.adjusted(13, 0, 0, 0)), side, detail.elidedText(words, Qt::ElideRight, width - 13));
    paintSpark(painter, option, machine);
}

} // namespace

CardDelegate::CardDelegate(const ScreenshotCache &pictures, QObject *parent) : QStyledItemDelegate(parent), m_pictures(pictures) {}

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *machine = MachineRows::machineOf(index);
    if (!machine)
        return;
    // The palette of a transparent view has no Base to take.
    QStyleOptionViewItem own(option);
    own.palette = option.widget->window()->palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = cardOf(own);
    const bool selected = own.state & QStyle::State_Selected;
    const bool hovered = own.state & QStyle::State_MouseOver;
    painter->setPen(Qt::NoPen);
    painter->setBrush(selected ? shades::selection(own.palette) : own.palette.color(QPalette::Base));
    if (const auto spark = sparkRect(own).adjusted(-2, -2, 2, 2); exposure.isWithin(own.rect, spark)) {
        painter->drawRect(spark);
        paintSpark(*painter, own, *machine);
        painter->restore();
        return;
    }
    painter->drawRoundedRect(card, 8, 8);
    const QRectF screen = card.adjusted(0, 0, 0, -footerHeight(own));
    picture::draw(*painter, screen, m_pictures.image(machine), machine->state(), own.palette, 8);
    paintWords(*painter, own, QRectF(card.left(), screen.bottom(), card.width(), footerHeight(own)), *machine);
    const bool focused = (own.state & QStyle::State_HasFocus) && (own.state & QStyle::State_KeyboardFocusChange);
    const auto edge = selected || focused ? own.palette.color(QPalette::Highlight)
                      : hovered           ? shades::mix(shades::line(own.palette), own.palette.color(QPalette::WindowText), 0.3)
                                          : shades::line(own.palette);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(edge, selected || focused ? 1.6 : 1));
    painter->drawRoundedRect(card, 8, 8);
    painter->restore();
}

QRect CardDelegate::sparkRect(const QStyleOptionViewItem &option)
{
    const auto card = cardOf(option);
    const QRectF footer(card.left(), card.bottom() - footerHeight(option), card.width(), footerHeight(option));
    return placed(option, {footer.right() - 12 - sparkWidth, footer.center().y() - 9, sparkWidth, 18}).toRect();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view ? view->gridSize() : QSize(252, 200);
}
