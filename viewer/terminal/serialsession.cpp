// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/serialsession.h"

#include "viewer/terminal/terminallog.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr qsizetype part = 32 << 10;
// Of a frame's 16: painting and a person's keys need the rest.
constexpr qint64 mostMsAtOnce = 8;
constexpr auto unsentPause = 40ms;
constexpr auto shortestHeld = 250ms;
constexpr auto longestHeld = 5000ms;
// A window of our own that has just closed lets go of the port in a moment: that is not worth a word.
constexpr int silentTries = 3;
} // namespace

SerialSession::SerialSession(Maker maker, QObject *parent) : QObject(parent), m_maker(std::move(maker))
{
    m_pump.setSingleShot(true);
    connect(&m_pump, &QTimer::timeout, this, &SerialSession::pump);
    m_unsent.setInterval(unsentPause);
    connect(&m_unsent, &QTimer::timeout, this, &SerialSession::flush);
    m_heldAgain.setSingleShot(true);
    connect(&m_heldAgain, &QTimer::timeout, this, [this] { attempt(Take::Ask); });
    connect(&m_reconnect, &Reconnect::tryNow, this, [this] { attempt(Take::Ask); });
    connect(&m_reconnect, &Reconnect::countdownChanged, this, &SerialSession::countdownChanged);
}

SerialSession::~SerialSession()
{
    if (m_channel)
        m_channel->disconnect(this);
}

void SerialSession::open()
{
    if (std::exchange(m_wanted, true))
        return;
    if (m_running)
        attempt(Take::Ask);
    else
        setState(State::Waiting);
}

void SerialSession::close()
{
    m_wanted = false;
    m_heldTries = 0;
    m_reconnect.stop();
    drop();
    setState(State::Idle);
}

void SerialSession::setMachineRunning(bool running)
{
    if (std::exchange(m_running, running) == running || !m_wanted)
        return;
    if (running) {
        m_reconnect.nudge();
        return;
    }
    m_reconnect.stop();
    // What the guest wrote last is still to be shown.
    if (m_channel)
        pump();
    drop();
    setState(State::Waiting);
}

void SerialSession::retryNow()
{
    if (m_state == State::Lost)
        m_reconnect.nudge();
    else if (m_state == State::Held)
        attempt(Take::Ask);
}

void SerialSession::takeOver()
{
    if (m_state == State::Held)
        attempt(Take::Over);
}

void SerialSession::attempt(Take take)
{
    if (!m_wanted || !m_running)
        return;
    drop();
    // Looking whether the other program is gone yet is nothing to tell.
    if (m_state != State::Held || take == Take::Over)
        setState(State::Connecting);
    auto *channel = m_maker(take, this);
    m_channel = channel;
    connect(channel, &ByteChannel::opened, this, [this] {
        m_heldTries = 0;
        setState(State::Live);
    });
    connect(channel, &ByteChannel::readyRead, this, [this] {
        if (!m_pump.isActive())
            m_pump.start(0);
    });
    connect(channel, &ByteChannel::closed, this, &SerialSession::ended);
}

void SerialSession::ended(ByteChannel::Ending ending)
{
    pump();
    drop();
    switch (ending) {
    case ByteChannel::Ending::Held:
        m_heldAgain.start(std::min<std::chrono::milliseconds>(shortestHeld * (1 << std::min(m_heldTries, 5)), longestHeld));
        setState(++m_heldTries > silentTries ? State::Held : State::Connecting);
        return;
    case ByteChannel::Ending::Hopeless:
        m_reconnect.stop();
        setState(State::Lost);
        return;
    case ByteChannel::Ending::Ended:
    case ByteChannel::Ending::Failed: break;
    }
    m_reconnect.lost();
    setState(State::Lost);
}

void SerialSession::drop()
{
    m_heldAgain.stop();
    m_unsent.stop();
    m_outgoing.clear();
    if (!m_channel)
        return;
    auto *channel = m_channel.data();
    m_channel.clear();
    channel->disconnect(this);
    channel->deleteLater();
}

/// Hands over for a few milliseconds what has come, and the rest later.
void SerialSession::pump()
{
    QElapsedTimer clock;
    clock.start();
    while (clock.elapsed() < mostMsAtOnce) {
        if (m_done >= m_backlog.size()) {
            m_done = 0;
            m_backlog = m_channel ? m_channel->read() : QByteArray();
            if (m_backlog.isEmpty())
                return;
            m_received += m_backlog.size();
            if (const auto lost = m_channel->skipped(); lost > 0) {
                m_skipped += lost;
                // The cut may have gone through a sequence: it is cancelled.
                Q_EMIT received(QByteArray("\x18\r\n"));
                Q_EMIT skippedChanged();
            }
            m_reconnect.succeeded();
            if (m_log)
                m_log->append(m_backlog);
        }
        const auto next = m_backlog.mid(m_done, part);
        m_done += next.size();
        Q_EMIT received(next);
    }
    m_pump.start(0);
}

bool SerialSession::send(const QByteArray &bytes)
{
    if (m_state != State::Live || m_outgoing.size() + bytes.size() > mostUnsent)
        return false;
    m_outgoing += bytes;
    if (!m_unsent.isActive())
        flush();
    return true;
}

void SerialSession::flush()
{
    if (m_channel && !m_outgoing.isEmpty())
        m_outgoing.remove(0, m_channel->write(m_outgoing));
    if (m_outgoing.isEmpty())
        m_unsent.stop();
    else if (!m_unsent.isActive())
        m_unsent.start();
}

void SerialSession::setLogFile(const QString &path)
{
    m_log.reset();
    if (path.isEmpty())
        return;
    m_log = std::make_unique<TerminalLog>(path);
    connect(m_log.get(), &TerminalLog::failed, this, [this](const QString &reason) {
        const auto failed = m_log->path();
        m_log.release()->deleteLater();
        Q_EMIT logFailed(failed, reason);
    });
}

QString SerialSession::logFile() const
{
    return m_log ? m_log->path() : QString();
}

void SerialSession::setState(State state)
{
    if (std::exchange(m_state, state) != state || state == State::Lost)
        Q_EMIT stateChanged();
}
