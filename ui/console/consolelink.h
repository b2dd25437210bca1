// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's display as a viewer session: finds the way, opens it, and opens it again when it was lost.
// Knows nothing of windows; ConsolePane shows what it says. GUI thread.
#pragma once

#include "core/machines/machine.h"
#include "viewer/session/consolesession.h"
#include "viewer/session/reconnect.h"

#include <QObject>
#include <QPointer>

#include <optional>

class ConsoleLink final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Connecting, Password, Live, Lost };

    explicit ConsoleLink(Machine &machine, QObject *parent = nullptr);
    ~ConsoleLink() override;

    State state() const { return m_state; }
    /// Owned by the link; null before the first attempt and after close().
    ConsoleSession *session() const { return m_session; }
    std::optional<DisplayConnection::Path> path() const { return m_path; }
    bool wantsUser() const { return m_wantsUser; }
    /// The last password was not accepted.
    bool wasRefused() const { return m_refused; }
    /// Why it is Lost, where a way could not be found; otherwise see consoleError().
    const std::optional<Error> &error() const { return m_error; }
    const std::optional<ConsoleError> &consoleError() const { return m_consoleError; }
    int secondsLeft() const { return m_reconnect.secondsLeft(); }

    /// Connects to the display with that index unless it is at it already, and stays on it.
    void open(int displayIndex);
    /// Lost: does not wait for the countdown.
    void retryNow();
    void answer(const QString &user, const QString &password);
    void close();

Q_SIGNALS:
    void changed();
    void countdownChanged();
    /// session() is another one, or null.
    void sessionChanged();

private:
    void attempt();
    void take(DisplayConnection &way);
    void noteState(ConsoleSession::State state);
    void noteClosed(const ConsoleError &error);
    void lose();
    void dropSession();
    void setState(State state);

    QPointer<Machine> m_machine;
    QPointer<ConsoleSession> m_session;
    Reconnect m_reconnect;
    State m_state = State::Idle;
    std::optional<DisplayConnection::Path> m_path;
    std::optional<Error> m_error;
    std::optional<ConsoleError> m_consoleError;
    int m_display = 0;
    bool m_wantsUser = false;
    bool m_answered = false;
    bool m_refused = false;
    quint64 m_attempt = 0; ///< late answers to earlier attempts are dropped
};
