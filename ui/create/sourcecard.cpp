// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sourcecard.h"

#include <QPainter>
#include <QPainterPath>

namespace {
constexpr int grid = 8;
constexpr int drawingSide = 20;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}
} // namespace

SourceCard::SourceCard(Drawing drawing, const QString &title, const QString &explanation, QWidget *parent)
    : QAbstractButton(parent), m_drawing(drawing), m_explanation(explanation)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    setToolTip(explanation);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SourceCard::sizeHint() const
{
    const int words = fontMetrics().height() + QFontMetrics(smaller(font())).height();
    return {220, words + 2 * grid + 4};
}

void SourceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto accent = palette().color(QPalette::Highlight);
    const auto ink = palette().color(QPalette::Text);
    auto edge = ink;
    edge.setAlphaF(underMouse() ? 0.35F : 0.16F);
    // Chosen by a thick frame, focused by a second, inner one: told apart without colour.
    painter.setPen(isChecked() ? QPen(accent, 2) : QPen(edge, 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(accent, 1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 4.5, -4.5, -4.5), 5, 5);
    }

    const int x = mirrored ? width() - 2 * grid - drawingSide : 2 * grid;
    draw(painter, QRectF(x, (height() - drawingSide) / 2.0, drawingSide, drawingSide));

    const int gap = 2 * grid + drawingSide + 12;
    const auto words = mirrored ? rect().adjusted(grid, 0, -gap, 0) : rect().adjusted(gap, 0, -grid, 0);
    const int side = mirrored ? Qt::AlignRight : Qt::AlignLeft;
    auto bold = font();
    bold.setBold(true);
    const auto small = smaller(font());
    const int upper = QFontMetrics(bold).height();
    const int lower = QFontMetrics(small).height();
    const int top = (height() - upper - lower) / 2;
    painter.setFont(bold);
    painter.setPen(ink);
    painter.drawText(QRect(words.left(), top, words.width(), upper), side | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(QRect(words.left(), top + upper, words.width(), lower), side | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(m_explanation, Qt::ElideRight, words.width()));
}

void SourceCard::draw(QPainter &painter, const QRectF &area) const
{
    painter.setPen(QPen(palette().color(QPalette::Text), 1.5));
    painter.setBrush(Qt::NoBrush);
    const auto centre = area.center();
    switch (m_drawing) {
    case Drawing::Disc:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1));
        painter.setBrush(palette().color(QPalette::Text));
        painter.drawEllipse(centre, 3.5, 3.5);
        break;
    case Drawing::Arrow:
        painter.drawLine(QPointF(centre.x(), area.top() + 2), QPointF(centre.x(), area.bottom() - 6));
        painter.drawPolyline(QPolygonF({QPointF(centre.x() - 4.5, area.bottom() - 10.5), QPointF(centre.x(), area.bottom() - 6),
                                        QPointF(centre.x() + 4.5, area.bottom() - 10.5)}));
        painter.drawLine(QPointF(area.left() + 2, area.bottom() - 2), QPointF(area.right() - 2, area.bottom() - 2));
        break;
    case Drawing::Disk:
        painter.drawRoundedRect(area.adjusted(1, 3, -1, -3), 2, 2);
        painter.drawLine(QPointF(area.left() + 1, centre.y() + 2), QPointF(area.right() - 1, centre.y() + 2));
        painter.drawPoint(QPointF(area.right() - 4.5, centre.y() + 4.5));
        break;
    case Drawing::Cloud: {
        QPainterPath cloud;
        cloud.setFillRule(Qt::WindingFill);
        cloud.addEllipse(QRectF(area.left() + 1, area.top() + 9, 8, 8));
        cloud.addEllipse(QRectF(area.left() + 4.5, area.top() + 4, 9.5, 9.5));
        cloud.addEllipse(QRectF(area.left() + 11, area.top() + 8, 8, 9));
        cloud.addRect(QRectF(area.left() + 5, area.top() + 11, 10, 6));
        painter.drawPath(cloud.simplified());
        break;
    }
    case Drawing::Text: // an opening and a closing tag
        for (const int side : {-1, 1}) {
            painter.drawLine(centre + QPointF(side * 4, -6), centre + QPointF(side * 9, 0));
            painter.drawLine(centre + QPointF(side * 9, 0), centre + QPointF(side * 4, 6));
        }
        painter.drawLine(centre + QPointF(1.5, -7), centre + QPointF(-1.5, 7));
        break;
    case Drawing::Box:
        painter.drawRect(area.adjusted(2, 7, -2, -2));
        painter.drawLine(area.topLeft() + QPointF(2, 7), area.topLeft() + QPointF(6, 2));
        painter.drawLine(area.topRight() + QPointF(-2, 7), area.topRight() + QPointF(-6, 2));
        painter.drawLine(area.topLeft() + QPointF(6, 2), area.topRight() + QPointF(-6, 2));
        break;
    case Drawing::Container: // as they are shipped
        painter.drawRect(area.adjusted(1, 4, -1, -4));
        for (const double at : {0.28, 0.5, 0.72})
            painter.drawLine(QPointF(area.left() + at * area.width(), area.top() + 7), QPointF(area.left() + at * area.width(), area.bottom() - 7));
        break;
    case Drawing::Net: // a computer with others below it
        painter.drawRect(QRectF(centre.x() - 3.5, area.top() + 1, 7, 6));
        painter.drawPolyline(QPolygonF({QPointF(area.left() + 5, area.bottom() - 7), QPointF(area.left() + 5, centre.y() + 0.5),
                                        QPointF(area.right() - 5, centre.y() + 0.5), QPointF(area.right() - 5, area.bottom() - 7)}));
        painter.drawLine(QPointF(centre.x(), area.top() + 7), QPointF(centre.x(), centre.y() + 0.5));
        for (const qreal x : {area.left() + 1.5, area.right() - 8.5})
            painter.drawRect(QRectF(x, area.bottom() - 7, 7, 6));
        break;
    case Drawing::Empty:
        painter.setPen(QPen(palette().color(QPalette::Text), 1.5, Qt::DashLine));
        painter.drawRoundedRect(area.adjusted(1, 3, -1, -3), 2, 2);
        break;
    }
}
