// SPDX-License-Identifier: GPL-3.0-or-later
// A program run to its end by a thread that may wait for it: call it on a lane. No shell is ever between.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>

struct ChildProcess {
    QString program;  ///< looked for in PATH where it is no path
    QStringList arguments;
    /// What it writes to its standard output, as it comes; in the calling thread.
    std::function<void(const QByteArray &part)> heard = {};
    /// Asked several times a second; the program is killed once it says yes.
    std::function<bool()> isCancelled = {};
};

/// What it wrote to standard output; the last MiB where it was more. Unsupported where the program is not installed; Cancelled; Internal with
/// what it wrote to standard error where it fails, NoSpace where that says so.
Result<QByteArray> runChild(const ChildProcess &child);
