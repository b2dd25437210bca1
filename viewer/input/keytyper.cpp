// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/keytyper.h"

#include <linux/input-event-codes.h>

namespace {
constexpr quint32 shiftKeysym = 0xffe1;
constexpr quint32 level3Keysym = 0xfe03;
constexpr quint32 capsLockKeysym = 0xffe5;
} // namespace

KeyTyper::KeyTyper(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(pause);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &KeyTyper::typeNext);
}

void KeyTyper::start(ConsoleSession &session, const TypingLayout &layout, const QString &text)
{
    stop();
    m_session = &session;
    m_strokes = layout.strokesFor(text);
    m_next = 0;
    // With the light on, every letter would come out the other way round.
    if (const auto locks = session.lockKeys(); locks && locks->caps) {
        press(KEY_CAPSLOCK, capsLockKeysym, true);
        press(KEY_CAPSLOCK, capsLockKeysym, false);
    }
    m_timer.start();
    Q_EMIT progressed();
}

void KeyTyper::stop()
{
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    m_strokes.clear();
    Q_EMIT finished();
}

void KeyTyper::typeNext()
{
    if (!m_session || m_session->state() != ConsoleSession::State::Connected || m_next >= m_strokes.size()) {
        stop();
        return;
    }
    for (const KeyStroke &stroke : m_strokes.at(m_next)) {
        if (stroke.shift)
            press(KEY_LEFTSHIFT, shiftKeysym, true);
        if (stroke.altGr)
            press(KEY_RIGHTALT, level3Keysym, true);
        press(stroke.evdev, stroke.keysym, true);
        press(stroke.evdev, stroke.keysym, false);
        if (stroke.altGr)
            press(KEY_RIGHTALT, level3Keysym, false);
        if (stroke.shift)
            press(KEY_LEFTSHIFT, shiftKeysym, false);
    }
    ++m_next;
    Q_EMIT progressed();
}

void KeyTyper::press(quint32 evdev, quint32 keysym, bool down)
{
    m_session->sendKey({evdev, keysym, down});
}
