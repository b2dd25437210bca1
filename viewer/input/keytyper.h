// SPDX-License-Identifier: GPL-3.0-or-later
// Types a text into a console as key presses, no faster than a guest's keyboard takes them. GUI thread.
#pragma once

#include "viewer/input/typinglayout.h"
#include "viewer/session/consolesession.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

class KeyTyper final : public QObject {
    Q_OBJECT
public:
    /// A PS/2 keyboard of QEMU's holds 16 bytes, and an emulated guest may be slow to fetch them.
    static constexpr std::chrono::milliseconds pause{20};

    explicit KeyTyper(QObject *parent = nullptr);

    /// Starts at once; finished() follows, also where the session ends. One text at a time: a former one is stopped.
    void start(ConsoleSession &session, const TypingLayout &layout, const QString &text);
    void stop();
    bool isTyping() const { return m_timer.isActive(); }
    int done() const { return m_next; }
    int total() const { return int(m_strokes.size()); } ///< characters

Q_SIGNALS:
    void progressed();
    void finished();

private:
    void typeNext();
    void press(quint32 evdev, quint32 keysym, bool down);

    QPointer<ConsoleSession> m_session;
    QList<QList<KeyStroke>> m_strokes;
    int m_next = 0;
    QTimer m_timer;
};
