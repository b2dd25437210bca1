// SPDX-License-Identifier: GPL-3.0-or-later
// A disk image from anywhere, looked into before anything is done with it: its format by its own header, never by guessing, and the
// other files that it would have QEMU open. A hostile one could name any file of the host. Blocks: call it on a worker.
// Formats: QEMU's docs/interop/qcow2.txt, VMware's Virtual Disk Format 5.0.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

struct DiskImage {
    QString format;      ///< QEMU's word: "qcow2", "vmdk", "vdi", "vhdx", "vpc", "qcow", else "raw"; of a packed one, what is in it
    QString packing;     ///< "xz", "gz", "zst", "bz2", "lz4" where the file is compressed as a whole; else empty
    Bytes fileSize;
    Bytes virtualSize;   ///< as the guest sees it; zero where a packed one does not say
    QStringList chain;   ///< the files that it stands on, nearest first, absolute
    QStringList extents; ///< the files that hold its content, where it is only a description of them
    bool isIso = false;  ///< it is a disc image, no disk

    /// All of its content is in the file itself.
    bool standsAlone() const { return chain.isEmpty() && extents.isEmpty(); }
};

/// NotFound, Refused; InvalidInput, with the file concerned as detail, where it names files by addresses, by paths out of its own folder
/// (extents), in a circle, more than sixteen deep, or without saying their format.
Result<DiskImage> examineDisk(const QString &path);
