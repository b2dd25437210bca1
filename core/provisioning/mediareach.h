// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the emulator of a host on this computer will be able to use a file, found out before it tries. Blocks on the disk
// that the file is on: call it on a worker.
#pragma once

#include "core/hosts/hostsurvey.h"

#include <QString>

#include <optional>

enum class MediaUse { Read, Write };

struct MediaReach {
    QString barredBy;       ///< the first folder on the way that the account may not enter; empty: none
    bool isWritable = true; ///< false where it has to be written and cannot
};

/// `account` is the emulator's; without one it is this program's own. What cannot be looked at is taken to be in reach:
/// to be wrong here must not stop a machine that would start.
MediaReach reachOf(const QString &path, MediaUse use, const std::optional<EmulatorAccount> &account);
