// SPDX-License-Identifier: GPL-3.0-or-later
// A machine as an OVF 1.0 envelope that VirtualBox, VMware and this program read (DSP0243). Pure.
#pragma once

#include "core/appliances/foreignmachine.h"

#include <QByteArray>

/// A disk of the package: streamOptimized VMDK.
struct PackagedDisk {
    QString file;
    Bytes size;      ///< of the file
    Bytes capacity;  ///< as the guest sees it
    ForeignBus bus = ForeignBus::Sata;
    QString controllerModel;
};

/// Drives are written empty: what was in them stays behind.
QByteArray writeOvf(const ForeignMachine &machine, const std::vector<PackagedDisk> &disks);
