// SPDX-License-Identifier: GPL-3.0-or-later
// Discs with Windows' drivers for virtio devices, as https://fedorapeople.org/groups/virt/virtio-win has them: where they are, and which
// of their folders suits an edition. Blocks on disks.
#pragma once

#include "core/base/result.h"
#include "core/provisioning/windows/windowsedition.h"

/// virtio-win*.iso in these folders, the newest version first.
QStringList virtioDiscsIn(const QStringList &folders);
/// Where packages and browsers of this computer put them.
QStringList usualVirtioFolders();
/// "w11/amd64": below "viostor" and each other device. The edition's own, or that of the nearest one before it, whose drivers it
/// takes. NotFound where the disc has none; InvalidInput where it is no disc image.
Result<QString> virtioFolderOn(const QString &disc, const WindowsEdition &edition);
