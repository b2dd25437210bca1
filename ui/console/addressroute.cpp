// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/addressroute.h"

#include "ui/console/knownauthority.h"
#include "ui/console/targetwords.h"
#include "viewer/transport/localsocket.h"

#include <QMetaObject>

#include <utility>

namespace {

Error errorOf(const WebSocketProblem &problem)
{
    using K = WebSocketProblem::Kind;
    switch (problem.kind) {
    case K::NotTrusted:
    case K::BadAuthority: return {Error::Kind::HostKeyUnknown, problem.detail, {}};
    case K::NotAWebSocket: return {Error::Kind::Unsupported, problem.detail, {}};
    case K::HttpStatus: return {problem.status == 404 ? Error::Kind::NotFound : Error::Kind::Refused, problem.detail, {}};
    case K::TimedOut: return {Error::Kind::TimedOut, problem.detail, {}};
    case K::Unreachable:
    case K::Refused:
    case K::HungUp:
    case K::Ended: break;
    }
    return {Error::Kind::Unreachable, problem.detail, {}};
}

Error errorOf(std::errc why)
{
    const auto message = QString::fromStdString(std::make_error_code(why).message());
    if (why == std::errc::no_such_file_or_directory)
        return {Error::Kind::NotFound, message, {}};
    return {why == std::errc::permission_denied ? Error::Kind::Refused : Error::Kind::Unreachable, message, {}};
}

} // namespace

AddressRoute::AddressRoute(ConsoleTarget target) : m_target(std::move(target)) {}

void AddressRoute::find(QObject *receiver, Found found)
{
    m_problem.reset();
    m_bridge.reset();
    if (!m_target.webSocket.isEmpty()) {
        findWebSocket(receiver, found);
    } else if (!m_target.socketPath.isEmpty()) {
        findSocket(receiver, found);
    } else {
        auto way = plainWay();
        way.endpoint.address = m_target.host;
        way.endpoint.port = m_target.port;
        way.endpoint.tlsPort = m_target.tlsPort;
        way.endpoint.proxy = m_target.proxy.toString(QUrl::FullyEncoded);
        way.endpoint.certificateAuthority = authorityFile();
        if (way.endpoint.certificateAuthority.isEmpty())
            way.endpoint.certificateAuthority = knownAuthority();
        way.endpoint.certificateSubject = m_target.certificateSubject;
        found(std::move(way));
    }
}

QString AddressRoute::reason() const
{
    return m_problem ? targetwords::of(*m_problem) : QString();
}

DisplayWay AddressRoute::plainWay()
{
    DisplayWay way;
    way.kind = m_target.protocol == ConsoleTarget::Protocol::Vnc ? displays::vnc() : displays::spice();
    way.path = m_target.socketPath.isEmpty() ? DisplayWay::Path::Direct : DisplayWay::Path::Local;
    way.endpoint.user = m_target.user;
    way.endpoint.password = m_target.password;
    way.endpoint.link = m_target.isLocal() ? Endpoint::Link::Local : Endpoint::Link::Remote;
    return way;
}

void AddressRoute::findSocket(QObject *, const Found &found)
{
    const auto connected = localsocket::connectTo(m_target.socketPath);
    if (const auto *why = std::get_if<std::errc>(&connected)) {
        found(failure(errorOf(*why)));
        return;
    }
    auto way = plainWay();
    way.socket = FileDescriptor(std::get<int>(connected));
    way.endpoint.openAnother = [path = m_target.socketPath](const Endpoint::Opened &opened) {
        const auto another = localsocket::connectTo(path);
        if (const auto *why = std::get_if<std::errc>(&another))
            opened(-1, errorOf(*why).message);
        else
            opened(std::get<int>(another), {});
    };
    found(std::move(way));
}

void AddressRoute::findWebSocket(QObject *receiver, const Found &found)
{
    m_bridge = std::make_unique<WebSocketBridge>();
    QObject::connect(m_bridge.get(), &WebSocketBridge::ready, receiver, [this, found] {
        auto way = plainWay();
        way.socket = FileDescriptor(m_bridge->takeDescriptor());
        way.security = m_bridge->security();
        way.endpoint.isWaySafe = m_target.isLocal() || m_target.webSocket.scheme() == u"wss";
        way.endpoint.address = m_target.webSocket.host(); // certificates within are checked against it
        found(std::move(way));
    });
    QObject::connect(m_bridge.get(), &WebSocketBridge::failed, receiver, [this, found](const WebSocketProblem &problem) {
        m_problem = problem;
        found(failure(errorOf(problem)));
    });
    m_bridge->open({m_target.webSocket, m_target.certificateAuthority});
}

QString AddressRoute::authorityFile()
{
    if (m_target.certificateAuthority.isEmpty())
        return {};
    if (!m_authority.isOpen() && (!m_authority.open() || m_authority.write(m_target.certificateAuthority) < 0 || !m_authority.flush()))
        return {};
    return m_authority.fileName();
}
