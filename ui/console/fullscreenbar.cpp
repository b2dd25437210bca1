// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/fullscreenbar.h"

#include "ui/common/icons.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr int edge = 2;
constexpr auto firstShown = 3s;
constexpr auto stays = 1s;
} // namespace

FullScreenBar::FullScreenBar(QWidget *window) : QFrame(window), m_title(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    setCursor(Qt::ArrowCursor);
    m_title->setTextFormat(Qt::PlainText);
    auto bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto *leave = new QToolButton(this);
    leave->setIcon(icons::fullScreen());
    leave->setText(tr("Leave full screen"));
    leave->setAccessibleName(leave->text());
    leave->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    leave->setAutoRaise(true);
    leave->setFocusPolicy(Qt::TabFocus);
    connect(leave, &QToolButton::clicked, this, &FullScreenBar::leaveRequested);
    m_row->setContentsMargins(12, 4, 8, 4);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(leave);
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

FullScreenBar::~FullScreenBar()
{
    disarm();
}

void FullScreenBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void FullScreenBar::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->count() - 1, tool);
}

void FullScreenBar::arm()
{
    if (!m_armed)
        qApp->installEventFilter(this);
    m_armed = true;
    place();
    show();
    raise();
    m_hide.start(firstShown);
}

void FullScreenBar::disarm()
{
    if (m_armed)
        qApp->removeEventFilter(this);
    m_armed = false;
    m_hide.stop();
    hide();
}

void FullScreenBar::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, 0);
}

bool FullScreenBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove && watched->isWidgetType() && static_cast<QWidget *>(watched)->window() == window())
        followPointer(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
    return false;
}

void FullScreenBar::followPointer(QPoint global)
{
    const auto point = parentWidget()->mapFromGlobal(global);
    if (isVisible() && geometry().contains(point)) {
        m_hide.stop();
    } else if (point.y() <= edge && point.x() >= geometry().left() && point.x() <= geometry().right()) {
        show();
        raise();
        m_hide.stop();
    } else if (isVisible() && !m_hide.isActive()) {
        m_hide.start(stays);
    }
}

void FullScreenBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto line = palette().color(QPalette::WindowText);
    line.setAlphaF(0.25F);
    painter.setPen(line);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, -10, -0.5, -0.5), 8, 8);
}
