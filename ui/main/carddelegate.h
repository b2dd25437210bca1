// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a machine as a card: its screen, tile, name, state, host and sparkline. GUI thread.
#pragma once

#include "ui/main/exposure.h"

#include <QStyledItemDelegate>

class ScreenshotCache;

class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// Between cards, at each card's right and bottom.
    static constexpr int gap = 16;
    static constexpr int sparkPoints = 40;

    CardDelegate(const ScreenshotCache &pictures, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where in a cell the sparkline is.
    static QRect sparkRect(const QStyleOptionViewItem &option);
    /// A card of which no more than the sparkline is painted gets no more.
    Exposure exposure;

private:
    const ScreenshotCache &m_pictures;
};
