// SPDX-License-Identifier: GPL-3.0-or-later
// What a VMDK says of itself before any byte of its content: which other files it consists of and rests on. An image from a
// stranger could name any file of this computer there. Pure.
// https://www.vmware.com/app/vmdk/?src=vmdk (Virtual Disk Format 5.0)
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

struct VmdkDescription {
    Bytes capacity;
    QString adapter;         ///< "lsilogic", "ide", "buslogic"; empty: not told
    QStringList files;       ///< that hold the content, where it is not this one
    QString parent;          ///< the image that this one changes; empty: none
    bool isStreamed = false; ///< compressed, made to be read once
};

/// How many bytes of the start are needed.
inline constexpr qint64 vmdkStart = 1 << 20;
/// InvalidInput where the start is no VMDK's, or one that is not understood.
Result<VmdkDescription> readVmdkStart(const QByteArray &start);
