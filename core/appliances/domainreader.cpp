// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/domainreader.h"

#include "core/appliances/foreignxml.h"
#include "core/config/domain/clock.h"
#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/memory.h"
#include "core/config/domain/metadata.h"
#include "core/config/domain/nic.h"
#include "core/config/domain/processor.h"
#include "core/config/domain/sound.h"
#include "core/config/domain/tpm.h"

#include <algorithm>

using Loss = ForeignLoss::Kind;

namespace {

ForeignBus busFrom(const DiskBus &bus)
{
    return bus == diskBuses::virtio() ? ForeignBus::Virtio
        : bus == diskBuses::sata()    ? ForeignBus::Sata
        : bus == diskBuses::scsi()    ? ForeignBus::Scsi
        : bus == diskBuses::ide()     ? ForeignBus::Ide
        : bus == diskBuses::usb()     ? ForeignBus::Usb
        : bus == diskBuses::fdc()     ? ForeignBus::Floppy
                                      : ForeignBus::Unknown;
}

void readDisks(const DomainConfig &config, ForeignMachine &into)
{
    for (const auto &device : config.devices<Disk>()) {
        ForeignDisk disk;
        const auto kind = device.get(Disk::device).value_or(diskDevices::disk());
        disk.device = kind == diskDevices::cdrom() ? ForeignDisk::Device::Cdrom
            : kind == diskDevices::floppy()        ? ForeignDisk::Device::Floppy
                                                   : ForeignDisk::Device::Disk;
        disk.bus = busFrom(device.get(Disk::bus).value_or(DiskBus()));
        disk.format = device.get(Disk::format).value_or(QString());
        disk.file = device.get(Disk::file).value_or(QString());
        if (disk.device == ForeignDisk::Device::Disk && disk.file.isEmpty())
            into.lose(Loss::DiskNotFile, device.get(Disk::target).value_or(QString()));
        disk.slot = int(into.disks.size());
        into.disks.push_back(disk);
    }
}

void readNics(const DomainConfig &config, ForeignMachine &into)
{
    for (const auto &device : config.devices<Nic>()) {
        ForeignNic nic;
        nic.model = device.get(Nic::model).value_or(NicModel()).text();
        nic.mac = device.get(Nic::mac).value_or(QString());
        const auto type = device.get(Nic::type).value_or(nicTypes::network());
        nic.kind = type == nicTypes::network()                          ? ForeignNic::Network::Named
            : type == nicTypes::bridge() || type == nicTypes::direct()  ? ForeignNic::Network::Bridged
            : type == nicTypes::user()                                  ? ForeignNic::Network::Nat
                                                                        : ForeignNic::Network::Internal;
        nic.network = device.get(Nic::network).value_or(device.get(Nic::bridge).value_or(device.get(Nic::hostDevice).value_or(QString())));
        nic.connected = device.get(Nic::link) != linkStates::down();
        into.nics.push_back(nic);
    }
}

void readOthers(const DomainConfig &config, ForeignMachine &into)
{
    into.tpm = !config.devices<Tpm>().empty();
    for (const auto &sound : config.devices<Sound>())
        into.sound = sound.get(Sound::model).value_or(QString());
    for (const auto &device : config.devices()) {
        if (device.name() == u"hostdev")
            into.lose(device.text("@type") == QStringLiteral("usb") ? Loss::UsbDevice : Loss::PciDevice);
        if (device.name() == u"filesystem")
            into.lose(Loss::SharedFolder, device.text("target/@dir").value_or(QString()).left(200));
    }
}

} // namespace

Result<ForeignMachine> readDomain(const QByteArray &bytes)
{
    const auto checked = foreignxml::parse(bytes);
    if (!checked)
        return failure(checked.error());
    ForeignMachine read;
    read.domainXml = foreignxml::decoded(bytes);
    auto config = DomainConfig::parse(read.domainXml);
    if (!config)
        return failure(config.error());
    const auto general = config->as<General>();
    read.name = general.get(General::name).value_or(QString());
    read.description = general.get(General::description).value_or(QString());
    const auto processor = config->as<Processor>();
    read.vcpus = int(std::clamp<quint64>(processor.get(Processor::vcpus).value_or(1), 1, 4096));
    read.memory = config->as<Memory>().get(Memory::maximum).value_or(Bytes());
    const auto firmware = config->as<Firmware>();
    const bool isUefi = firmware.get(Firmware::firmware) == firmwares::efi() || firmware.get(Firmware::loaderType) == loaderTypes::pflash();
    if (isUefi) {
        const bool isSecure = firmware.get(Firmware::loaderSecure).value_or(false) || firmware.get(Firmware::enrolledKeys).value_or(false);
        read.firmware = isSecure ? ForeignFirmware::SecureBoot : ForeignFirmware::Uefi;
    }
    read.architecture = firmware.get(Firmware::architecture).value_or(QString());
    read.isPciExpress = firmware.get(Firmware::machineType).value_or(QString()).contains(u"q35");
    read.clockLocal = config->as<Clock>().get(Clock::offset) == clockOffsets::localTime();
    read.os.told = osIdOf(*config);
    read.os.isWindows = read.os.told.contains(u"microsoft.com");
    read.os.isLinux = !read.os.isWindows && !read.os.told.isEmpty();
    readDisks(*config, read);
    readNics(*config, read);
    readOthers(*config, read);
    return read;
}
