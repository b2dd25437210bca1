// SPDX-License-Identifier: GPL-3.0-or-later
// Devices of a host as libvirt describes them, read (https://libvirt.org/formatnode.html). Pure; any thread.
#pragma once

#include "core/hosts/hostmedium.h"

#include <QString>

#include <optional>

/// A network card of the host, not one that a program made up.
struct HostCard {
    QString name;             ///< "eth0"
    bool isWireless = false;  ///< whose access points take packets of one address alone
    bool isUp = false;
};

/// Nothing where the description is of something else.
std::optional<HostCard> readHostCard(const QString &xml);
/// A drive for discs; nothing for other storage.
std::optional<HostMedium> readHostDrive(const QString &xml);
