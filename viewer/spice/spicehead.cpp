// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicehead.h"

#include "viewer/spice/spiceconsole.h"

void SpicePicture::show(const QImage &whole, QRect area)
{
    const QSize before = m_session.framebuffer().size();
    const uchar *start = whole.constScanLine(area.y()) + area.x() * 4;
    const QImage part(start, area.width(), area.height(), whole.bytesPerLine(), QImage::Format_RGB32);
    const bool same = m_shown && m_area == area;
    m_area = area;
    m_shown = true;
    ++m_updates;
    const bool wake = m_session.framebuffer().borrow(part);
    if (!same && before != area.size())
        Q_EMIT m_session.sizeChanged(area.size());
    if (wake)
        Q_EMIT m_session.damaged();
}

void SpicePicture::damage(const QRect &damaged)
{
    const QRect inside = damaged & m_area;
    if (!m_shown || inside.isEmpty())
        return;
    if (m_session.framebuffer().publishBorrowed(inside.translated(-m_area.topLeft()))) {
        ++m_updates;
        Q_EMIT m_session.damaged();
    }
}

void SpicePicture::keep()
{
    if (std::exchange(m_shown, false))
        m_session.framebuffer().keepBorrowed();
}

SpiceHead::SpiceHead(SpiceConsole &first, int number)
    : ConsoleSession(&first), m_first(first), m_number(number)
{
    setState(first.state());
    connect(&first, &ConsoleSession::stateChanged, this, [this](State state) { setState(state); });
    connect(&first, &ConsoleSession::closed, this, &ConsoleSession::closed);
    connect(&first, &ConsoleSession::cursorChanged, this, &ConsoleSession::cursorChanged);
    connect(&first, &ConsoleSession::pointerModeChanged, this, &ConsoleSession::pointerModeChanged);
    connect(&first, &ConsoleSession::lockKeysChanged, this, &ConsoleSession::lockKeysChanged);
    connect(&first, &ConsoleSession::resizableChanged, this, &ConsoleSession::resizableChanged);
}

QString SpiceHead::protocolName() const
{
    return m_first.protocolName();
}

void SpiceHead::sendKey(const ConsoleKey &key)
{
    m_first.sendKey(key);
}

ConsoleSession::PointerMode SpiceHead::pointerMode() const
{
    return m_first.pointerMode();
}

void SpiceHead::sendPointer(QPoint position, int buttons)
{
    m_first.sendPointerOf(picture, position, buttons);
}

void SpiceHead::sendRelativePointer(QPoint step, int buttons)
{
    m_first.sendRelativePointer(step, buttons);
}

bool SpiceHead::canResize() const
{
    return m_first.canResize();
}

void SpiceHead::requestResize(QSize size)
{
    m_first.resizeHead(m_number, size);
}

std::optional<LockKeys> SpiceHead::lockKeys() const
{
    return m_first.lockKeys();
}

void SpiceHead::setLockKeys(LockKeys locks)
{
    m_first.setLockKeys(locks);
}

GuestFiles *SpiceHead::guestFiles()
{
    return m_first.guestFiles();
}

ConnectionSecurity SpiceHead::security() const
{
    return m_first.security();
}

ConsoleStatistics SpiceHead::statistics() const
{
    return m_first.statistics();
}
