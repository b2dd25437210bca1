// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/virtualboxmachine.h"

#include "core/appliances/foreignxml.h"
#include "core/appliances/guestnames.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace foreignxml;
using Loss = ForeignLoss::Kind;

namespace {

constexpr quint64 mostVcpus = 4096;
constexpr quint64 mostMebibytes = 64ULL << 20; // 64 TiB
constexpr quint64 mostPorts = 255;

QString nicModel(const QString &type, ForeignMachine &into)
{
    if (type.isEmpty() || type == u"82540EM" || type == u"82543GC" || type == u"82545EM")
        return QStringLiteral("e1000");
    if (type == u"virtio")
        return QStringLiteral("virtio");
    if (type == u"Am79C970A" || type == u"Am79C973" || type == u"Am79C960")
        return QStringLiteral("pcnet");
    into.lose(Loss::NicReplaced, type);
    return {};
}

void readNetworkKind(const Element &adapter, ForeignNic &nic)
{
    const auto named = [&](QStringView element, ForeignNic::Network kind) {
        const auto found = child(adapter, element);
        if (!found.isValid())
            return false;
        nic.kind = kind;
        nic.network = attribute(found, u"name");
        return true;
    };
    const bool known = named(u"NAT", ForeignNic::Network::Nat) || named(u"NATNetwork", ForeignNic::Network::Nat)
        || named(u"BridgedInterface", ForeignNic::Network::Bridged) || named(u"HostOnlyInterface", ForeignNic::Network::HostOnly)
        || named(u"HostOnlyNetwork", ForeignNic::Network::HostOnly) || named(u"InternalNetwork", ForeignNic::Network::Internal)
        || named(u"GenericInterface", ForeignNic::Network::Internal);
    if (!known)
        nic.kind = ForeignNic::Network::None;
}

void readAdapters(const Element &hardware, ForeignMachine &into)
{
    for (const auto &adapter : children(child(hardware, u"Network"), u"Adapter")) {
        if (!isTrue(attribute(adapter, u"enabled")) || into.nics.size() >= 64)
            continue;
        ForeignNic nic;
        nic.model = nicModel(attribute(adapter, u"type"), into);
        nic.mac = virtualbox::macFrom(attribute(adapter, u"MACAddress"));
        const auto cable = attribute(adapter, u"cable");
        nic.connected = cable.isEmpty() || isTrue(cable);
        readNetworkKind(adapter, nic);
        into.nics.push_back(nic);
    }
}

void readSound(const Element &hardware, ForeignMachine &into)
{
    const auto adapter = child(hardware, u"AudioAdapter");
    const auto enabled = attribute(adapter, u"enabled");
    if (!adapter.isValid() || (!enabled.isEmpty() && !isTrue(enabled)))
        return;
    const auto kind = attribute(adapter, u"controller");
    into.sound = kind == u"HDA" ? QStringLiteral("ich6") : kind == u"SB16" ? QStringLiteral("sb16") : QStringLiteral("ac97");
}

void readPorts(const Element &hardware, ForeignMachine &into)
{
    const auto anyEnabled = [](const Element &list) {
        const auto ports = children(list, u"Port");
        return std::any_of(ports.begin(), ports.end(), [](const Element &port) { return isTrue(attribute(port, u"enabled")); });
    };
    if (anyEnabled(child(hardware, u"UART")) || anyEnabled(child(hardware, u"Uart")))
        into.lose(Loss::SerialPort);
    if (anyEnabled(child(hardware, u"LPT")) || anyEnabled(child(hardware, u"Lpt")))
        into.lose(Loss::ParallelPort);
    for (const auto &folder : children(child(hardware, u"SharedFolders"), u"SharedFolder"))
        into.lose(Loss::SharedFolder, attribute(folder, u"name"));
    if (isTrue(attribute(child(hardware, u"RemoteDisplay"), u"enabled")))
        into.lose(Loss::RemoteDisplay);
    if (isTrue(attribute(child(hardware, u"Display"), u"accelerate3D")))
        into.lose(Loss::Acceleration3d);
    const auto usb = child(hardware, u"USB");
    into.hasUsb = !children(child(usb, u"Controllers"), u"Controller").empty()
        || isTrue(attribute(child(hardware, u"USBController"), u"enabled"));
    for (const auto &filter : children(child(usb, u"DeviceFilters"), u"DeviceFilter"))
        into.lose(Loss::UsbDevice, attribute(filter, u"name"));
}

void readFirmware(const Element &hardware, ForeignMachine &into)
{
    // Since 7.1 a part of its own: Platform/x86 …
    const auto platform = child(hardware, u"Platform");
    auto firmware = child(hardware, u"Firmware");
    auto bios = child(hardware, u"BIOS");
    auto chipset = child(hardware, u"Chipset");
    if (platform.isValid() && !chipset.isValid())
        chipset = child(platform, u"Chipset");
    if (!firmware.isValid())
        firmware = child(bios, u"Firmware");
    if (attribute(firmware, u"type").startsWith(u"EFI"))
        into.firmware = ForeignFirmware::Uefi;
    for (const auto &place : {firmware, bios, hardware}) {
        if (isTrue(attribute(child(place, u"UefiSecureBoot"), u"enabled")) || isTrue(attribute(find(place, u"NVRAM"), u"secureBoot")))
            into.firmware = ForeignFirmware::SecureBoot;
        const auto module = attribute(child(place, u"TrustedPlatformModule"), u"type");
        if (module.startsWith(u"v2", Qt::CaseInsensitive) || module.startsWith(u"v1", Qt::CaseInsensitive))
            into.tpm = true;
    }
    into.isPciExpress = attribute(chipset, u"type").compare(u"ICH9", Qt::CaseInsensitive) == 0;
    auto clock = child(hardware, u"RTC");
    if (!clock.isValid())
        clock = child(platform, u"RTC");
    into.clockLocal = attribute(clock, u"localOrUTC") == u"local";
    if (attribute(platform, u"architecture").compare(u"ARM", Qt::CaseInsensitive) == 0)
        into.architecture = QStringLiteral("aarch64");
}

/// Media by identity, with the one that each was cut off from.
struct Medium {
    QString location;
    QString format;
    bool isChild = false;
};

void readHardDisks(const Element &list, bool isChild, int depth, std::map<QString, Medium> &media)
{
    if (depth > 32)
        return;
    for (const auto &disk : children(list, u"HardDisk")) {
        if (media.size() > maxChildren)
            return;
        media[attribute(disk, u"uuid")] = {attribute(disk, u"location"), attribute(disk, u"format"), isChild};
        readHardDisks(disk, true, depth + 1, media);
    }
}

std::map<QString, Medium> mediaOf(const Element &machine)
{
    std::map<QString, Medium> media;
    const auto registry = child(machine, u"MediaRegistry");
    readHardDisks(child(registry, u"HardDisks"), false, 0, media);
    for (const auto *images : {u"DVDImages", u"FloppyImages"}) {
        for (const auto &image : children(child(registry, QStringView(images)), u"Image"))
            media[attribute(image, u"uuid")] = {attribute(image, u"location"), QStringLiteral("raw"), false};
    }
    return media;
}

void setController(const QString &type, ForeignDisk &disk, ForeignMachine &into)
{
    if (type == u"PIIX3" || type == u"PIIX4" || type == u"ICH6") {
        disk.bus = ForeignBus::Ide;
    } else if (type == u"AHCI" || type == u"IntelAhci") {
        disk.bus = ForeignBus::Sata;
    } else if (type == u"LsiLogicSas") {
        disk.bus = ForeignBus::Scsi;
        disk.controllerModel = QStringLiteral("lsisas1068");
    } else if (type == u"LsiLogic" || type == u"BusLogic") {
        disk.bus = ForeignBus::Scsi;
        into.lose(Loss::ControllerReplaced, type);
    } else if (type == u"VirtioSCSI") {
        disk.bus = ForeignBus::Scsi;
        disk.controllerModel = QStringLiteral("virtio-scsi");
    } else if (type == u"NVMe") {
        disk.bus = ForeignBus::Nvme;
        into.lose(Loss::ControllerReplaced, type);
    } else if (type == u"USB") {
        disk.bus = ForeignBus::Usb;
    } else if (type == u"I82078") {
        disk.bus = ForeignBus::Floppy;
    }
}

QString driverWord(const QString &format)
{
    const auto lower = format.toLower();
    return lower == u"vhd" ? QStringLiteral("vpc") : lower == u"vdi" || lower == u"vmdk" || lower == u"vhdx" || lower == u"raw" ? lower : QString();
}

void attach(const Element &device, ForeignDisk disk, const std::map<QString, Medium> &media, ForeignMachine &into)
{
    const auto type = attribute(device, u"type");
    const auto image = attribute(child(device, u"Image"), u"uuid");
    const auto port = int(number(attribute(device, u"port"), mostPorts));
    const auto unit = int(number(attribute(device, u"device"), 1));
    disk.slot = disk.bus == ForeignBus::Ide ? port * 2 + unit : port;
    if (type == u"Floppy") {
        into.lose(Loss::FloppyDropped);
        return;
    }
    const auto found = media.find(image);
    if (type == u"DVD") {
        disk.device = ForeignDisk::Device::Cdrom;
        if (found != media.end())
            disk.file = found->second.location;
        else if (child(device, u"HostDrive").isValid())
            into.lose(Loss::CdromEmptied);
        into.disks.push_back(disk);
        return;
    }
    if (image.isEmpty())
        return;
    if (found == media.end()) {
        into.lose(Loss::DiskNotFile, image);
        return;
    }
    if (found->second.isChild)
        into.lose(Loss::DiskHasSnapshots, found->second.location);
    disk.file = found->second.location;
    disk.format = driverWord(found->second.format);
    into.disks.push_back(disk);
}

void readStorage(const Element &machine, const Element &hardware, ForeignMachine &into)
{
    auto list = child(hardware, u"StorageControllers"); // its place since format 1.19
    if (!list.isValid())
        list = child(machine, u"StorageControllers");
    const auto media = mediaOf(machine);
    std::map<ForeignBus, int> count;
    for (const auto &controller : children(list, u"StorageController")) {
        ForeignDisk disk;
        setController(attribute(controller, u"type"), disk, into);
        disk.controller = count[disk.bus]++;
        for (const auto &device : children(controller, u"AttachedDevice")) {
            if (into.disks.size() < 256)
                attach(device, disk, media, into);
        }
    }
}

} // namespace

QString virtualbox::macFrom(const QString &digits)
{
    static const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f'); };
    if (digits.size() != 12 || !std::all_of(digits.begin(), digits.end(), isHex))
        return {};
    auto mac = digits.toLower();
    for (int at = 10; at > 0; at -= 2)
        mac.insert(at, u':');
    return mac;
}

void virtualbox::readHardware(const Element &machine, ForeignMachine &into)
{
    const auto hardware = child(machine, u"Hardware");
    const auto told = attribute(machine, u"OSType");
    if (!told.isEmpty())
        into.os = guestOsNamed(told);
    const auto processors = number(attribute(child(hardware, u"CPU"), u"count"), mostVcpus);
    into.vcpus = processors > 0 ? int(processors) : std::max(into.vcpus, 1);
    if (const auto memory = number(attribute(child(hardware, u"Memory"), u"RAMSize"), mostMebibytes))
        into.memory = Bytes::mib(memory);
    readFirmware(hardware, into);
    into.nics.clear();
    readAdapters(hardware, into);
    into.sound.clear();
    readSound(hardware, into);
    readPorts(hardware, into);
}

Result<ForeignMachine> readVirtualBox(const QByteArray &bytes)
{
    const auto document = foreignxml::parse(bytes);
    if (!document)
        return failure(document.error());
    const auto root = document->root();
    if (localName(root) != u"VirtualBox")
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a description of a machine by VirtualBox"));
    if (child(root, u"MachineEncrypted").isValid())
        return failure(Error::Kind::Unsupported, QStringLiteral("the machine is encrypted by VirtualBox"));
    const auto machine = child(root, u"Machine");
    if (!machine.isValid())
        return failure(Error::Kind::InvalidInput, QStringLiteral("VirtualBox's description holds no machine"));
    ForeignMachine read;
    read.name = attribute(machine, u"name");
    read.description = text(machine, u"Description");
    virtualbox::readHardware(machine, read);
    readStorage(machine, child(machine, u"Hardware"), read);
    if (!attribute(machine, u"stateFile").isEmpty())
        read.lose(Loss::SavedState);
    return read;
}
