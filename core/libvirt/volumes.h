// SPDX-License-Identifier: GPL-3.0-or-later
// Volumes of storage pools. Every function blocks: call it on a lane; a transfer on a slow one.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QString>

#include <functional>
#include <vector>

struct VolumeRecord {
    VolumeHandle volume;
    QString name;
    QString path;
    QString format;   ///< "qcow2", "raw", "iso" …; empty where not told
    Bytes capacity;
    Bytes allocation;
};

namespace volumes {
Result<std::vector<VolumeRecord>> list(const PoolHandle &pool);
Result<VolumeRecord> describe(const VolumeHandle &volume);
Result<VolumeHandle> create(const PoolHandle &pool, const QString &xml);
Result<VolumeHandle> lookup(const PoolHandle &pool, const QString &name);
/// On any pool of the host.
Result<VolumeHandle> lookupByPath(const ConnectHandle &connection, const QString &path);
Result<PoolHandle> poolOf(const VolumeHandle &volume);
Result<QString> pathOf(const VolumeHandle &volume);
Result<QString> xmlOf(const VolumeHandle &volume);
/// Destroys the data.
Result<void> erase(const VolumeHandle &volume);

using Progress = std::function<void(Bytes sent, Bytes total)>;
using CancelCheck = std::function<bool()>;
/// Writes a file of this computer over the volume's content. Both callbacks run in this thread, every few
/// hundred KiB. Fails with Cancelled once `cancelled` says so; the volume's content is then undefined.
Result<void> upload(const ConnectHandle &connection, const VolumeHandle &volume, const QString &file,
                    const Progress &progress = {}, const CancelCheck &cancelled = {});
/// Writes the volume's content, its header with it, to a new file of this computer. AlreadyExists; what was written before a failure
/// is removed again. Both callbacks as above.
Result<void> download(const ConnectHandle &connection, const VolumeHandle &volume, const QString &file,
                      const Progress &progress = {}, const CancelCheck &cancelled = {});
} // namespace volumes
