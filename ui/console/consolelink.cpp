// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolelink.h"

#include "ui/console/sessionkinds.h"

#include <utility>

ConsoleLink::ConsoleLink(QObject *parent, MakeSession make) : QObject(parent), m_make(make ? std::move(make) : MakeSession(sessionkinds::make))
{
    connect(&m_reconnect, &Reconnect::tryNow, this, &ConsoleLink::attempt);
    connect(&m_reconnect, &Reconnect::countdownChanged, this, &ConsoleLink::countdownChanged);
}

ConsoleLink::~ConsoleLink()
{
    // The session is a child and goes with us; nothing of its last words is for us.
    if (m_session)
        m_session->disconnect(this);
}

void ConsoleLink::setViewOnly()
{
    m_viewOnly = true;
    Q_EMIT viewOnlyChanged();
}

void ConsoleLink::lookOnly(bool on)
{
    if (std::exchange(m_looksOnly, on) != on)
        Q_EMIT viewOnlyChanged();
}

void ConsoleLink::open(std::unique_ptr<DisplayRoute> route)
{
    close();
    m_route = std::move(route);
    attempt();
}

void ConsoleLink::retryNow()
{
    if (m_state == State::Lost)
        m_reconnect.nudge();
}

void ConsoleLink::close()
{
    ++m_attempt;
    m_reconnect.stop();
    dropSession();
    m_path.reset();
    m_error.reset();
    m_consoleError.reset();
    m_refused = false;
    m_route.reset();
    setState(State::Idle);
}

void ConsoleLink::attempt()
{
    if (!m_route)
        return;
    const auto number = ++m_attempt;
    m_error.reset();
    m_consoleError.reset();
    m_answered = false;
    setState(State::Connecting);
    m_route->find(this, [this, number](Result<DisplayWay> &&way) {
        if (number != m_attempt)
            return;
        if (way) {
            take(*way);
        } else {
            m_error = way.error();
            lose();
        }
    });
}

void ConsoleLink::take(DisplayWay &way)
{
    dropSession();
    m_path = way.path;
    m_waySecurity = way.security;
    m_staysHere = way.path == DisplayWay::Path::Local || way.endpoint.link == Endpoint::Link::Local;
    auto *session = m_make(way.kind, this);
    if (!session) {
        m_error = Error{Error::Kind::Unsupported, way.kind.text(), {}};
        lose();
        return;
    }
    Endpoint endpoint = std::move(way.endpoint);
    // One that was refused is not tried again: the display asks then, and so do we.
    if (m_refused)
        endpoint.password.clear();
    m_answered = !endpoint.password.isEmpty();
    endpoint.descriptor = way.socket.release();
    m_session = session;
    connect(session, &ConsoleSession::stateChanged, this, &ConsoleLink::noteState);
    // A display that greets and then breaks off before its first picture is asked ever more seldom.
    connect(session, &ConsoleSession::damaged, this, [this] { m_reconnect.succeeded(); }, Qt::SingleShotConnection);
    connect(session, &ConsoleSession::closed, this, &ConsoleLink::noteClosed);
    connect(session, &ConsoleSession::credentialsNeeded, this, [this](bool withUser) {
        m_wantsUser = withUser;
        m_refused = m_refused || m_answered;
        setState(State::Password);
    });
    Q_EMIT sessionChanged();
    session->open(std::move(endpoint));
}

ConnectionSecurity ConsoleLink::security() const
{
    const auto own = m_session ? m_session->security() : ConnectionSecurity{};
    return own.extent == ConnectionSecurity::Extent::Nothing ? m_waySecurity : own;
}

void ConsoleLink::answer(const QString &user, const QString &password)
{
    if (m_state != State::Password || !m_session)
        return;
    m_answered = true;
    setState(State::Connecting);
    m_session->answerCredentials(user, password);
}

void ConsoleLink::noteState(ConsoleSession::State state)
{
    if (state != ConsoleSession::State::Connected)
        return;
    m_refused = false;
    setState(State::Live);
}

void ConsoleLink::noteClosed(const ConsoleError &error)
{
    if (sender() != m_session)
        return;
    m_consoleError = error;
    if (error.kind == ConsoleError::Kind::AuthenticationFailed && m_answered) {
        // The server hangs up on a wrong password, a person's or the one that libvirt knows: ask at once.
        m_refused = true;
        attempt();
        return;
    }
    lose();
}

bool ConsoleLink::isHopeless() const
{
    using K = ConsoleError::Kind;
    if (m_error && (m_error->kind == Error::Kind::Unsupported || m_error->kind == Error::Kind::HostKeyUnknown || m_error->kind == Error::Kind::Refused))
        return true;
    return m_consoleError && (m_consoleError->kind == K::TooLarge || m_consoleError->kind == K::Unsupported
                              || m_consoleError->kind == K::NeedsOwnEncryption
                              || m_consoleError->kind == K::CertificateNotTrusted);
}

void ConsoleLink::lose()
{
    setState(State::Lost);
    if (isHopeless())
        m_reconnect.stop();
    else
        m_reconnect.lost();
}

void ConsoleLink::dropSession()
{
    if (!m_session)
        return;
    auto *session = m_session.data();
    m_session.clear();
    session->disconnect(this);
    Q_EMIT sessionChanged();
    session->close();
    session->deleteLater();
}

void ConsoleLink::setState(State state)
{
    if (m_state == state && state != State::Lost)
        return;
    m_state = state;
    Q_EMIT changed();
}
