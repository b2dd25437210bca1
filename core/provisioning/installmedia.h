// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, by its own bytes: an ISO 9660 image (ECMA-119, El Torito), or a disk image and its format.
// The file is not trusted: a few bounded reads at fixed places, regular files and block devices only. Blocks on
// the disk that it reads: call it on a worker.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

struct ImageProbe {
    bool isIso = false;          ///< has an ISO 9660 volume descriptor
    bool isBootable = false;     ///< an ISO with a valid El Torito catalogue, or a raw disk with a boot record
    QString volumeLabel;         ///< of an ISO, as are the next four
    QString systemId;
    QString publisherId;
    QString applicationId;
    Bytes volumeSize;            ///< as the volume says; a file may be longer, or cut short
    QString packing;             ///< "xz", "gz", "zst", "bz2", "lz4" where the file is compressed as a whole; else empty
    QString diskFormat;          ///< libvirt's driver word: "qcow2", "vmdk", "vdi", "vhdx", "vpc", "qcow", else "raw"
    Bytes fileSize;
    Bytes virtualSize;           ///< as the guest sees it; the file's size where the format does not say it plainly
    bool hasBackingFile = false; ///< content comes from another file, which the image names
};

/// NotFound, Refused (not readable by this user) or InvalidInput (a folder, a pipe, an empty file).
Result<ImageProbe> probeImage(const QString &path);
/// The same of the first bytes of a file that is not at hand as a whole; its sizes are those of the bytes.
ImageProbe probeHead(const QByteArray &head);
