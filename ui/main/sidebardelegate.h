// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the sidebar's rows: tile, name, state by shape and colour, sparkline. GUI thread.
#pragma once

#include <QStyledItemDelegate>

class SidebarDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    static constexpr int sparkPoints = 40;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
