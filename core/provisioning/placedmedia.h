// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a recipe ended up on the host. A value.
#pragma once

#include "core/config/domain/disk.h"

#include <QString>
#include <QStringList>

#include <vector>

struct PlacedDisk {
    QString path;
    QString format;        ///< "qcow2", "raw" …
    DiskBus bus = {};      ///< empty: as the plan has it
    bool isReadOnly = false;
    QString scsiModel = {}; ///< of the controller that a SCSI disk needs; empty: any
};

struct PlacedMedia {
    std::vector<PlacedDisk> disks; ///< the first is what the machine boots
    QStringList cdroms;            ///< the first is what it boots once, while the disk is empty
    QString kernel;                ///< booted directly, once, by an installer; empty for none
    QString initrd;
    QString arguments;
    QString mac = {};              ///< of the network card; empty: the hypervisor's choice
    QString seedToRemove = {};     ///< one of the disks, which goes once it has set the system up; empty for none
    QStringList installerFiles = {}; ///< what only that installer needs: goes when the machine is installed
    QString nvram = {};            ///< the firmware's variables; empty: the firmware's own first ones
};
