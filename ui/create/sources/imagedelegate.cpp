// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/imagedelegate.h"

#include "ui/create/sources/imagelist.h"

#include <QApplication>
#include <QPainter>

namespace {
constexpr int badge = 28;
constexpr int pad = 6;

QFont smaller(const QFont &font)
{
    auto small = font;
    small.setPointSizeF(font.pointSizeF() * 0.92);
    return small;
}
} // namespace

QSize ImageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int words = QFontMetrics(option.font).height() + QFontMetrics(smaller(option.font)).height();
    return {200, std::max(words, badge) + 2 * pad};
}

void ImageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    const auto *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);

    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isUnsupported = index.data(ImageList::RankRole).toInt() == int(RankedImage::Rank::Unsupported);
    const auto &palette = option.palette;
    const auto ink = palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text);
    auto faint = isChosen ? ink : palette.color(QPalette::PlaceholderText);
    const auto placed = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const auto side = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto box = placed(QRect(option.rect.left() + pad, option.rect.center().y() - badge / 2, badge, badge));
    auto ground = isChosen ? ink : isUnsupported ? palette.color(QPalette::PlaceholderText) : palette.color(QPalette::Highlight);
    if (isChosen)
        ground.setAlphaF(0.25F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 5, 5);
    const auto title = index.data(ImageList::TitleRole).toString();
    auto bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(palette.color(QPalette::HighlightedText));
    painter->drawText(box, Qt::AlignCenter, title.left(1).toUpper());

    const auto small = smaller(option.font);
    const QFontMetrics upper(option.font);
    const QFontMetrics lower(small);
    const int left = option.rect.left() + 2 * pad + badge + 4;
    const int width = option.rect.right() - pad - left;
    const int top = option.rect.top() + (option.rect.height() - upper.height() - lower.height()) / 2;
    painter->setFont(option.font);
    painter->setPen(ink);
    painter->drawText(placed(QRect(left, top, width, upper.height())), side, upper.elidedText(title, Qt::ElideRight, width));
    painter->setFont(small);
    painter->setPen(faint);
    painter->drawText(placed(QRect(left, top + upper.height(), width, lower.height())), side,
                      lower.elidedText(index.data(ImageList::DetailRole).toString(), Qt::ElideMiddle, width));
    painter->restore();
}
