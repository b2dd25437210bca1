// SPDX-License-Identifier: GPL-3.0-or-later
// Something on a host that a machine can begin with: a volume of one of its pools, or what lies in a drive of its. A value.
#pragma once

#include "core/base/bytes.h"

#include <QString>

struct HostMedium {
    enum class Kind { Volume, Drive };
    Kind kind = Kind::Volume;
    QString path;            ///< on the host
    QString name;            ///< of the volume, or who made the drive
    QString pool;            ///< of a volume
    QString format;          ///< "iso", "qcow2", "raw" …; empty where it is not told
    Bytes size;              ///< as a machine sees it; zero where it is not told
    QString label;           ///< of the disc in a drive
    QString usedBy;          ///< a machine whose disk it is already; empty: none that is known
    bool isEmpty = false;    ///< a drive without a disc
    friend bool operator==(const HostMedium &, const HostMedium &) = default;
};
