// SPDX-License-Identifier: GPL-3.0-or-later
// A machine as another program wrote it down, in words that both sides know, before anything is made of it. A value.
// Names of models are libvirt's; where the other program's device does not exist here, the reader names the nearest and adds
// a loss.
#pragma once

#include "core/base/bytes.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

enum class ForeignFirmware { Bios, Uefi, SecureBoot };
enum class ForeignBus { Unknown, Ide, Sata, Scsi, Virtio, Nvme, Usb, Floppy };

struct ForeignDisk {
    enum class Device { Disk, Cdrom, Floppy };
    Device device = Device::Disk;
    QString file;            ///< as the description names it; empty: an empty drive, or a blank disk of that capacity
    QString format;          ///< libvirt's driver word; empty: its bytes have to tell
    Bytes capacity;          ///< zero: not told
    Bytes fileSize;          ///< as the description says; zero: not told
    ForeignBus bus = ForeignBus::Unknown;
    QString controllerModel; ///< "lsisas1068", "vmpvscsi" …; empty: the bus has one kind, or any will do
    int controller = 0;      ///< counted for each bus
    int slot = 0;            ///< on its controller; for IDE 0–3
    bool isGzipped = false;
    Bytes chunkSize;         ///< in pieces of that size, named FILE.000000000 and on; zero: one piece
};

struct ForeignNic {
    enum class Network { Nat, Bridged, HostOnly, Internal, Named, None };
    QString model;           ///< "e1000", "vmxnet3", "virtio" …; empty: any
    QString mac;             ///< "52:54:00:…"; empty: none is told
    Network kind = Network::Nat;
    QString network;         ///< as the other program calls it; may be empty
    bool connected = true;
};

struct ForeignOs {
    QString told;            ///< the other program's word: "Ubuntu_64", "windows9-64"
    QString shortId;         ///< of the OS database; empty where the word is not that precise
    bool isWindows = false;
    bool isLinux = false;
};

/// What the new machine will not have, or will have differently. ui words it; `name` goes into the sentence.
struct ForeignLoss {
    enum class Kind {
        ControllerReplaced,  ///< the disk controller named does not exist here: another takes its place
        NicReplaced,
        SoundReplaced,
        NetworkReplaced,     ///< the network of that name is not known here
        DiskNotFile,         ///< a physical disk, or one on a server
        DiskHasSnapshots,    ///< what was written after a snapshot lies in another file that cannot be read
        CdromEmptied,        ///< the image in the drive is on the other computer
        FloppyDropped,
        SharedFolder,
        SerialPort,
        ParallelPort,
        UsbDevice,           ///< passed through, or a filter
        PciDevice,
        RemoteDisplay,
        Acceleration3d,
        SavedState,          ///< the machine was saved or suspended: it starts afresh
        OtherMachines,       ///< the file holds more machines; the first is taken
        Properties,          ///< values that are asked for at deployment (OVF environment)
        Encrypted,
        HardwareUnknown,     ///< only disks are known: the description cannot be read
        Provisioning,        ///< scripts of a Vagrantfile
        UnknownDevice,
    };
    Kind kind = Kind::UnknownDevice;
    QString name;
    friend bool operator==(const ForeignLoss &, const ForeignLoss &) = default;
};

struct ForeignMachine {
    QString name;
    QString description;
    QString license;         ///< that the maker wants agreed to
    ForeignOs os;
    QString architecture;    ///< libvirt's word; empty: not told, a PC
    int vcpus = 1;
    int coresPerSocket = 0;  ///< zero: not told
    Bytes memory;            ///< zero: not told
    ForeignFirmware firmware = ForeignFirmware::Bios;
    bool tpm = false;
    bool isPciExpress = false; ///< its board has the bus of today: ICH9, q35
    bool clockLocal = false;
    bool hasUsb = false;
    QString sound;           ///< model; empty: none
    std::vector<ForeignDisk> disks; ///< with the drives, in the order of booting as far as it is told
    std::vector<ForeignNic> nics;
    std::vector<ForeignLoss> losses;
    QString domainXml;       ///< where it was libvirt's own: kept but for what belongs to the other host

    void lose(ForeignLoss::Kind kind, const QString &what = {})
    {
        if (losses.size() < 200 && std::find(losses.begin(), losses.end(), ForeignLoss{kind, what}) == losses.end())
            losses.push_back({kind, what});
    }
};
