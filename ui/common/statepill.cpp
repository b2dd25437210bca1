// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statepill.h"

#include "ui/common/figures.h"
#include "ui/common/marks.h"
#include "ui/common/shades.h"

#include <QPainter>
#include <QStyle>

StatePill::StatePill(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StatePill::setState(MachineState state, const QString &text)
{
    if (state == m_state && text == m_text)
        return;
    m_state = state;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatePill::sizeHint() const
{
    return {int(figures::width(font(), m_text)) + 40, fontMetrics().height() + 8};
}

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shades::hover(palette()));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    const auto mark = QStyle::visualRect(layoutDirection(), rect(), QRect(11, (height() - 9) / 2, 9, 9));
    marks::drawState(painter, mark, m_state, palette());
    painter.setPen(palette().color(QPalette::WindowText));
    const auto words = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(27, 0, -10, 0));
    figures::draw(painter, words, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft), m_text);
}
