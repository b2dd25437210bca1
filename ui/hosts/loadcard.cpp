// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/loadcard.h"

#include "ui/common/figures.h"
#include "ui/common/shades.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

LoadCard::LoadCard(const QString &name, QWidget *parent) : Card(parent), m_name(name)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LoadCard::setColour(const QColor &colour)
{
    m_colour = colour;
    update();
}

void LoadCard::show(const QString &value, std::optional<double> fraction)
{
    if (value == m_value && fraction == m_fraction)
        return;
    m_value = value;
    m_fraction = fraction;
    setAccessibleDescription(value);
    update();
}

QSize LoadCard::sizeHint() const
{
    return {220, fontMetrics().height() + 52};
}

QSize LoadCard::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 22, sizeHint().height()};
}

void LoadCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto inner = QRectF(rect()).adjusted(16, 14, -16, -14);
    const QRectF words(inner.left(), inner.top(), inner.width(), fontMetrics().height());
    painter.setPen(palette().color(QPalette::Text));
    figures::draw(painter, words, QStyle::visualAlignment(layoutDirection(), Qt::AlignRight), m_value);
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    const auto room = inner.width() - figures::width(font(), m_value) - 8;
    painter.drawText(words, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                     QFontMetricsF(bold).elidedText(m_name, Qt::ElideRight, room));
    const QRectF track(inner.left(), words.bottom() + 12, inner.width(), 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shades::track(palette()));
    painter.drawRoundedRect(track, 3, 3);
    if (!m_fraction || *m_fraction <= 0)
        return;
    auto bar = track;
    bar.setWidth(std::max(6.0, track.width() * std::min(1.0, *m_fraction)));
    painter.setBrush(*m_fraction > 1 ? shades::warning(palette()) : m_colour);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar.toAlignedRect()), 3, 3);
}
