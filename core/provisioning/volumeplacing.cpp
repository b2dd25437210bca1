// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/volumeplacing.h"

#include "core/libvirt/volumes.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace {

constexpr int mostNamesakes = 200;

/// A folder for the first pool of a host: where libvirt's other programs put images.
QString firstPoolFolder(const HostSurvey &survey)
{
    return survey.isSession ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/libvirt/images")
                            : QStringLiteral("/var/lib/libvirt/images");
}

Result<PoolHandle> makeFirstPool(Worksite &site)
{
    if (!site.firstPool.isEmpty())
        return pools::lookup(site.connection, site.firstPool);
    const auto existing = pools::list(site.connection);
    if (!existing)
        return failure(existing.error());
    if (!existing->empty() || (site.survey.isSession && !site.survey.isLocal))
        return failure(Error::Kind::NotFound, QStringLiteral("no storage pool was chosen"));
    const auto name = QStringLiteral("default");
    auto pool = pools::createDirectory(site.connection, name, firstPoolFolder(site.survey));
    if (pool) {
        site.firstPool = name;
        site.undo.add(QStringLiteral("storage pool default"), [handle = *pool]() -> Result<void> {
            if (const auto stopped = pools::stop(handle); !stopped)
                return stopped;
            return pools::undefine(handle);
        });
    }
    return pool;
}

} // namespace

Result<PoolRecord> poolFor(Worksite &site, const QString &name)
{
    const auto pool = name.isEmpty() ? makeFirstPool(site) : pools::lookup(site.connection, name);
    if (!pool)
        return failure(pool.error());
    return pools::describe(*pool);
}

Result<VolumeHandle> makeVolume(Worksite &site, const PoolHandle &pool, const NewVolume &volume)
{
    auto wanted = volume;
    for (int number = 2; volumes::lookup(pool, wanted.name); ++number)
        wanted.name = numberedFile(volume.name, number);
    auto made = volumes::create(pool, volumeXmlFor(wanted));
    // Another job can have been quicker between the two questions.
    for (int number = 2; !made && number <= mostNamesakes && volumes::lookup(pool, wanted.name); ++number) {
        wanted.name = numberedFile(volume.name, number);
        made = volumes::create(pool, volumeXmlFor(wanted));
    }
    if (made)
        site.undo.add(wanted.name, [handle = *made] { return volumes::erase(handle); });
    return made;
}

Result<PlacedDisk> makeBlankDisk(Worksite &site, const QString &machine, const QString &pool, Bytes size, MachineDefaults::DiskFormat format)
{
    site.control.report(JobStep::AllocatingDisk, {}, size);
    const auto home = poolFor(site, pool);
    if (!home)
        return failure(home.error());
    NewVolume wanted;
    wanted.capacity = size;
    if (holdsFiles(home->kind)) {
        wanted.format = fileFormatOf(format);
        wanted.name = machine + u'.' + wanted.format;
    } else {
        wanted.name = machine;
        wanted.isThin = false; // blocks are taken at once
    }
    const auto volume = makeVolume(site, home->pool, wanted);
    if (!volume)
        return failure(volume.error());
    const auto path = volumes::pathOf(*volume);
    if (!path)
        return failure(path.error());
    return PlacedDisk{*path, wanted.format.isEmpty() ? QStringLiteral("raw") : wanted.format};
}

Result<PlacedDisk> makeOverlay(Worksite &site, const QString &machine, const QString &pool, Bytes size, const PlacedDisk &base)
{
    site.control.report(JobStep::AllocatingDisk, {}, size);
    const auto home = poolFor(site, pool);
    if (!home)
        return failure(home.error());
    if (!holdsFiles(home->kind))
        return failure(Error::Kind::Unsupported, QStringLiteral("only a pool of files holds changes to an image"), home->name);
    NewVolume wanted;
    wanted.name = machine + QStringLiteral(".qcow2");
    wanted.format = QStringLiteral("qcow2");
    wanted.capacity = size;
    wanted.base = base.path;
    wanted.baseFormat = base.format;
    const auto volume = makeVolume(site, home->pool, wanted);
    const auto path = volume ? volumes::pathOf(*volume) : Result<QString>(failure(volume.error()));
    if (!path)
        return failure(path.error());
    return PlacedDisk{*path, wanted.format};
}

Result<QString> uploadFile(Worksite &site, const PoolHandle &pool, const QString &file, const QString &name, VolumeSight sight)
{
    const Bytes size(quint64(QFileInfo(file).size()));
    NewVolume wanted;
    wanted.name = name;
    wanted.capacity = size; // of the container: the content brings its own header
    wanted.isUpload = true;
    wanted.isPrivate = sight == VolumeSight::Private;
    const auto volume = makeVolume(site, pool, wanted);
    if (!volume)
        return failure(volume.error());
    site.control.report(JobStep::Uploading, {}, size);
    const auto sent = volumes::upload(
        site.connection, *volume, file,
        [&site](Bytes done, Bytes total) { site.control.report(JobStep::Uploading, done, total); },
        [&site] { return site.control.isCancelled(); });
    if (!sent)
        return failure(sent.error());
    return volumes::pathOf(*volume);
}

Result<QString> uploadToPool(Worksite &site, const QString &pool, const QString &file, const QString &name, VolumeSight sight)
{
    const auto home = poolFor(site, pool);
    return home ? uploadFile(site, home->pool, file, name, sight) : Result<QString>(failure(home.error()));
}
