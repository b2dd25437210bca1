// SPDX-License-Identifier: GPL-3.0-or-later
// A row of the catalogue: the system's initial, its name, and below it what kind of image it is. GUI thread.
#pragma once

#include <QStyledItemDelegate>

class ImageDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
