// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a machine's display: a descriptor from a local daemon, a channel of the host's ssh, or an address.
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/graphics.h"
#include "core/config/domain/machinedetails.h"
#include "core/hosts/host_p.h"
#include "core/libvirt/domaindevices.h"
#include "core/libvirt/domains.h"
#include "core/machines/machine.h"
#include "core/machines/machine_p.h"

#include <QHostAddress>

#include <algorithm>

namespace {

using Connection = std::shared_ptr<DisplayConnection>;

struct Where {
    DomainHandle domain;
    int index = 0;
    HostUri uri;
    std::optional<SshRoute> route;
};

struct LiveDisplay {
    DisplayFacts facts;
    QString password;
};

/// Ports and password as they are at this moment.
Result<LiveDisplay> liveDisplay(const DomainHandle &domain, int index)
{
    auto xml = domains::xmlOf(domain, domains::Xml::CurrentSecret);
    if (!xml) // e.g. a connection that may not see secrets
        xml = domains::xmlOf(domain, domains::Xml::Current);
    if (!xml)
        return failure(xml.error());
    const auto config = DomainConfig::parse(*xml);
    if (!config)
        return failure(config.error());
    const auto details = detailsOf(*config);
    const auto it = std::find_if(details.displays.begin(), details.displays.end(),
                                 [index](const DisplayFacts &display) { return display.index == index; });
    if (it == details.displays.end())
        return failure(Error::Kind::NotFound, QStringLiteral("The machine has no display %1.").arg(index));
    LiveDisplay live{*it, {}};
    const auto graphics = config->devices<Graphics>();
    if (index >= 0 && index < int(graphics.size()))
        live.password = graphics[size_t(index)].get(Graphics::password).value_or(QString());
    return live;
}

/// Where a server that listens everywhere, or to itself alone, is found on its own host.
QString loopbackFor(const QString &listen)
{
    static const QStringList anywhere{{}, QStringLiteral("0.0.0.0"), QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
    if (anywhere.contains(listen))
        return QStringLiteral("127.0.0.1");
    if (listen == u"::" || listen == u"::1")
        return QStringLiteral("::1");
    return listen;
}

Error noPort()
{
    return {Error::Kind::WrongState, QStringLiteral("The display listens nowhere."), QStringLiteral("graphics")};
}

bool takesTlsAlone(const DisplayFacts &facts)
{
    return facts.port <= 0 && facts.tlsPort > 0 && facts.socketPath.isEmpty();
}

/// No tunnel: TLS is spoken to an address. Where the display listens on the host's loopback there is none.
Connection besideSsh(const HostUri &uri, const LiveDisplay &live)
{
    auto connection = std::make_shared<DisplayConnection>();
    connection->kind = live.facts.kind;
    if (!QHostAddress(live.facts.listen).isLoopback())
        connection->address = uri.host;
    connection->tlsPort = live.facts.tlsPort;
    connection->password = live.password;
    return connection;
}

Result<Connection> overSsh(const SshRoute &route, const LiveDisplay &live)
{
    if (live.facts.port <= 0 && live.facts.socketPath.isEmpty())
        return failure(noPort());
    auto socket = live.facts.socketPath.isEmpty() ? route.forward(loopbackFor(live.facts.listen), live.facts.port)
                                                  : route.forwardToSocket(live.facts.socketPath);
    if (!socket)
        return failure(socket.error());
    auto connection = std::make_shared<DisplayConnection>();
    connection->kind = live.facts.kind;
    connection->path = DisplayConnection::Path::SshTunnel;
    connection->socket = std::move(*socket);
    connection->password = live.password;
    return connection;
}

Result<Connection> direct(const HostUri &uri, const LiveDisplay &live)
{
    if (live.facts.port <= 0 && live.facts.tlsPort <= 0)
        return failure(noPort());
    auto connection = std::make_shared<DisplayConnection>();
    connection->kind = live.facts.kind;
    connection->address = uri.isLocal() ? loopbackFor(live.facts.listen) : uri.host;
    connection->port = live.facts.port;
    connection->tlsPort = live.facts.tlsPort;
    connection->password = live.password;
    return connection;
}

Result<Connection> connectDisplay(const Where &where)
{
    const auto live = liveDisplay(where.domain, where.index);
    if (!live)
        return failure(live.error());
    if (where.route && takesTlsAlone(live->facts))
        return besideSsh(where.uri, *live);
    if (where.route)
        return overSsh(*where.route, *live);
    if (where.uri.isLocal()) {
        // Only over the daemon's own local socket; elsewhere this fails at once and the address remains.
        if (auto socket = domains::openGraphics(where.domain, where.index)) {
            auto connection = std::make_shared<DisplayConnection>();
            connection->kind = live->facts.kind;
            connection->path = DisplayConnection::Path::LocalDescriptor;
            connection->socket = std::move(*socket);
            connection->password = live->password;
            return connection;
        } else if (live->facts.port <= 0 && live->facts.tlsPort <= 0) {
            return failure(socket.error());
        }
    }
    return direct(where.uri, *live);
}

} // namespace

QFuture<Result<std::shared_ptr<DisplayConnection>>> Machine::openDisplay(int displayIndex)
{
    auto *session = d->session();
    const Where where{d->domain, displayIndex, d->host.uri(), session ? session->sshRoute() : std::nullopt};
    return d->host.runSlow<Connection>([where](const ConnectHandle &) { return connectDisplay(where); });
}
