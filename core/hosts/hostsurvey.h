// SPDX-License-Identifier: GPL-3.0-or-later
// What a host offers to a new machine, asked once when the wizard opens or the host in it changes. A value; any thread.
#pragma once

#include "core/base/bytes.h"
#include "core/hosts/kvmcheck.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <vector>

/// One accelerator's offer, from virConnectGetDomainCapabilities (https://libvirt.org/formatdomaincaps.html).
struct DomainCapabilities {
    QString accelerator;     ///< "kvm", "qemu", "xen", "test" …
    QString architecture;
    QString machineType;     ///< canonical name of the newest suitable one
    QString emulator;
    int maxVcpus = 0;        ///< 0: not told
    bool uefi = false;
    bool secureBoot = false;
    QStringList cpuModes;    ///< supported ones: "host-passthrough", "host-model", "custom", "maximum"
    QStringList diskBuses;
    QStringList graphics;    ///< "vnc", "spice", "egl-headless"
    QStringList videoModels;
    QStringList tpmModels;
    QStringList tpmBackends;
    QStringList rngBackends;
    bool vncClipboard = false; ///< has a channel through which a VNC display shares its clipboard
    bool usbRedirection = false;
    QStringList hyperv;      ///< enlightenments offered
    QStringList filesystems; ///< ways to share a folder: "path", "virtiofs" …
    QStringList networkBackends; ///< of user networks: "passt" …; empty where it is not told
    bool memfd = false;
    bool known = false;      ///< false where the driver has no domain capabilities: all else is a guess
};

struct PoolOffer {
    QString name;
    QString kind;            ///< "dir", "logical" …
    QString path;
    Bytes capacity;
    Bytes available;
    bool active = false;
};

struct NetworkOffer {
    enum class Kind { Network, Bridge, User, Direct };
    Kind kind = Kind::Network;
    QString name;            ///< of the network, the bridge, or the host's card for Direct; empty for User
    QString forward;         ///< "nat", "route", "bridge" …; empty for isolated
    bool active = false;
};

/// The account that the host's emulator runs under, where it is not the one that asks.
struct EmulatorAccount {
    unsigned user = 0;
    unsigned group = 0;
};

/// How ports of the host are led to a machine in a network of user mode.
enum class Forwarding {
    None,
    Qemu, ///< by QEMU's own network, with arguments that libvirt hands on
    Passt ///< by passt, which libvirt starts
};

/// How a folder of the host may be shared.
enum class FolderSharing {
    None,
    Plan9,             ///< by QEMU itself
    Plan9OfSession,    ///< the same: this daemon of a person's own cannot do better
    Plan9WithoutServer,///< the same: the program that serves virtiofs is not there
    VirtioFs
};

/// Ports that programs of the host wait at, as far as it can be seen.
struct PortsInUse {
    QSet<quint16> tcp;
    QSet<quint16> udp;
};

/// A host that runs containers: libvirt's "exe".
struct ContainerOffer {
    QString accelerator;     ///< libvirt's domain type: "lxc" …
    QString architecture;
    QString emulator;
};

struct HostSurvey {
    std::vector<DomainCapabilities> accelerators; ///< best first; for the host's own architecture
    std::vector<PoolOffer> pools;
    std::vector<NetworkOffer> networks;           ///< best first
    QSet<QString> machineNames;
    Bytes memory;
    Bytes memoryFree;
    int cpuThreads = 0;
    KvmDoubt kvmDoubt = KvmDoubt::None; ///< KVM is offered, but not to be relied on
    bool isSession = false;   ///< an unprivileged daemon: user networking, files of the person
    std::optional<EmulatorAccount> emulatorAccount; ///< nothing: the daemon's own, which is told nowhere
    bool isLocal = false;     ///< paths of this computer are the host's paths
    bool hasStorage = false;
    Forwarding forwarding = Forwarding::None;
    bool isPasstMissing = false; ///< libvirt would use it, and it is not installed
    int firstFreePort = 1024; ///< the lowest that needs no permission
    PortsInUse portsInUse;
    FolderSharing folderSharing = FolderSharing::None;
    std::optional<ContainerOffer> container;
    QString uploadPool;       ///< where an image from this computer would go; empty where it cannot

    /// Null where it has none of that name.
    const PoolOffer *pool(const QString &name) const
    {
        const auto found = std::find_if(pools.begin(), pools.end(), [&name](const PoolOffer &offer) { return offer.name == name; });
        return found == pools.end() ? nullptr : &*found;
    }
};
