// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/machineroute.h"

#include "core/async/deliver.h"
#include "core/hosts/host.h"
#include "ui/console/knownauthority.h"

namespace {
DisplayWay::Path pathOf(DisplayConnection::Path path)
{
    switch (path) {
    case DisplayConnection::Path::LocalDescriptor: return DisplayWay::Path::Local;
    case DisplayConnection::Path::SshTunnel: return DisplayWay::Path::Ssh;
    case DisplayConnection::Path::Direct: break;
    }
    return DisplayWay::Path::Direct;
}

/// Further connections of one session take the same way as its first.
void openAnother(const QPointer<Machine> &machine, int display, const Endpoint::Opened &opened)
{
    if (!machine) {
        opened(-1, {});
        return;
    }
    deliver(machine->openDisplay(display), machine.data(), [opened](const Result<std::shared_ptr<DisplayConnection>> &way) {
        if (way)
            opened((*way)->socket.release(), {});
        else
            opened(-1, way.error().message);
    });
}

DisplayWay wayOf(DisplayConnection &connection, const QPointer<Machine> &machine, int display)
{
    DisplayWay way;
    way.kind = connection.kind;
    way.path = pathOf(connection.path);
    way.endpoint.password = connection.password;
    const bool near = way.path == DisplayWay::Path::Local || (machine && machine->host().uri().isLocal());
    way.endpoint.link = near ? Endpoint::Link::Local : Endpoint::Link::Remote;
    if (connection.socket.isOpen()) {
        way.socket = std::move(connection.socket);
        way.endpoint.openAnother = [machine, display](const Endpoint::Opened &opened) { openAnother(machine, display, opened); };
    } else {
        way.endpoint.address = connection.address;
        way.endpoint.port = connection.port;
        way.endpoint.tlsPort = connection.tlsPort;
        way.endpoint.certificateAuthority = knownAuthority();
    }
    return way;
}
} // namespace

void MachineRoute::find(QObject *receiver, Found found)
{
    if (!m_machine)
        return;
    deliver(m_machine->openDisplay(m_display), receiver,
            [found = std::move(found), machine = m_machine, display = m_display](const Result<std::shared_ptr<DisplayConnection>> &connection) {
                if (connection)
                    found(wayOf(**connection, machine, display));
                else
                    found(failure(connection.error()));
            });
}
