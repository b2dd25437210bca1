// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual networks. Every function blocks: call it on a lane.
// https://libvirt.org/html/libvirt-libvirt-network.html
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <vector>

struct NetworkRecord {
    NetworkHandle network;
    QUuid uuid;
    QString name;
    QString bridge;   ///< empty where it has none
    QString forward;  ///< "nat", "route", "bridge" …; empty for isolated
    bool active = false;
};

struct Lease {
    QString mac;
    QString address;
    QString hostName; ///< may be empty
    QDateTime expires;
};

namespace networks {
/// Unsupported where the connection has no network driver.
Result<std::vector<NetworkRecord>> list(const ConnectHandle &connection);
Result<NetworkHandle> lookup(const ConnectHandle &connection, const QString &name);
Result<QString> xmlOf(const NetworkHandle &network);
Result<std::vector<Lease>> leases(const NetworkHandle &network);
Result<void> start(const NetworkHandle &network);
Result<void> stop(const NetworkHandle &network);
} // namespace networks
