// SPDX-License-Identifier: GPL-3.0-or-later
// When to try again after a console was lost: at once-ish at first, then ever more seldom, with a countdown that
// can be shown. GUI thread; does no connecting itself.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class Reconnect final : public QObject {
    Q_OBJECT
public:
    explicit Reconnect(QObject *parent = nullptr);

    /// The console was lost, or an attempt failed: arms the next attempt. While one is armed it changes nothing.
    void lost();
    /// A connection stands: the next loss starts from the shortest wait.
    void succeeded();
    /// Something speaks for success now (the machine restarted, a person asks): tries at once and starts over.
    void nudge();
    /// No attempt is wanted any more.
    void stop();

    bool isWaiting() const { return m_attempt.isActive(); }
    /// Whole seconds until the next attempt, rounded up; 0 while none is armed.
    int secondsLeft() const;
    /// How long lost() will wait the next time.
    std::chrono::milliseconds nextWait() const;

Q_SIGNALS:
    void tryNow();
    void countdownChanged();

private:
    void fire();
    void tick();

    QTimer m_attempt;
    QTimer m_tick;
    int m_losses = 0;
    int m_shownSeconds = 0;
};
