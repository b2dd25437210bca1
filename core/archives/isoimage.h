// SPDX-License-Identifier: GPL-3.0-or-later
// Writes ISO 9660 images (ECMA-119) whose names Linux reads by Rock Ridge and Windows by Joliet. Blocks on the disk.
#pragma once

#include "core/archives/archives.h"

Result<void> writeIsoImage(const QString &target, const QByteArray &label, const std::vector<IsoFile> &files);
