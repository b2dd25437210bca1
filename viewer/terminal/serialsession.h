// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a terminal connected to a guest's port: opens it while the machine runs, again after a loss, and hands over
// what the guest writes in parts that leave the window time to breathe. GUI thread.
#pragma once

#include "viewer/session/reconnect.h"
#include "viewer/terminal/bytechannel.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class TerminalLog;

class SerialSession final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,       ///< nobody has opened it
        Waiting,    ///< for the machine to run
        Connecting,
        Live,
        Held,       ///< another program has the port; looked after now and then
        Lost,       ///< tried again in secondsLeft(), or not where it is hopeless
    };
    enum class Take { Ask, Over };
    /// Makes a channel, owned by `parent`.
    using Maker = std::function<ByteChannel *(Take take, QObject *parent)>;

    explicit SerialSession(Maker maker, QObject *parent = nullptr);
    ~SerialSession() override;

    State state() const { return m_state; }
    int secondsLeft() const { return m_reconnect.secondsLeft(); }
    /// Bytes that came and were lost, because the guest wrote faster than they could be shown.
    qint64 skipped() const { return m_skipped; }
    qint64 receivedBytes() const { return m_received; }

    void open();
    void close();
    /// Whether there is a guest at the other end.
    void setMachineRunning(bool running);
    void retryNow();
    /// The other program loses the port.
    void takeOver();
    /// Kept until the guest takes it, up to a bound; false where it is too much, and none of it is sent.
    bool send(const QByteArray &bytes);
    static constexpr qsizetype mostUnsent = 4 << 20;

    /// Appends all that comes from now on to a file; empty ends it.
    void setLogFile(const QString &path);
    QString logFile() const;

Q_SIGNALS:
    void stateChanged();
    void countdownChanged();
    void received(const QByteArray &bytes);
    void skippedChanged();
    void logFailed(const QString &path, const QString &reason);

private:
    void attempt(Take take);
    void ended(ByteChannel::Ending ending);
    void pump();
    void flush();
    void drop();
    void setState(State state);

    Maker m_maker;
    Reconnect m_reconnect;
    QPointer<ByteChannel> m_channel;
    std::unique_ptr<TerminalLog> m_log;
    QTimer m_pump;    ///< there is more to hand over
    QTimer m_unsent;  ///< the guest did not take all
    QTimer m_heldAgain;
    QByteArray m_backlog;
    qsizetype m_done = 0; ///< of the backlog
    QByteArray m_outgoing;
    qint64 m_skipped = 0;
    qint64 m_received = 0;
    State m_state = State::Idle;
    int m_heldTries = 0;
    bool m_wanted = false;
    bool m_running = false;
};
