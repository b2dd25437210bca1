// SPDX-License-Identifier: GPL-3.0-or-later
// A disk, CD or floppy drive. https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct DiskTypeTag;
using DiskType = Word<DiskTypeTag>;
namespace diskTypes {
inline DiskType file() { return DiskType(QStringLiteral("file")); }
inline DiskType block() { return DiskType(QStringLiteral("block")); }
inline DiskType directory() { return DiskType(QStringLiteral("dir")); }
inline DiskType network() { return DiskType(QStringLiteral("network")); }
inline DiskType volume() { return DiskType(QStringLiteral("volume")); }
} // namespace diskTypes

struct DiskDeviceTag;
using DiskDevice = Word<DiskDeviceTag>;
namespace diskDevices {
inline DiskDevice disk() { return DiskDevice(QStringLiteral("disk")); }
inline DiskDevice cdrom() { return DiskDevice(QStringLiteral("cdrom")); }
inline DiskDevice floppy() { return DiskDevice(QStringLiteral("floppy")); }
inline DiskDevice lun() { return DiskDevice(QStringLiteral("lun")); }
} // namespace diskDevices

struct DiskBusTag;
using DiskBus = Word<DiskBusTag>;
namespace diskBuses {
inline DiskBus virtio() { return DiskBus(QStringLiteral("virtio")); }
inline DiskBus sata() { return DiskBus(QStringLiteral("sata")); }
inline DiskBus scsi() { return DiskBus(QStringLiteral("scsi")); }
inline DiskBus ide() { return DiskBus(QStringLiteral("ide")); }
inline DiskBus usb() { return DiskBus(QStringLiteral("usb")); }
inline DiskBus fdc() { return DiskBus(QStringLiteral("fdc")); }
} // namespace diskBuses

class Disk final : public Element {
public:
    static constexpr std::string_view tag = "disk";
    using Element::Element;
    explicit Disk(const Element &element) : Element(element) {}

    static constexpr Term<DiskType>   type{"@type"};
    static constexpr Term<DiskDevice> device{"@device"};
    static constexpr Text             snapshot{"@snapshot"};
    static constexpr Text             driver{"driver/@name"};
    static constexpr Text             format{"driver/@type"};
    static constexpr Text             cache{"driver/@cache"};
    static constexpr Text             io{"driver/@io"};
    static constexpr Text             errorPolicy{"driver/@error_policy"};
    static constexpr Text             discard{"driver/@discard"};
    static constexpr Text             detectZeroes{"driver/@detect_zeroes"};
    static constexpr Number           queues{"driver/@queues"};
    static constexpr Number           ioThread{"driver/@iothread"};
    static constexpr Text             file{"source/@file"};
    static constexpr Text             blockDevice{"source/@dev"};
    static constexpr Text             directory{"source/@dir"};
    static constexpr Text             protocol{"source/@protocol"};
    static constexpr Text             remoteName{"source/@name"};
    static constexpr Text             pool{"source/@pool"};
    static constexpr Text             volume{"source/@volume"};
    static constexpr Text             startupPolicy{"source/@startupPolicy"};
    static constexpr Text             target{"target/@dev"};
    static constexpr Term<DiskBus>    bus{"target/@bus"};
    static constexpr Text             tray{"target/@tray"};
    static constexpr OnOff            removable{"target/@removable"};
    static constexpr Flag             readOnly{"readonly"};
    static constexpr Flag             shareable{"shareable"};
    static constexpr Flag             transient{"transient"};
    static constexpr Text             serial{"serial"};
    static constexpr Number           bootOrder{"boot/@order"};
    static constexpr Number           logicalBlockSize{"blockio/@logical_block_size"}; ///< bytes
    static constexpr Number           physicalBlockSize{"blockio/@physical_block_size"}; ///< bytes
    static constexpr Number           bytesPerSecond{"iotune/total_bytes_sec"};
    static constexpr Number           requestsPerSecond{"iotune/total_iops_sec"};
    static constexpr auto all = std::tuple{type, device, snapshot, driver, format, cache, io, errorPolicy, discard, detectZeroes, queues, ioThread,
                                           file, blockDevice, directory, protocol, remoteName, pool, volume, startupPolicy, target, bus, tray,
                                           removable, readOnly, shareable, transient, serial, bootOrder, logicalBlockSize, physicalBlockSize,
                                           bytesPerSecond, requestsPerSecond};
};
