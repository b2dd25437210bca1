// SPDX-License-Identifier: GPL-3.0-or-later
// Disk images made, converted and grown by QEMU's own tool, of this computer. Every function blocks: call it on a lane.
// The format of what is read is always named, never guessed. https://www.qemu.org/docs/master/tools/qemu-img.html
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QString>

#include <functional>

namespace qemuimg {

struct Watch {
    std::function<void(double part)> progress = {}; ///< 0 to 1
    std::function<bool()> isCancelled = {};
};

/// Writes to `target`, over what is there; a part of it may be left after a failure. Unsupported where the tool is not installed.
Result<void> convert(const QString &source, const QString &sourceFormat, const QString &target, const QString &targetFormat, const Watch &watch);
/// To a VMDK that is compressed and made to be read once, as appliances have it.
Result<void> convertStreamed(const QString &source, const QString &sourceFormat, const QString &target, const Watch &watch);
/// An image inside of another file: `length` bytes from `offset` on. It must stand alone: nothing that it names is opened.
struct Part {
    QString file;
    quint64 offset = 0;
    Bytes length;
    QString format;
};
Result<void> convertPart(const Part &source, const QString &target, const QString &targetFormat, const Watch &watch);
/// A new qcow2 that holds only what is changed of another image, which nobody may write to from then on.
Result<void> createOverlay(const QString &base, const QString &baseFormat, const QString &target);
/// Only larger: to shrink an image is to lose what was at its end.
Result<void> grow(const QString &image, const QString &format, Bytes size);

} // namespace qemuimg
