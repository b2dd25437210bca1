// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of the host that a machine may use. A value.
#pragma once

#include <QString>

struct SharedFolder {
    QString path;          ///< on the host; empty: none is shared
    QString name = QStringLiteral("share"); ///< by which the system in the machine mounts it
    friend bool operator==(const SharedFolder &, const SharedFolder &) = default;
};
