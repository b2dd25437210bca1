// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the installer on a disc by the files that it consists of, whatever the disc is called. Nothing on it is trusted. Blocks on the
// image's disk.
#pragma once

#include "core/base/result.h"
#include "core/provisioning/imagefile.h"
#include "core/provisioning/unattended/answerformat.h"

#include <optional>

/// Nothing where the disc has no installer that takes answers: a live system, or one of another kind.
std::optional<InstallerBoot> installerOn(const ImageFile &image);

/// A file of the disc as a new file of its own. NotFound; InvalidInput where it is larger than kernels and their companions are, or cut
/// short; AlreadyExists, NoSpace, Refused. A failure leaves no file.
Result<void> copyFromDisc(const ImageFile &image, const QString &path, const QString &target);
