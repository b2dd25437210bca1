// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/session/reconnect.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr auto shortestWait = 250ms;
constexpr auto longestWait = 30000ms;
} // namespace

Reconnect::Reconnect(QObject *parent)
    : QObject(parent)
{
    m_attempt.setSingleShot(true);
    m_attempt.setTimerType(Qt::PreciseTimer);
    connect(&m_attempt, &QTimer::timeout, this, &Reconnect::fire);
    connect(&m_tick, &QTimer::timeout, this, &Reconnect::tick);
}

void Reconnect::lost()
{
    if (m_attempt.isActive())
        return;
    m_attempt.start(nextWait());
    ++m_losses;
    m_tick.start(100ms);
    tick();
}

void Reconnect::succeeded()
{
    stop();
    m_losses = 0;
}

void Reconnect::nudge()
{
    stop();
    m_losses = 0;
    Q_EMIT tryNow();
}

void Reconnect::stop()
{
    m_attempt.stop();
    m_tick.stop();
    tick();
}

int Reconnect::secondsLeft() const
{
    return m_attempt.isActive() ? int((m_attempt.remainingTime() + 999) / 1000) : 0;
}

std::chrono::milliseconds Reconnect::nextWait() const
{
    return std::min<std::chrono::milliseconds>(shortestWait * (1 << std::min(m_losses, 10)), longestWait);
}

void Reconnect::fire()
{
    m_tick.stop();
    tick();
    Q_EMIT tryNow();
}

void Reconnect::tick()
{
    const int seconds = secondsLeft();
    if (seconds == m_shownSeconds)
        return;
    m_shownSeconds = seconds;
    Q_EMIT countdownChanged();
}
