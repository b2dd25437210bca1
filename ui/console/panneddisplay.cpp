// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/panneddisplay.h"

#include "viewer/widget/consolewidget.h"

#include <QPainter>
#include <QScrollBar>
#include <QSignalBlocker>

namespace {
void set(QScrollBar &bar, int range, int page, int value)
{
    const QSignalBlocker still(bar);
    bar.setRange(0, range);
    bar.setPageStep(page);
    bar.setSingleStep(qMax(1, page / 20));
    bar.setValue(value);
}
} // namespace

PannedDisplay::PannedDisplay(QWidget *parent)
    : QWidget(parent), m_view(new ConsoleWidget(this)), m_across(new QScrollBar(Qt::Horizontal, this)), m_down(new QScrollBar(Qt::Vertical, this))
{
    m_across->setAccessibleName(tr("Across the picture"));
    m_down->setAccessibleName(tr("Down the picture"));
    for (auto *bar : {m_across, m_down}) {
        bar->setVisible(false);
        bar->setCursor(Qt::ArrowCursor);
        connect(bar, &QScrollBar::valueChanged, this, [this] { m_view->setPan({m_across->value(), m_down->value()}); });
    }
    connect(m_view, &ConsoleWidget::placeChanged, this, &PannedDisplay::layOut);
    setFocusProxy(m_view);
}

void PannedDisplay::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

/// From the room without bars, so that two bars never need each other.
void PannedDisplay::layOut()
{
    const QSize picture = m_view->fixedSize();
    const int thick = m_down->sizeHint().width();
    bool down = picture.height() > height();
    const bool across = picture.width() > width() - (down ? thick : 0);
    down = down || picture.height() > height() - (across ? thick : 0);
    const QSize room(width() - (down ? thick : 0), height() - (across ? thick : 0));
    m_view->setGeometry(QRect({}, room));
    m_across->setGeometry(0, room.height(), room.width(), thick);
    m_down->setGeometry(room.width(), 0, thick, room.height());
    m_across->setVisible(across);
    m_down->setVisible(down);
    follow();
}

void PannedDisplay::follow()
{
    const QSize range = m_view->fixedSize().isEmpty() ? QSize(0, 0) : m_view->panRange();
    const QPoint place = m_view->pan();
    const qreal ratio = m_view->devicePixelRatioF();
    set(*m_across, range.width(), qRound(m_view->width() * ratio), place.x());
    set(*m_down, range.height(), qRound(m_view->height() * ratio), place.y());
}

void PannedDisplay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (!m_across->isHidden() && !m_down->isHidden())
        painter.fillRect(QRect(m_view->geometry().bottomRight(), rect().bottomRight()).adjusted(1, 1, 0, 0), palette().color(QPalette::Window));
}
