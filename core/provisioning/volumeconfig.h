// SPDX-License-Identifier: GPL-3.0-or-later
// A new volume of a storage pool as libvirt's XML (https://libvirt.org/formatstorage.html). Pure.
#pragma once

#include "core/base/bytes.h"

#include <QString>

struct NewVolume {
    QString name;
    QString format;        ///< "qcow2", "raw" …; empty: the pool's own
    Bytes capacity;
    bool isThin = true;    ///< takes room as it is written
    bool isUpload = false; ///< bytes of a file come into it: made without a header of its own
    bool isPrivate = false;///< for its owner's eyes alone
    QString base = {};     ///< path of an image that it holds the changes to
    QString baseFormat = {};
};

QString volumeXmlFor(const NewVolume &volume);
/// Whether volumes in a pool of that kind are files, which can be qcow2.
bool holdsFiles(const QString &poolKind);
/// "disk.qcow2", 2 → "disk-2.qcow2".
QString numberedFile(const QString &file, int number);
