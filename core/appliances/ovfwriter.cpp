// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/ovfwriter.h"

#include "core/config/xml/document.h"

#include <algorithm>

namespace {

const char *const format = "http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized";

struct Kind {
    int resource;
    const char *subtype;
    const char *caption;
};

/// What other programs have as well: virtio is one of QEMU's own.
Kind controllerFor(const PackagedDisk &disk)
{
    switch (disk.bus) {
    case ForeignBus::Ide: return {5, "PIIX4", "IDE controller"};
    case ForeignBus::Scsi:
        if (disk.controllerModel == u"vmpvscsi")
            return {6, "VirtualSCSI", "SCSI controller"};
        if (disk.controllerModel == u"lsisas1068")
            return {6, "lsilogicsas", "SCSI controller"};
        return {20, "AHCI", "SATA controller"};
    default: return {20, "AHCI", "SATA controller"};
    }
}

QString nicSubtype(const QString &model)
{
    if (model == u"e1000e")
        return QStringLiteral("E1000e");
    if (model == u"vmxnet3")
        return QStringLiteral("VmxNet3");
    if (model == u"pcnet")
        return QStringLiteral("PCNet32");
    return QStringLiteral("E1000"); // which every program and nearly every system knows
}

int osNumber(const ForeignOs &os)
{
    return os.isLinux ? 101 : os.isWindows ? 121 : 1; // Linux 64-bit, Windows 10 64-bit, other
}

class Writing {
public:
    explicit Writing(const ForeignMachine &machine) : m_machine(machine), m_document("Envelope") {}

    QByteArray run(const std::vector<PackagedDisk> &disks);

private:
    void writeFiles(const std::vector<PackagedDisk> &disks);
    void writeSystem(Element system);
    void writeDisks(Element hardware, const std::vector<PackagedDisk> &disks);
    void writeNics(Element hardware);
    void writeFirmware(Element hardware);
    Element item(Element hardware, int resource, const QString &name);

    const ForeignMachine &m_machine;
    Document m_document;
    int m_id = 0;
};

QByteArray Writing::run(const std::vector<PackagedDisk> &disks)
{
    auto root = m_document.root();
    root.setText("@ovf:version", QStringLiteral("1.0"));
    root.setText("@xml:lang", QStringLiteral("en-US"));
    root.setText("@xmlns", QStringLiteral("http://schemas.dmtf.org/ovf/envelope/1"));
    root.setText("@xmlns:ovf", QStringLiteral("http://schemas.dmtf.org/ovf/envelope/1"));
    root.setText("@xmlns:rasd", QStringLiteral("http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData"));
    root.setText("@xmlns:vssd", QStringLiteral("http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_VirtualSystemSettingData"));
    root.setText("@xmlns:vmw", QStringLiteral("http://www.vmware.com/schema/ovf"));
    writeFiles(disks);
    auto networks = root.append("NetworkSection");
    networks.setText("Info", QStringLiteral("Logical networks of the machine"));
    networks.setText("Network/@ovf:name", QStringLiteral("NAT"));
    auto system = root.append("VirtualSystem");
    system.setText("@ovf:id", m_machine.name);
    writeSystem(system);
    auto hardware = system.append("VirtualHardwareSection");
    hardware.setText("Info", QStringLiteral("Virtual hardware"));
    hardware.setText("System/vssd:ElementName", QStringLiteral("Virtual Hardware Family"));
    hardware.setText("System/vssd:InstanceID", QStringLiteral("0"));
    hardware.setText("System/vssd:VirtualSystemIdentifier", m_machine.name);
    hardware.setText("System/vssd:VirtualSystemType", QStringLiteral("vmx-10"));
    auto processors = item(hardware, 3, QStringLiteral("%1 virtual CPU").arg(m_machine.vcpus));
    processors.setText("rasd:VirtualQuantity", QString::number(m_machine.vcpus));
    auto memory = item(hardware, 4, QStringLiteral("%1 MB of memory").arg(m_machine.memory.inMib()));
    memory.setText("rasd:AllocationUnits", QStringLiteral("byte * 2^20"));
    memory.setText("rasd:VirtualQuantity", QString::number(m_machine.memory.inMib()));
    writeDisks(hardware, disks);
    writeNics(hardware);
    writeFirmware(hardware);
    return QByteArray("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") + m_document.toXml().toUtf8();
}

void Writing::writeFiles(const std::vector<PackagedDisk> &disks)
{
    auto references = m_document.root().append("References");
    auto section = m_document.root().append("DiskSection");
    section.setText("Info", QStringLiteral("Virtual disks of the machine"));
    int number = 0;
    for (const auto &disk : disks) {
        ++number;
        auto file = references.append("File");
        file.setText("@ovf:id", QStringLiteral("file%1").arg(number));
        file.setText("@ovf:href", disk.file);
        file.setText("@ovf:size", QString::number(disk.size.count()));
        auto entry = section.append("Disk");
        entry.setText("@ovf:capacity", QString::number(disk.capacity.count()));
        entry.setText("@ovf:diskId", QStringLiteral("vmdisk%1").arg(number));
        entry.setText("@ovf:fileRef", QStringLiteral("file%1").arg(number));
        entry.setText("@ovf:format", QString::fromLatin1(format));
    }
}

void Writing::writeSystem(Element system)
{
    system.setText("Info", QStringLiteral("A virtual machine"));
    system.setText("Name", m_machine.name);
    if (!m_machine.description.isEmpty()) {
        system.setText("AnnotationSection/Info", QStringLiteral("What is known of it"));
        system.setText("AnnotationSection/Annotation", m_machine.description);
    }
    auto os = system.append("OperatingSystemSection");
    os.setText("@ovf:id", QString::number(osNumber(m_machine.os)));
    os.setText("Info", QStringLiteral("The operating system installed"));
}

Element Writing::item(Element hardware, int resource, const QString &name)
{
    auto made = hardware.append("Item");
    made.setText("rasd:ElementName", name);
    made.setText("rasd:InstanceID", QString::number(++m_id));
    made.setText("rasd:ResourceType", QString::number(resource));
    return made;
}

void Writing::writeDisks(Element hardware, const std::vector<PackagedDisk> &disks)
{
    struct Controller {
        std::string kind;
        int id;
        int next = 0;
        int most;
    };
    std::vector<Controller> controllers;
    int number = 0;
    for (const auto &disk : disks) {
        const auto kind = controllerFor(disk);
        const auto found = std::find_if(controllers.begin(), controllers.end(), [&](const Controller &c) { return c.kind == kind.subtype && c.next < c.most; });
        auto *controller = found == controllers.end() ? nullptr : &*found;
        if (!controller) {
            auto made = item(hardware, kind.resource, QString::fromLatin1(kind.caption));
            made.setText("rasd:ResourceSubType", QString::fromLatin1(kind.subtype));
            made.setText("rasd:Address", QString::number(controllers.size()));
            controller = &controllers.emplace_back(Controller{kind.subtype, m_id, 0, kind.resource == 5 ? 2 : 15});
        }
        auto made = item(hardware, 17, QStringLiteral("Hard disk %1").arg(++number));
        made.setText("rasd:AddressOnParent", QString::number(controller->next++));
        made.setText("rasd:HostResource", QStringLiteral("ovf:/disk/vmdisk%1").arg(number));
        made.setText("rasd:Parent", QString::number(controller->id));
    }
}

void Writing::writeNics(Element hardware)
{
    int number = 0;
    for (const auto &nic : m_machine.nics) {
        auto made = item(hardware, 10, QStringLiteral("Network adapter %1").arg(++number));
        if (!nic.mac.isEmpty())
            made.setText("rasd:Address", nic.mac);
        made.setText("rasd:AutomaticAllocation", nic.connected ? QStringLiteral("true") : QStringLiteral("false"));
        made.setText("rasd:Connection", QStringLiteral("NAT"));
        made.setText("rasd:ResourceSubType", nicSubtype(nic.model));
    }
    if (!m_machine.sound.isEmpty()) {
        auto made = item(hardware, 35, QStringLiteral("Sound"));
        made.setText("rasd:ResourceSubType", m_machine.sound.startsWith(u"ich") ? QStringLiteral("hda") : QStringLiteral("ensoniq1371"));
    }
}

void Writing::writeFirmware(Element hardware)
{
    if (m_machine.firmware == ForeignFirmware::Bios)
        return;
    const auto config = [&hardware](const QString &key, const QString &value) {
        auto made = hardware.append("vmw:Config");
        made.setText("@ovf:required", QStringLiteral("false"));
        made.setText("@vmw:key", key);
        made.setText("@vmw:value", value);
    };
    config(QStringLiteral("firmware"), QStringLiteral("efi"));
    if (m_machine.firmware == ForeignFirmware::SecureBoot)
        config(QStringLiteral("bootOptions.efiSecureBootEnabled"), QStringLiteral("true"));
}

} // namespace

QByteArray writeOvf(const ForeignMachine &machine, const std::vector<PackagedDisk> &disks)
{
    return Writing(machine).run(disks);
}
