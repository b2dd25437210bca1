// SPDX-License-Identifier: GPL-3.0-or-later
// An archive as Linux unpacks one into its first file system, "newc" of cpio. The kernel takes several after each other, packed or not, so
// that files can be added to an initrd without opening it. Pure.
// https://docs.kernel.org/driver-api/early-userspace/buffer-format.html
#pragma once

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

/// Files at the top of the file system, for root's eyes alone.
QByteArray cpioOf(const std::vector<std::pair<QString, QByteArray>> &files);
/// What has to follow an initrd of that length, so that an archive can: it begins at a multiple of four.
QByteArray cpioPadding(qint64 length);
