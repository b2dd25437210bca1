// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/hostfile.h"

#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"

#include <QFileInfo>
#include <QUuid>

namespace {

/// Files outside of all pools: firmware's variables, a TPM's state. Their folder becomes a pool for as long as it takes.
Result<void> downloadFrom(const ConnectHandle &connection, const QString &path, const QString &target, const volumes::Progress &progress,
                          const volumes::CancelCheck &isCancelled)
{
    const QFileInfo info(path);
    const auto name = QStringLiteral("vivarium-%1").arg(QUuid::createUuid().toString(QUuid::Id128));
    const auto pool = pools::openDirectory(connection, name, info.path());
    if (!pool)
        return failure(pool.error());
    const auto volume = volumes::lookup(*pool, info.fileName());
    auto done = volume ? volumes::download(connection, *volume, target, progress, isCancelled) : failure(volume.error());
    (void)pools::stop(*pool);
    return done;
}

} // namespace

Result<HostFile> reachHostFile(const ConnectHandle &connection, bool isLocal, const QString &path, const QString &target, const JobControl &control)
{
    if (isLocal && QFileInfo(path).isReadable())
        return HostFile{path, false};
    const auto progress = [&control](Bytes done, Bytes total) { control.report(JobStep::FetchingDisk, done, total); };
    const auto isCancelled = [&control] { return control.isCancelled(); };
    control.report(JobStep::FetchingDisk);
    const auto volume = volumes::lookupByPath(connection, path);
    const auto done = volume ? volumes::download(connection, *volume, target, progress, isCancelled)
                             : downloadFrom(connection, path, target, progress, isCancelled);
    if (!done)
        return failure(done.error());
    return HostFile{target, true};
}
