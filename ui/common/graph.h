// SPDX-License-Identifier: GPL-3.0-or-later
// Small graphs of a figure over time: a sparkline for lists, a card with headline for pages. GUI thread.
#pragma once

#include "core/machines/machinestats.h"
#include "ui/common/card.h"

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace graph {
/// The newest `points` values, newest at the right edge; `top` is the value at the upper edge, 0: the highest shown.
void draw(QPainter &painter, const QRectF &rect, const History &history, const QColor &colour, float top, int points);
/// Equal where draw() with a fixed `top` shows the same, to about a pixel of a sparkline.
size_t look(const History &history, float top, int points);
} // namespace graph

/// A figure with its name, its present value in large figures, a line of explanation and its history.
class GraphCard final : public Card {
    Q_OBJECT
public:
    /// `top` as in graph::draw.
    GraphCard(const QString &name, float top, QWidget *parent = nullptr);

    void setColour(const QColor &colour);
    /// Repaints only where something differs. `history` is copied.
    void show(const QString &value, const QString &explanation, const History *history);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    QString m_value;
    QString m_explanation;
    History m_history;
    QColor m_colour;
    float m_top;
};
