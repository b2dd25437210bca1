// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/graph.h"

#include "ui/common/figures.h"
#include "ui/common/shades.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace graph {

void draw(QPainter &painter, const QRectF &rect, const History &history, const QColor &colour, float top, int points)
{
    const int count = std::min(history.count(), points);
    if (count < 2 || rect.isEmpty())
        return;
    const int first = history.count() - count;
    if (top <= 0) {
        for (int i = first; i < history.count(); ++i)
            top = std::max(top, history.at(i));
        top = std::max(top * 1.15F, 1.0F);
    }
    const auto step = rect.width() / (points - 1);
    QPolygonF line;
    line.reserve(count + 2);
    for (int i = 0; i < count; ++i) {
        const auto part = std::clamp(history.at(first + i) / top, 0.0F, 1.0F);
        line << QPointF(rect.right() - (count - 1 - i) * step, rect.bottom() - double(part) * rect.height());
    }
    QPolygonF area = line;
    area << rect.bottomRight() << QPointF(line.first().x(), rect.bottom());
    auto fill = colour;
    fill.setAlphaF(0.14F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.restore();
}

size_t look(const History &history, float top, int points)
{
    constexpr float steps = 20; // a sparkline is 16 to 18 pixels high
    const int count = std::min(history.count(), points);
    auto seed = size_t(count);
    for (int i = history.count() - count; i < history.count(); ++i)
        seed = qHash(int(std::clamp(history.at(i) / top, 0.0F, 1.0F) * steps + 0.5F), seed);
    return seed;
}

} // namespace graph

namespace {

bool same(const History &a, const History &b)
{
    if (a.count() != b.count())
        return false;
    for (int i = 0; i < a.count(); ++i) {
        if (a.at(i) != b.at(i))
            return false;
    }
    return true;
}

} // namespace

GraphCard::GraphCard(const QString &name, float top, QWidget *parent) : Card(parent), m_name(name), m_top(top)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void GraphCard::setColour(const QColor &colour)
{
    if (m_colour == colour)
        return;
    m_colour = colour;
    update();
}

void GraphCard::show(const QString &value, const QString &explanation, const History *history)
{
    const History present = history ? *history : History();
    if (value == m_value && explanation == m_explanation && same(present, m_history))
        return;
    m_value = value;
    m_explanation = explanation;
    m_history = present;
    // What a screen reader says instead of the picture.
    setAccessibleDescription(explanation.isEmpty() ? value : tr("%1, %2").arg(value, explanation));
    update();
}

QSize GraphCard::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 34, 136};
}

QSize GraphCard::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 22, 112};
}

void GraphCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    const QRectF inner = QRectF(rect()).adjusted(16, 12, -16, -16);
    auto headline = font();
    headline.setPointSizeF(headline.pointSizeF() * 1.25);
    headline.setBold(true);
    painter.setFont(headline);
    painter.setPen(palette().color(QPalette::Text));
    const QRectF top(inner.left(), inner.top(), inner.width(), QFontMetricsF(headline).height());
    figures::draw(painter, top, Qt::AlignRight, m_value);

    auto name = font();
    name.setWeight(QFont::DemiBold);
    painter.setFont(name);
    const QRectF nameRect = top.adjusted(0, 0, -figures::width(headline, m_value) - 8, 0);
    painter.drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(name).elidedText(m_name, Qt::ElideRight, nameRect.width()));

    auto small = font();
    small.setPointSizeF(small.pointSizeF() * 0.92);
    painter.setFont(small);
    painter.setPen(shades::faint(palette()));
    const QFontMetricsF metrics(small);
    const QRectF words(inner.left(), top.bottom() + 2, inner.width(), metrics.height());
    figures::draw(painter, words, Qt::AlignLeft, metrics.elidedText(m_explanation, Qt::ElideRight, words.width()));

    const QRectF plot(inner.left(), words.bottom() + 8, inner.width(), inner.bottom() - words.bottom() - 8);
    painter.setPen(QPen(shades::line(palette()), 1));
    painter.drawLine(QPointF(plot.left(), plot.bottom() + 0.5), QPointF(plot.right(), plot.bottom() + 0.5));
    graph::draw(painter, plot, m_history, m_colour.isValid() ? m_colour : palette().color(QPalette::Link), m_top, History::capacity / 2);
}
