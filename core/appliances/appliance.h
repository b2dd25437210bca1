// SPDX-License-Identifier: GPL-3.0-or-later
// A machine in files that another program, or this one on another host, left behind: found out what it is, its description read,
// its disks located, nothing unpacked. What it says is hostile until checked. Blocks on the disk: call it on a worker.
#pragma once

#include "core/appliances/bytesource.h"
#include "core/appliances/foreignmachine.h"
#include "core/appliances/manifest.h"

enum class ApplianceKind { Ovf, VirtualBox, VMware, Vagrant, Quickemu, Domain, HyperV, Bundle };

/// Where a disk's or drive's bytes are. Empty for a blank disk, an empty drive.
struct ApplianceFile {
    QString name;                   ///< as the description has it
    std::vector<ByteSource> pieces; ///< one after the other; empty: in a compressed archive
    QString archive;                ///< that has to be unpacked
    QString member;                 ///< its name there
    Bytes size;                     ///< of what is there, packed as it is
    QString format;                 ///< libvirt's driver word by its own bytes; empty where they are compressed
    bool isEmpty() const { return pieces.empty() && archive.isEmpty(); }
};

/// A digest of the manifest and the file that has to have it.
struct ApplianceDigest {
    ManifestLine line;
    ByteSource file;
};

struct Appliance {
    ApplianceKind kind = ApplianceKind::Ovf;
    QString path;
    ForeignMachine machine;
    std::vector<ApplianceFile> files;     ///< for each of machine.disks, in its order
    std::vector<ApplianceDigest> digests; ///< not yet checked: that reads everything
    ApplianceFile nvram;                  ///< the firmware's variables; empty: none
    ApplianceFile tpmState;
};

/// A file, or a folder that holds one machine. NotFound where a disk is missing; InvalidInput, Unsupported with the reason.
Result<Appliance> openAppliance(const QString &path);
/// Whether a name looks like an appliance's, for drops and file choosers.
bool looksLikeAppliance(const QString &path);
