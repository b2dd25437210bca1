// SPDX-License-Identifier: GPL-3.0-or-later
// Storage pools. Every function blocks: call it on a lane; a pool on a network may take long.
// https://libvirt.org/html/libvirt-libvirt-storage.html
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QString>
#include <QUuid>

#include <vector>

struct PoolRecord {
    PoolHandle pool;
    QUuid uuid;
    QString name;
    QString kind;        ///< "dir", "logical" …, from the XML
    QString targetPath;  ///< where its volumes appear; may be empty
    bool active = false;
    Bytes capacity;      ///< zero while inactive
    Bytes allocation;
    Bytes available;
};

namespace pools {
/// Unsupported where the connection has no storage driver.
Result<std::vector<PoolRecord>> list(const ConnectHandle &connection);
Result<PoolRecord> describe(const PoolHandle &pool);
Result<PoolHandle> lookup(const ConnectHandle &connection, const QString &name);
/// The pool whose target is that folder.
Result<PoolHandle> lookupByTarget(const ConnectHandle &connection, const QString &path);
Result<QString> xmlOf(const PoolHandle &pool);
/// Defines, builds and starts a folder as a pool, and lets it start with the daemon. An error leaves no pool behind.
Result<PoolHandle> createDirectory(const ConnectHandle &connection, const QString &name, const QString &path);
/// A folder as a pool that is nowhere stored and ends when it is stopped; nothing in the folder is changed.
Result<PoolHandle> openDirectory(const ConnectHandle &connection, const QString &name, const QString &path);
Result<void> start(const PoolHandle &pool);
Result<void> stop(const PoolHandle &pool);
Result<void> refresh(const PoolHandle &pool);
/// Forgets an inactive pool; its files stay.
Result<void> undefine(const PoolHandle &pool);
} // namespace pools
