// SPDX-License-Identifier: GPL-3.0-or-later
// Since when machines on this computer have been running. libvirt does not tell; the kernel does, of every
// QEMU process. Reads /proc: for a lane. Any thread.
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QUuid>

/// Start of each process that runs a machine, by the machine's UUID. `proc` is where the kernel's files are.
Result<QHash<QUuid, QDateTime>> processStarts(const QString &proc = QStringLiteral("/proc"));
