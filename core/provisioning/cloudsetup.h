// SPDX-License-Identifier: GPL-3.0-or-later
// What cloud-init shall do at a machine's first start, beside making the account. A value; checks are pure.
// https://cloudinit.readthedocs.io
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// The guest's own network card. Addresses are IPv4 or IPv6, as people write them.
struct GuestAddress {
    QString address;          ///< with its prefix length: "192.168.1.20/24"
    QString gateway;          ///< may be empty
    QStringList nameServers;
};

struct CloudSetup {
    enum class Base { Copy, Overlay };
    Base base = Base::Copy;           ///< of the image; Overlay needs the image to stay where it is
    bool guestAgent = true;           ///< installs and starts QEMU's
    QStringList packages;
    std::optional<GuestAddress> address; ///< nothing: asks for one (DHCP)
    QString userData;                 ///< the person's own, handed over beside ours; empty: none
    bool removeSeed = true;           ///< once the machine has been off for the first time
};
