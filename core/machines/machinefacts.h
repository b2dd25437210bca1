// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a machine, as one immutable value. Any thread.
// The first half comes with the host's list in bulk; `details` comes from the machine's XML, for machines
// that somebody looks at; `addresses` from leases, agent and ARP, asked apart because they may hang.
#pragma once

#include "core/base/bytes.h"
#include "core/base/word.h"
#include "core/machines/machinestate.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <optional>
#include <vector>

struct DisplayTag;
using DisplayKind = Word<DisplayTag>; ///< "vnc", "spice", or another of libvirt's
namespace displays {
inline DisplayKind vnc() { return DisplayKind(QStringLiteral("vnc")); }
inline DisplayKind spice() { return DisplayKind(QStringLiteral("spice")); }
} // namespace displays

struct DiskFacts {
    QString target;    ///< "vda"
    QString device;    ///< "disk", "cdrom", "floppy", "lun"
    QString bus;       ///< "virtio", "sata" …
    QString source;    ///< file path, block device, or pool/volume; empty for an empty drive
    QString format;    ///< "qcow2", "raw" …
    bool readOnly = false;
    std::optional<Bytes> capacity;  ///< what the guest sees; unknown until asked
    std::optional<Bytes> allocated; ///< what it takes on the host
    friend bool operator==(const DiskFacts &, const DiskFacts &) = default;
};

struct NicFacts {
    QString mac;
    QString kind;   ///< "network", "bridge", "user", "direct" …
    QString source; ///< name of the network or bridge; empty for user networking
    QString model;  ///< "virtio", "e1000e" …
    QString target; ///< host-side device of a running machine, e.g. "vnet3"
    friend bool operator==(const NicFacts &, const NicFacts &) = default;
};

struct DisplayFacts {
    DisplayKind kind;
    int index = 0;         ///< position among the machine's <graphics>, as libvirt counts them
    QString listen;        ///< address; empty for a socket or none
    QString socketPath;    ///< empty for TCP
    int port = -1;         ///< -1 while it has none
    int tlsPort = -1;
    bool hasPassword = false;
    friend bool operator==(const DisplayFacts &, const DisplayFacts &) = default;
};

/// A serial port or text console of the guest.
struct TextPortFacts {
    enum class Kind { Serial, Console };
    Kind kind = Kind::Serial;
    int index = 0;   ///< position among those of its kind, as libvirt counts them
    QString device;  ///< libvirt's name for it: "serial0", "console1" …
    QString model;   ///< "isa-serial", "virtio", "lxc" …; empty where none is given
    QString backend; ///< "pty", "tcp", "file" …
    QString path;    ///< on the host, e.g. "/dev/pts/3"; empty while there is none
    friend bool operator==(const TextPortFacts &, const TextPortFacts &) = default;
};

struct MachineDetails {
    QString osId;          ///< libosinfo's identifier from metadata, e.g. "http://debian.org/debian/12"
    QString osName;        ///< "Debian 12"; empty where the OS database does not know it
    QString title;
    QString description;
    QString architecture;  ///< "x86_64"
    QString machineType;   ///< "pc-q35-7.2"
    QString accelerator;   ///< libvirt's domain type: "kvm", "qemu", "xen", "test" …
    QString cpuMode;       ///< "host-passthrough" …; empty where none is given
    int vcpus = 0;
    Bytes memory;          ///< maximum
    Bytes memoryNow;       ///< what the balloon leaves of it; zero where the definition does not say
    bool uefi = false;
    bool secureBoot = false;
    bool hasTpm = false;
    QString seedToRemove;  ///< medium that set it up, see seedremoval; empty for none
    bool isInstalling = false; ///< it has files that only its installer needs, see installationend
    bool isContainer = false; ///< a tree of processes: it has no screen, and cannot have one
    std::vector<DiskFacts> disks;
    std::vector<NicFacts> nics;
    std::vector<DisplayFacts> displays;
    std::vector<TextPortFacts> textPorts; ///< each once, serial ports first
    friend bool operator==(const MachineDetails &, const MachineDetails &) = default;
};

struct MachineFacts {
    QUuid uuid;
    QString name;
    MachineState state = MachineState::Unknown;
    int stateReason = 0;          ///< libvirt's number; for errortext and tests only
    bool persistent = true;
    bool autostart = false;
    bool hasSavedState = false;
    int vcpus = 0;                ///< 0 while unknown
    Bytes memory;                 ///< zero while unknown
    QDateTime runningSince;       ///< invalid while off or unknown
    std::shared_ptr<const MachineDetails> details; ///< null until somebody asked
    QStringList addresses;        ///< IP addresses without prefix, IPv4 first; empty while unknown
};
