// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/target/consoletarget.h"

#include <QHostAddress>

namespace {
QString withPort(const QString &host, int port)
{
    const auto shown = host.contains(u':') ? u'[' + host + u']' : host;
    return port > 0 ? QStringLiteral("%1:%2").arg(shown).arg(port) : shown;
}
} // namespace

QString ConsoleTarget::place() const
{
    if (!socketPath.isEmpty())
        return socketPath;
    if (!webSocket.isEmpty())
        return withPort(webSocket.host(), webSocket.port());
    if (!proxy.isEmpty())
        return withPort(proxy.host(), proxy.port());
    return withPort(host, port > 0 ? port : tlsPort);
}

bool ConsoleTarget::isLocal() const
{
    const auto name = webSocket.isEmpty() ? host : webSocket.host();
    return !socketPath.isEmpty() || name.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(name).isLoopback();
}
