// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the sidebar's rows: tile, name, state by shape and colour, sparkline. GUI thread.
#pragma once

#include "ui/main/exposure.h"

#include <QStyledItemDelegate>

class SidebarDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int sparkPoints = 40;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where in a machine's row the sparkline is.
    static QRect sparkRect(const QStyleOptionViewItem &option);
    /// A row of which no more than the sparkline is painted gets no more.
    Exposure exposure;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
