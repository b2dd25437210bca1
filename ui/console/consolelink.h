// SPDX-License-Identifier: GPL-3.0-or-later
// A display as a viewer session: asks its route for the way, opens it, and opens it again when it was lost.
// Knows neither machines nor windows; ConsoleView shows what it says. GUI thread.
#pragma once

#include "core/base/error.h"
#include "ui/console/displayroute.h"
#include "viewer/session/consolesession.h"
#include "viewer/session/reconnect.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class ConsoleLink final : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Connecting, Password, Live, Lost };

    /// Null where displays of that kind cannot be shown; the session is to be a child of the parent.
    using MakeSession = std::function<ConsoleSession *(const DisplayKind &kind, QObject *parent)>;

    /// `make` is sessionkinds::make() where nothing else is given.
    explicit ConsoleLink(QObject *parent = nullptr, MakeSession make = {});
    ~ConsoleLink() override;

    State state() const { return m_state; }
    /// Owned by the link; null before the first attempt and after close().
    ConsoleSession *session() const { return m_session; }
    std::optional<DisplayWay::Path> path() const { return m_path; }
    /// Of the session, or of the way that it takes.
    ConnectionSecurity security() const;
    /// The way ends on this computer, as far as is known here.
    bool staysHere() const { return m_staysHere; }
    bool wantsUser() const { return m_wantsUser; }
    /// The last password was not accepted.
    bool wasRefused() const { return m_refused; }
    /// Why it is Lost, where a way could not be found; otherwise see consoleError().
    const std::optional<Error> &error() const { return m_error; }
    /// The same in sentences for a person, where the route has its own; otherwise empty.
    QString reason() const { return m_route ? m_route->reason() : QString(); }
    const std::optional<ConsoleError> &consoleError() const { return m_consoleError; }
    int secondsLeft() const { return m_reconnect.secondsLeft(); }
    /// A display to look at: keys, pointer, clipboard, dropped files and microphone are not to reach the guest.
    bool isViewOnly() const { return m_viewOnly || m_looksOnly; }
    /// It was opened so, and nothing at all is to reach the guest.
    bool isViewOnlyForGood() const { return m_viewOnly; }
    /// For good; before open().
    void setViewOnly();
    /// As a person has it at present.
    void lookOnly(bool on);

    /// Connects by that route and stays on it until close().
    void open(std::unique_ptr<DisplayRoute> route);
    /// Lost: does not wait for the countdown.
    void retryNow();
    void answer(const QString &user, const QString &password);
    void close();

Q_SIGNALS:
    void changed();
    void countdownChanged();
    void viewOnlyChanged();
    /// session() is another one, or null.
    void sessionChanged();

private:
    void attempt();
    void take(DisplayWay &way);
    void noteState(ConsoleSession::State state);
    void noteClosed(const ConsoleError &error);
    /// Trying again would end the same way.
    bool isHopeless() const;
    void lose();
    void dropSession();
    void setState(State state);

    MakeSession m_make;
    std::unique_ptr<DisplayRoute> m_route;
    QPointer<ConsoleSession> m_session;
    Reconnect m_reconnect;
    State m_state = State::Idle;
    std::optional<DisplayWay::Path> m_path;
    ConnectionSecurity m_waySecurity;
    bool m_staysHere = false;
    std::optional<Error> m_error;
    std::optional<ConsoleError> m_consoleError;
    bool m_wantsUser = false;
    bool m_answered = false;
    bool m_refused = false;
    bool m_viewOnly = false;  ///< for good
    bool m_looksOnly = false; ///< as a person chose
    quint64 m_attempt = 0; ///< late answers to earlier attempts are dropped
};
