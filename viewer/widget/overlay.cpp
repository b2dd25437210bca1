// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/overlay.h"

#include <QFontMetrics>
#include <QPainter>
#include <QString>
#include <QWidget>

namespace {

constexpr int padding = 16;
constexpr int textFlags = Qt::AlignHCenter | Qt::TextWordWrap;

} // namespace

QRect overlay::areaOf(const QString &text, const QWidget &widget)
{
    if (text.isEmpty())
        return {};
    const QRect room = widget.rect().adjusted(2 * padding, 2 * padding, -2 * padding, -2 * padding);
    // Below, where it hides the least of what a guest has to say.
    const QRect needed = QFontMetrics(widget.font()).boundingRect(room, textFlags | Qt::AlignBottom, text);
    return needed.adjusted(-padding, -padding, padding, padding);
}

void overlay::paint(QPainter &painter, const QString &text, const QWidget &widget)
{
    if (text.isEmpty())
        return;
    const QRect area = areaOf(text, widget);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Seen on a black picture as well.
    painter.setPen(QColor(255, 255, 255, 70));
    painter.setBrush(QColor(38, 42, 50, 235));
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::white);
    painter.setFont(widget.font());
    painter.drawText(area, textFlags | Qt::AlignVCenter, text);
    painter.restore();
}
