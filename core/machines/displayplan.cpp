// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/displayplan.h"

#include <QHostAddress>
#include <QStringList>

namespace {
using Way = DisplayPlan::Way;

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

bool listensToItsHostAlone(const QString &listen)
{
    return listen == u"localhost" || QHostAddress(listen).isLoopback();
}

DisplayPlan planThroughSsh(const DisplayFacts &display, const HostUri &host)
{
    if (!display.socketPath.isEmpty())
        return {Way::ThroughSsh, {}, display.socketPath, -1, -1};
    if (display.port > 0)
        return {Way::ThroughSsh, loopbackFor(display.listen), {}, display.port, -1};
    if (display.tlsPort <= 0)
        return {};
    // No tunnel: SPICE speaks TLS to an address alone. Where the display listens on the host's loopback there is none.
    return {Way::ByAddress, listensToItsHostAlone(display.listen) ? QString() : host.host, {}, -1, display.tlsPort};
}
} // namespace

DisplayPlan displayplan::of(const DisplayFacts &display, const HostUri &host, bool throughSsh)
{
    if (throughSsh)
        return planThroughSsh(display, host);
    DisplayPlan plan{host.isLocal() ? Way::ByDescriptor : Way::ByAddress, host.isLocal() ? loopbackFor(display.listen) : host.host, {}, display.port,
                     display.tlsPort};
    if (plan.way == Way::ByAddress && !plan.hasPort())
        return {};
    return plan;
}
