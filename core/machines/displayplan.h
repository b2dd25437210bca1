// SPDX-License-Identifier: GPL-3.0-or-later
// How a machine's display is reached, decided from where it listens and how its host is reached. A value; any thread.
#pragma once

#include "core/hosts/hosturi.h"
#include "core/machines/machinefacts.h"

struct DisplayPlan {
    enum class Way {
        Nowhere,      ///< it listens nowhere
        ByDescriptor, ///< from the local daemon; by `address` where the daemon gives none and there is one
        ThroughSsh,   ///< a tunnel to `address` and `port` as the host sees them, or to `socketPath`
        ByAddress,
    };
    Way way = Way::Nowhere;
    QString address;    ///< ByAddress: empty where it can only be reached on its host
    QString socketPath; ///< on the host
    int port = -1;
    int tlsPort = -1;

    /// There is a port to connect to.
    bool hasPort() const { return port > 0 || tlsPort > 0; }
    friend bool operator==(const DisplayPlan &, const DisplayPlan &) = default;
};

namespace displayplan {
/// `throughSsh`: the host is reached by an ssh of ours, which can tunnel.
DisplayPlan of(const DisplayFacts &display, const HostUri &host, bool throughSsh);
} // namespace displayplan
