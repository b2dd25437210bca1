// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a machine's display: a descriptor from a local daemon, a channel of the host's ssh, or an address.
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/graphics.h"
#include "core/config/domain/machinedetails.h"
#include "core/hosts/host_p.h"
#include "core/libvirt/domaindevices.h"
#include "core/libvirt/domains.h"
#include "core/machines/displayplan.h"
#include "core/machines/machine.h"
#include "core/machines/machine_p.h"

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

Error noPort()
{
    return {Error::Kind::WrongState, QStringLiteral("The display listens nowhere."), QStringLiteral("graphics")};
}

Connection connection(const LiveDisplay &live, DisplayConnection::Path path)
{
    auto made = std::make_shared<DisplayConnection>();
    made->kind = live.facts.kind;
    made->path = path;
    made->password = live.password;
    return made;
}

Result<Connection> throughSsh(const SshRoute &route, const DisplayPlan &plan, const LiveDisplay &live)
{
    auto socket = plan.socketPath.isEmpty() ? route.forward(plan.address, plan.port) : route.forwardToSocket(plan.socketPath);
    if (!socket)
        return failure(socket.error());
    auto made = connection(live, DisplayConnection::Path::SshTunnel);
    made->socket = std::move(*socket);
    return made;
}

Connection byAddress(const DisplayPlan &plan, const LiveDisplay &live)
{
    auto made = connection(live, DisplayConnection::Path::Direct);
    made->address = plan.address;
    made->port = plan.port;
    made->tlsPort = plan.tlsPort;
    return made;
}

/// Only over the daemon's own local socket; elsewhere this fails at once and the address remains.
Result<Connection> byDescriptor(const Where &where, const DisplayPlan &plan, const LiveDisplay &live)
{
    auto socket = domains::openGraphics(where.domain, where.index);
    if (!socket && !plan.hasPort())
        return failure(socket.error());
    if (!socket)
        return byAddress(plan, live);
    auto made = connection(live, DisplayConnection::Path::LocalDescriptor);
    made->socket = std::move(*socket);
    return made;
}

Result<Connection> connectDisplay(const Where &where)
{
    const auto live = liveDisplay(where.domain, where.index);
    if (!live)
        return failure(live.error());
    const auto plan = displayplan::of(live->facts, where.uri, where.route.has_value());
    switch (plan.way) {
    case DisplayPlan::Way::ThroughSsh: return throughSsh(*where.route, plan, *live);
    case DisplayPlan::Way::ByDescriptor: return byDescriptor(where, plan, *live);
    case DisplayPlan::Way::ByAddress: return byAddress(plan, *live);
    case DisplayPlan::Way::Nowhere: break;
    }
    return failure(noPort());
}

} // namespace

QFuture<Result<std::shared_ptr<DisplayConnection>>> Machine::openDisplay(int displayIndex)
{
    auto *session = d->session();
    const Where where{d->domain, displayIndex, d->host.uri(), session ? session->sshRoute() : std::nullopt};
    return d->host.runSlow<Connection>([where](const ConnectHandle &) { return connectDisplay(where); });
}
