// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the machine table's cells. GUI thread.
#pragma once

#include <QStyledItemDelegate>

class TableDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int sparkPoints = 48;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the tick stands in the first cell.
    static QRect tickRect(Qt::LayoutDirection direction, const QRect &cell);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
