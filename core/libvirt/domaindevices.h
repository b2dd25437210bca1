// SPDX-License-Identifier: GPL-3.0-or-later
// A running machine from outside: its screen, its addresses, the size of its disks.
// Every function blocks: call it on a lane; addresses from the agent may hang for seconds.
#pragma once

#include "core/base/bytes.h"
#include "core/base/filedescriptor.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

/// A picture as the hypervisor encodes it, usually image/x-portable-pixmap or image/png. Not decoded, not trusted.
struct ScreenImage {
    QByteArray data;
    QString mimeType;
};

enum class AddressSource {
    Lease, ///< of libvirt's own DHCP server
    Agent, ///< the guest agent
    Arp,   ///< the host's neighbour table
};

struct GuestInterface {
    QString name; ///< in the guest (Agent) or on the host
    QString mac;
    QStringList addresses; ///< without prefix length, IPv4 first
};

struct BlockSizes {
    Bytes capacity;   ///< what the guest sees
    Bytes allocation; ///< what it takes on the host
    Bytes physical;   ///< size of the file or device
};

namespace domains {
inline constexpr qint64 largestScreenImage = 64LL << 20;

/// Fails with Unsupported where the hypervisor has no screenshots, InvalidInput beyond largestScreenImage.
Result<ScreenImage> screenshot(const ConnectHandle &connection, const DomainHandle &domain, int screen = 0);
/// A socket connected to the display with that index, over which no password is asked. Only a daemon on
/// this computer can hand one over.
Result<FileDescriptor> openGraphics(const DomainHandle &domain, int display);
Result<std::vector<GuestInterface>> addresses(const DomainHandle &domain, AddressSource source);
/// `disk` is a target ("vda") or a path.
Result<BlockSizes> blockSizes(const DomainHandle &domain, const QString &disk);
/// Presses keys together; Linux key codes. At most 16.
Result<void> sendKeys(const DomainHandle &domain, const std::vector<unsigned> &keyCodes);
} // namespace domains
