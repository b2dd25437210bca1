// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/ovfhardware.h"

#include "core/appliances/foreignxml.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace foreignxml;
using Loss = ForeignLoss::Kind;

namespace {

// CIM_ResourceAllocationSettingData.ResourceType
enum Resource {
    Processor = 3, MemoryAmount = 4, IdeController = 5, ScsiController = 6, Ethernet = 10, OtherNetwork = 11, FloppyDrive = 14,
    CdDrive = 15, DvdDrive = 16, HardDisk = 17, StorageController = 20, SerialPort = 21, ParallelPort = 22, UsbController = 23,
    Graphics = 24, Sound = 35,
};

struct Item {
    int resource = 0;
    QString subtype;
    QString id;
    QString parent;
    QString name;
    QString host;        ///< what it is connected to on the host: a disk, a file
    QString connection;
    QString address;     ///< a card's MAC
    int slot = 0;
    quint64 quantity = 0;
    QString unit;
    int coresPerSocket = 0;
    bool isOff = false;
};

Item itemFrom(const Element &element)
{
    Item item;
    item.resource = int(number(text(element, u"ResourceType"), 1000));
    item.subtype = text(element, u"ResourceSubType");
    item.id = text(element, u"InstanceID");
    if (item.id.isEmpty())
        item.id = text(element, u"InstanceId");
    item.parent = text(element, u"Parent");
    item.name = text(element, u"ElementName");
    if (item.name.isEmpty())
        item.name = text(element, u"Caption");
    item.host = text(element, u"HostResource");
    item.connection = text(element, u"Connection");
    item.address = text(element, u"Address");
    if (const auto mac = text(element, u"MACAddress"); !mac.isEmpty()) // oVirt's own place
        item.address = mac;
    item.slot = int(number(text(element, u"AddressOnParent"), 1000));
    item.quantity = number(text(element, u"VirtualQuantity"), 1ULL << 50);
    item.unit = text(element, u"AllocationUnits");
    item.coresPerSocket = int(number(text(element, u"CoresPerSocket"), 1024));
    if (item.coresPerSocket == 0) // oVirt's own place
        item.coresPerSocket = int(number(text(element, u"cpu_per_socket"), 1024));
    item.isOff = text(element, u"AutomaticAllocation").compare(u"false", Qt::CaseInsensitive) == 0;
    if (text(element, u"Type") == u"video") // oVirt's number for it is another's
        item.resource = Graphics;
    return item;
}

struct Place {
    ForeignBus bus = ForeignBus::Unknown;
    QString model;
    int number = 0;
    int firstSlot = 0; ///< for the second channel of IDE
};

Place controllerFrom(const Item &item, ForeignMachine &into)
{
    const auto word = item.subtype.toLower();
    Place place;
    if (item.resource == IdeController) {
        place.bus = ForeignBus::Ide;
    } else if (word.contains(u"ahci") || word.contains(u"sata")) {
        place.bus = ForeignBus::Sata;
    } else if (word.contains(u"nvme")) {
        place.bus = ForeignBus::Nvme;
        into.lose(Loss::ControllerReplaced, item.subtype);
    } else {
        place.bus = ForeignBus::Scsi;
        if (word == u"lsilogicsas")
            place.model = QStringLiteral("lsisas1068");
        else if (word == u"virtualscsi")
            place.model = QStringLiteral("vmpvscsi");
        else if (word.contains(u"virtio"))
            place.model = QStringLiteral("virtio-scsi");
        else
            into.lose(Loss::ControllerReplaced, item.subtype.isEmpty() ? QStringLiteral("SCSI") : item.subtype);
    }
    return place;
}

QString nicModelFrom(const QString &subtype, ForeignMachine &into)
{
    const auto word = subtype.toLower();
    if (word.isEmpty())
        return {};
    if (word == u"pcnet32" || word == u"vlance" || word == u"flexible")
        return QStringLiteral("pcnet");
    for (const auto *same : {u"e1000e", u"e1000", u"vmxnet3", u"rtl8139", u"virtio"}) {
        if (word.startsWith(QStringView(same)))
            return QString::fromUtf16(same);
    }
    // oVirt numbers them.
    if (word == u"3" || word == u"5")
        return QStringLiteral("virtio");
    if (word == u"1")
        return QStringLiteral("rtl8139");
    if (word == u"2")
        return QStringLiteral("e1000");
    into.lose(Loss::NicReplaced, subtype);
    return {};
}

QString plainMac(const QString &address)
{
    const auto mac = address.trimmed().toLower().replace(u'-', u':');
    if (mac.size() != 17)
        return {};
    for (int i = 0; i < 17; ++i) {
        const auto c = mac.at(i);
        const bool fits = i % 3 == 2 ? c == u':' : (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        if (!fits)
            return {};
    }
    return mac;
}

class Reading {
public:
    Reading(const OvfEnvelope &envelope, ForeignMachine &into) : m_envelope(envelope), m_into(into) {}

    void readController(const Item &item);
    Result<void> readDevice(const Item &item);
    void keepOrder();

private:
    void readProcessors(const Item &item);
    void readNic(const Item &item);
    Result<void> readDisk(const Item &item);
    void readDrive(const Item &item);
    Result<void> fillFrom(const QString &host, ForeignDisk &disk);
    ForeignDisk placed(const Item &item) const;

    const OvfEnvelope &m_envelope;
    ForeignMachine &m_into;
    std::map<QString, Place> m_controllers;
    std::map<ForeignBus, int> m_count;
};

void Reading::readController(const Item &item)
{
    if (item.resource != IdeController && item.resource != ScsiController && item.resource != StorageController)
        return;
    auto place = controllerFrom(item, m_into);
    const auto counted = m_count[place.bus]++;
    if (place.bus == ForeignBus::Ide) { // an item for each channel, of which a controller has two
        place.number = counted / 2;
        place.firstSlot = counted % 2 * 2;
    } else {
        place.number = counted;
    }
    m_controllers.try_emplace(item.id, place);
}

ForeignDisk Reading::placed(const Item &item) const
{
    ForeignDisk disk;
    const auto found = m_controllers.find(item.parent);
    disk.slot = item.slot;
    if (found == m_controllers.end())
        return disk;
    disk.bus = found->second.bus;
    disk.controllerModel = found->second.model;
    disk.controller = found->second.number;
    disk.slot = found->second.firstSlot + item.slot;
    return disk;
}

/// "ovf:/disk/vmdisk1", "/disk/vmdisk1", "disk/vmdisk1", "ovf:/file/file2"; oVirt's "GROUP/IMAGE".
Result<void> Reading::fillFrom(const QString &host, ForeignDisk &disk)
{
    auto path = host;
    if (path.startsWith(u"ovf:"))
        path = path.sliced(4);
    const auto id = path.sliced(path.lastIndexOf(u'/') + 1);
    const bool isFile = path.startsWith(u"/file/") || path.startsWith(u"file/");
    QString file = id;
    if (!isFile) {
        const auto found = m_envelope.disks.find(id);
        if (found == m_envelope.disks.end())
            return failure(Error::Kind::InvalidInput, QStringLiteral("the OVF envelope names a disk that it does not describe"), host.left(200));
        if (!found->second.parent.isEmpty())
            m_into.lose(Loss::DiskHasSnapshots, id);
        disk.format = found->second.format;
        disk.capacity = found->second.capacity;
        if (found->second.bus.contains(u"virtio"))
            disk.bus = found->second.bus.contains(u"scsi") ? ForeignBus::Scsi : ForeignBus::Virtio;
        file = found->second.file;
        if (file.isEmpty())
            return {}; // a blank disk
    }
    const auto *found = m_envelope.file(file);
    if (!found)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the OVF envelope names a file that it does not describe"), file.left(200));
    disk.file = found->name;
    disk.fileSize = found->size;
    disk.isGzipped = found->isGzipped;
    disk.chunkSize = found->chunkSize;
    return {};
}

Result<void> Reading::readDisk(const Item &item)
{
    auto disk = placed(item);
    if (const auto filled = fillFrom(item.host, disk); !filled)
        return filled;
    m_into.disks.push_back(disk);
    return {};
}

void Reading::readDrive(const Item &item)
{
    auto disk = placed(item);
    disk.device = ForeignDisk::Device::Cdrom;
    if (!item.host.isEmpty() && !fillFrom(item.host, disk))
        m_into.lose(Loss::CdromEmptied);
    m_into.disks.push_back(disk);
}

void Reading::readProcessors(const Item &item)
{
    m_into.vcpus = int(std::clamp<quint64>(item.quantity, 1, 4096));
    m_into.coresPerSocket = item.coresPerSocket;
}

void Reading::readNic(const Item &item)
{
    ForeignNic nic;
    nic.model = nicModelFrom(item.subtype, m_into);
    nic.mac = plainMac(item.address);
    nic.network = item.connection;
    nic.connected = !item.isOff;
    const auto word = item.connection.toLower();
    nic.kind = word == u"nat" || word.isEmpty()                      ? ForeignNic::Network::Nat
        : word.startsWith(u"bridged") || word == u"bridge"           ? ForeignNic::Network::Bridged
        : word.startsWith(u"hostonly") || word.startsWith(u"host-only") ? ForeignNic::Network::HostOnly
        : word.startsWith(u"internal")                               ? ForeignNic::Network::Internal
                                                                     : ForeignNic::Network::Named;
    m_into.nics.push_back(nic);
}

Result<void> Reading::readDevice(const Item &item)
{
    switch (item.resource) {
    case 0: // nothing can be said of it
    case IdeController:
    case ScsiController:
    case StorageController:
    case Graphics:
        break;
    case Processor:
        readProcessors(item);
        break;
    case MemoryAmount:
        m_into.memory = ovfBytes(item.quantity, item.unit, Bytes::mib(1));
        break;
    case Ethernet:
    case OtherNetwork:
        readNic(item);
        break;
    case FloppyDrive:
        m_into.lose(Loss::FloppyDropped);
        break;
    case CdDrive:
    case DvdDrive:
        readDrive(item);
        break;
    case HardDisk:
        return readDisk(item);
    case SerialPort:
        m_into.lose(Loss::SerialPort);
        break;
    case ParallelPort:
        m_into.lose(Loss::ParallelPort);
        break;
    case UsbController:
        m_into.hasUsb = true;
        break;
    case Sound: {
        const auto word = item.subtype.toLower();
        m_into.sound = word.contains(u"hda") ? QStringLiteral("ich6") : word.contains(u"sb16") ? QStringLiteral("sb16") : QStringLiteral("ac97");
        break;
    }
    default:
        // What VMware's guests talk to their host with, and oVirt's displays and channels, have successors in every machine.
        if (item.resource != 1 && item.resource < 32000)
            m_into.lose(Loss::UnknownDevice, item.name.left(200));
    }
    return {};
}

/// Disks as their controllers have them, so that the first is the one that boots; drives behind them.
void Reading::keepOrder()
{
    std::map<ForeignBus, size_t> rank; // the bus named first leads
    for (const auto &disk : m_into.disks)
        rank.try_emplace(disk.bus, rank.size());
    const auto key = [&rank](const ForeignDisk &disk) {
        return std::tuple(disk.device != ForeignDisk::Device::Disk, rank.at(disk.bus), disk.controller, disk.slot);
    };
    std::stable_sort(m_into.disks.begin(), m_into.disks.end(),
                     [&key](const ForeignDisk &a, const ForeignDisk &b) { return key(a) < key(b); });
}

} // namespace

Result<void> readOvfHardware(const Element &section, const OvfEnvelope &envelope, ForeignMachine &into)
{
    Reading reading(envelope, into);
    std::vector<Item> items;
    for (const auto *name : {u"Item", u"StorageItem", u"EthernetPortItem"}) { // the last two since 2.0
        for (const auto &element : children(section, QStringView(name)))
            items.push_back(itemFrom(element));
    }
    if (items.size() > 1024)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the machine has more than 1024 devices"));
    for (const auto &item : items)
        reading.readController(item);
    for (const auto &item : items) {
        if (const auto read = reading.readDevice(item); !read)
            return read;
    }
    reading.keepOrder();
    return {};
}
