// SPDX-License-Identifier: GPL-3.0-or-later
// A large file copied as it is: by sharing its blocks where the file system can, else with its holes. Blocks: call it on a worker.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QString>

#include <functional>

struct CopyWatch {
    std::function<void(Bytes done, Bytes total)> progress = {};
    std::function<bool()> isCancelled = {};
};

/// To a new file: AlreadyExists, NoSpace, Refused, NotFound, Cancelled. What was written before a failure is removed again.
Result<void> copyFile(const QString &from, const QString &to, const CopyWatch &watch);
