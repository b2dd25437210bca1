// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the machine table's cells. GUI thread.
#pragma once

#include "ui/main/exposure.h"

#include <QStyledItemDelegate>

class TableDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int sparkPoints = 48;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the tick stands in the first cell.
    static QRect tickRect(Qt::LayoutDirection direction, const QRect &cell);
    /// Cells that are not painted are not laid out.
    Exposure exposure;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
