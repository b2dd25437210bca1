// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/guestresize.h"

#include "viewer/widget/consolewidget.h"

#include <QEvent>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

GuestResize::GuestResize(ConsoleWidget &screen, QWidget &room)
    : m_screen(screen)
    , m_room(room)
{
    m_still.setSingleShot(true);
    m_still.setInterval(250ms);
    connect(&m_still, &QTimer::timeout, this, &GuestResize::ask);
    connect(&screen, &ConsoleWidget::liveChanged, this, [this](bool live) {
        if (live)
            m_still.start();
    });
    room.installEventFilter(this);
}

void GuestResize::setEnabled(bool on)
{
    if (std::exchange(m_enabled, on) == on)
        return;
    m_asked = {};
    if (on)
        m_still.start();
}

void GuestResize::setSession(ConsoleSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_asked = {};
    if (!session)
        return;
    connect(session, &ConsoleSession::resizableChanged, this, [this] {
        m_asked = {};
        m_still.start();
    });
}

bool GuestResize::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        m_still.start();
    return false;
}

void GuestResize::ask()
{
    if (!m_enabled || !m_session || !m_screen.isLive() || !m_room.isVisible() || !m_session->canResize())
        return;
    const QSize size = wanted();
    if (size == std::exchange(m_asked, size) || size == m_session->framebuffer().size() || !Framebuffer::isAcceptable(size.width(), size.height()))
        return;
    m_session->requestResize(size);
}

QSize GuestResize::wanted() const
{
    const QSizeF room = QSizeF(m_room.size()) * m_room.devicePixelRatioF();
    const qreal scale = m_screen.scaling() == ConsoleWidget::Scaling::Percent ? m_screen.percent() / 100.0 : 1.0;
    return QSize(int(room.width() / scale), int(room.height() / scale)).expandedTo(least);
}
