// SPDX-License-Identifier: GPL-3.0-or-later
// New volumes on a host: pools chosen, names found, files sent; each with its undoing. Blocks, an upload for long: call it on a
// slow lane.
#pragma once

#include "core/base/result.h"
#include "core/libvirt/pools.h"
#include "core/provisioning/machinedefaults.h"
#include "core/provisioning/placedmedia.h"
#include "core/provisioning/volumeconfig.h"
#include "core/provisioning/worksite.h"

/// The pool of that name. Without a name, a host that has no pool gets its first one, once, where libvirt's other programs put images.
Result<PoolRecord> poolFor(Worksite &site, const QString &name);
/// Under that name or the next free one.
Result<VolumeHandle> makeVolume(Worksite &site, const PoolHandle &pool, const NewVolume &volume);
/// A new blank disk called after the machine.
Result<PlacedDisk> makeBlankDisk(Worksite &site, const QString &machine, const QString &pool, Bytes size,
                                 MachineDefaults::DiskFormat format = MachineDefaults::DiskFormat::Automatic);
/// The same, holding the changes to an image that stays where it is; Unsupported in a pool of volumes that are no files.
Result<PlacedDisk> makeOverlay(Worksite &site, const QString &machine, const QString &pool, Bytes size, const PlacedDisk &base);
enum class VolumeSight { AsThePoolHasIt, Private };
/// A file of this computer as a new volume, byte by byte. The path on the host.
Result<QString> uploadFile(Worksite &site, const PoolHandle &pool, const QString &file, const QString &name,
                           VolumeSight sight = VolumeSight::AsThePoolHasIt);
/// The same into the pool that poolFor() finds.
Result<QString> uploadToPool(Worksite &site, const QString &pool, const QString &file, const QString &name,
                             VolumeSight sight = VolumeSight::AsThePoolHasIt);
