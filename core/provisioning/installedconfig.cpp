// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/installedconfig.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/metadata.h"

void makeInstalled(DomainConfig &config)
{
    auto firmware = config.as<Firmware>();
    firmware.clear(Firmware::commandLine);
    firmware.clear(Firmware::initrd);
    firmware.clear(Firmware::kernel);
    config.as<General>().set(General::onReboot, lifecycle::restart());
    const auto files = installerFilesOf(config);
    for (auto &disk : config.devices<Disk>()) {
        if (disk.get(Disk::device) != diskDevices::cdrom())
            continue;
        const auto path = disk.get(Disk::file).value_or(disk.get(Disk::blockDevice).value_or(QString()));
        if (files.contains(path))
            disk.remove();
        else
            disk.erase("source");
    }
}
