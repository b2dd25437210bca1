// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/hostmedia.h"

#include "core/hosts/host.h"
#include "core/hosts/hostdevices.h"
#include "core/libvirt/nodedevices.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/machinerecipe.h"

#include <algorithm>
#include <tuple>

namespace {

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
            media.push_back({HostMedium::Kind::Volume, volume.path, volume.name, pool.name, volume.format, volume.capacity, {}, false});
    }
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
