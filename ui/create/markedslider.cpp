// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/markedslider.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

MarkedSlider::MarkedSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setMinimumWidth(160);
}

void MarkedSlider::setMark(int position)
{
    if (m_mark == position)
        return;
    m_mark = position;
    setToolTip(m_mark >= minimum() ? tr("The small mark is what the system recommends.") : QString());
    update();
}

QSize MarkedSlider::sizeHint() const
{
    return QSlider::sizeHint() + QSize(0, 8);
}

void MarkedSlider::paintEvent(QPaintEvent *event)
{
    QSlider::paintEvent(event);
    if (m_mark < minimum() || m_mark > maximum())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, &option, this);
    const int offset = QStyle::sliderPositionFromValue(minimum(), maximum(), m_mark, width() - handle, option.upsideDown);
    const qreal x = offset + handle / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    const qreal bottom = height() - 1.0;
    painter.drawPolygon(QPolygonF{{x, bottom - 5}, {x - 4, bottom}, {x + 4, bottom}});
}
