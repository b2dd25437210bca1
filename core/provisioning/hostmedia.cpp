// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/hostmedia.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/hosts/host.h"
#include "core/hosts/hostdevices.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/nodedevices.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/machinerecipe.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace {

constexpr size_t maxMachines = 2000; // each is asked for its definition
constexpr size_t maxVolumes = 10000; // of a pool that somebody filled by a program

void addDrives(const ConnectHandle &connection, std::vector<HostMedium> &media)
{
    for (const auto &xml : nodedevices::list(connection, nodedevices::Kind::Storage).value_or(std::vector<QString>())) {
        if (const auto drive = readHostDrive(xml))
            media.push_back(*drive);
    }
}

void addVolumes(const PoolRecord &pool, std::vector<HostMedium> &media)
{
    for (const auto &volume : volumes::list(pool.pool).value_or(std::vector<VolumeRecord>())) {
        if (media.size() >= maxVolumes)
            return;
        // Those of pools on a network have no path by which a file could be named.
        if (volume.path.startsWith(u'/') && volume.format != u"dir")
            media.push_back({HostMedium::Kind::Volume, volume.path, volume.name, pool.name, volume.format, volume.capacity, {}, {}, false});
    }
}

/// By path. What a machine only reads, several may.
QHash<QString, QString> ownersOfDisks(const ConnectHandle &connection)
{
    QHash<QString, QString> owners;
    const auto machines = domains::list(connection);
    for (size_t i = 0; machines && i < std::min(machines->size(), maxMachines); ++i) {
        const auto &machine = (*machines)[i];
        const auto xml = domains::xmlOf(machine.domain, domains::Xml::Inactive);
        const auto config = xml ? DomainConfig::parse(*xml) : Result<DomainConfig>(failure(xml.error()));
        for (const auto &disk : config ? config->devices<Disk>() : std::vector<Disk>()) {
            const auto path = disk.get(Disk::file).value_or(disk.get(Disk::blockDevice).value_or(QString()));
            if (!path.isEmpty() && disk.get(Disk::device).value_or(diskDevices::disk()) == diskDevices::disk() && !disk.get(Disk::readOnly).value_or(false))
                owners.insert(path, machine.name);
        }
    }
    return owners;
}

} // namespace

Result<std::vector<HostMedium>> listHostMedia(const ConnectHandle &connection)
{
    std::vector<HostMedium> media;
    addDrives(connection, media);
    const auto pools = pools::list(connection);
    if (!pools && media.empty())
        return failure(pools.error());
    for (const auto &pool : pools.value_or(std::vector<PoolRecord>())) {
        if (pool.active)
            addVolumes(pool, media);
    }
    const auto owners = ownersOfDisks(connection);
    for (auto &medium : media)
        medium.usedBy = owners.value(medium.path);
    std::stable_sort(media.begin(), media.end(), [](const HostMedium &a, const HostMedium &b) {
        const auto rank = [](const HostMedium &m) { return std::tuple(m.kind == HostMedium::Kind::Volume, m.pool, m.name); };
        return rank(a) < rank(b);
    });
    return media;
}

QFuture<Result<std::vector<HostMedium>>> askHostMedia(Host &host)
{
    return host.runSlow<std::vector<HostMedium>>([](const ConnectHandle &connection) { return listHostMedia(connection); });
}

std::vector<HostMedium> mediaFor(MediaSource source, const std::vector<HostMedium> &media)
{
    const bool wantsDisc = source == MediaSource::InstallerImage;
    // A raw image may be of either kind: only its content tells.
    const auto isFit = [wantsDisc](const HostMedium &medium) {
        if (medium.kind == HostMedium::Kind::Drive)
            return wantsDisc;
        const bool isEither = medium.format.isEmpty() || medium.format == u"raw";
        return isEither || (medium.format == u"iso") == wantsDisc;
    };
    std::vector<HostMedium> fit;
    std::copy_if(media.begin(), media.end(), std::back_inserter(fit), isFit);
    return fit;
}
