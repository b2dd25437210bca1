// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a guest's screen follow the room that there is for it, where the session can and the person wants it. Asks
// once the room has been still for a moment. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QSize>
#include <QTimer>

class ConsoleSession;
class ConsoleWidget;
class QWidget;

class GuestResize final : public QObject {
    Q_OBJECT
public:
    static constexpr QSize least{320, 200};

    /// `room` holds the screen, and maybe scroll bars while it is too large. Both outlive this.
    GuestResize(ConsoleWidget &screen, QWidget &room);

    void setEnabled(bool on);
    bool isEnabled() const { return m_enabled; }
    /// To be told of each new one.
    void setSession(ConsoleSession *session);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    /// In the guest's pixels, as the present scaling will show them.
    QSize wanted() const;

    ConsoleWidget &m_screen;
    QWidget &m_room;
    QPointer<ConsoleSession> m_session;
    QTimer m_still;
    QSize m_asked; ///< of this session
    bool m_enabled = false;
};
