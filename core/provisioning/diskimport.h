// SPDX-License-Identifier: GPL-3.0-or-later
// An image of this computer as a machine's disk in a pool of a host: unpacked, copied or converted, and sent where the host is another
// computer. Blocks for as long as that takes: call it on a slow lane.
#pragma once

#include "core/provisioning/diskimage.h"
#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/worksite.h"

struct DiskOrder {
    QString file;
    DiskImage image;      ///< what examineDisk() said of it
    DiskUse use = DiskUse::Convert; ///< Copy or Convert; a pool of volumes that are no files gets raw in any case
    QString name;         ///< of the volume, without its ending
    QString pool;
    Bytes size = {};      ///< at least so large afterwards; only where it is converted
    quint64 offset = 0;   ///< where the image begins in the file, and
    Bytes length = {};    ///< how long it is there; zero: it is all of the file. A part is always converted
};

Result<PlacedDisk> importDisk(Worksite &site, const DiskOrder &order);
