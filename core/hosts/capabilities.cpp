// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/capabilities.h"

#include <QVersionNumber>

#include <pugixml.hpp>

#include <cstring>

namespace {

QString textOf(const char *text)
{
    return QString::fromUtf8(text).trimmed();
}

pugi::xml_document parsed(const QString &xml)
{
    pugi::xml_document document;
    const auto utf8 = xml.toUtf8();
    document.load_buffer(utf8.constData(), size_t(utf8.size()));
    return document;
}

bool isSupported(pugi::xml_node node)
{
    return std::strcmp(node.attribute("supported").value(), "yes") == 0;
}

QStringList valuesOf(pugi::xml_node parent, const char *enumName)
{
    QStringList values;
    const auto node = parent.find_child_by_attribute("enum", "name", enumName);
    for (const auto value : node.children("value"))
        values << textOf(value.text().get());
    return values;
}

struct ChosenMachine {
    QString name;
    int maxVcpus = 0;
};

ChosenMachine chosenMachine(pugi::xml_node arch)
{
    const std::string_view name = arch.attribute("name").value();
    const bool pc = name == "x86_64" || name == "i686";
    ChosenMachine chosen;
    for (const auto machine : arch.children("machine")) {
        const auto text = textOf(machine.text().get());
        const bool wanted = pc && text == u"q35";
        if (!chosen.name.isEmpty() && !wanted)
            continue;
        const auto canonical = textOf(machine.attribute("canonical").value());
        chosen = {canonical.isEmpty() ? text : canonical, machine.attribute("maxCpus").as_int()};
        if (wanted)
            break;
    }
    return chosen;
}

GuestOffer guestFrom(pugi::xml_node node)
{
    const auto arch = node.child("arch");
    GuestOffer guest;
    guest.osType = textOf(node.child_value("os_type"));
    guest.architecture = textOf(arch.attribute("name").value());
    guest.emulator = textOf(arch.child_value("emulator"));
    for (const auto domain : arch.children("domain"))
        guest.accelerators << textOf(domain.attribute("type").value());
    const auto machine = chosenMachine(arch);
    guest.machineType = machine.name;
    guest.maxVcpus = machine.maxVcpus;
    return guest;
}

/// <secmodel><model>dac</model><baselabel type='kvm'>+64055:+64055</baselabel>…: what files are given to.
std::optional<EmulatorAccount> accountFrom(pugi::xml_node host)
{
    for (const auto model : host.children("secmodel")) {
        if (std::strcmp(model.child_value("model"), "dac") != 0)
            continue;
        const auto label = textOf(model.child_value("baselabel")).remove(u'+').split(u':');
        bool isUser = false;
        bool isGroup = false;
        const auto user = label.value(0).toUInt(&isUser);
        const auto group = label.value(1).toUInt(&isGroup);
        if (isUser && isGroup)
            return EmulatorAccount{user, group};
    }
    return {};
}

/// Firmware that libvirt would find by itself, or that is listed with a path.
void readFirmware(pugi::xml_node os, DomainCapabilities &caps)
{
    const auto loader = os.child("loader");
    caps.uefi = valuesOf(os, "firmware").contains(QStringLiteral("efi"));
    caps.secureBoot = caps.uefi && isSupported(loader) && valuesOf(loader, "secure").contains(QStringLiteral("yes"));
}

void readProcessor(pugi::xml_node cpu, DomainCapabilities &caps)
{
    for (const auto mode : cpu.children("mode")) {
        if (isSupported(mode))
            caps.cpuModes << textOf(mode.attribute("name").value());
    }
}

void readDevices(pugi::xml_node devices, DomainCapabilities &caps)
{
    const auto values = [devices](const char *device, const char *name) {
        const auto node = devices.child(device);
        return isSupported(node) ? valuesOf(node, name) : QStringList();
    };
    caps.diskBuses = values("disk", "bus");
    caps.graphics = values("graphics", "type");
    caps.videoModels = values("video", "modelType");
    caps.tpmModels = values("tpm", "model");
    caps.tpmBackends = values("tpm", "backendModel");
    caps.rngBackends = values("rng", "backendModel");
    caps.filesystems = values("filesystem", "driverType");
    caps.networkBackends = values("interface", "backendType");
    caps.vncClipboard = values("channel", "type").contains(QStringLiteral("qemu-vdagent"));
    caps.usbRedirection = values("redirdev", "bus").contains(QStringLiteral("usb"));
}

} // namespace

namespace {
const GuestOffer *ownOf(const HostCapabilities &host, bool isContainer)
{
    const GuestOffer *first = nullptr;
    for (const auto &guest : host.guests) {
        if ((guest.osType == u"exe") != isContainer)
            continue;
        if (guest.architecture == host.architecture)
            return &guest;
        first = first ? first : &guest;
    }
    return first;
}
} // namespace

const GuestOffer *HostCapabilities::ownGuest() const
{
    return ownOf(*this, false);
}

const GuestOffer *HostCapabilities::ownContainer() const
{
    return ownOf(*this, true);
}

bool HostCapabilities::offersKvm() const
{
    const auto *own = ownGuest();
    return own && own->architecture == architecture && own->accelerators.contains(QStringLiteral("kvm"));
}

HostCapabilities readHostCapabilities(const QString &xml)
{
    const auto document = parsed(xml);
    const auto root = document.child("capabilities");
    const auto cpu = root.child("host").child("cpu");
    HostCapabilities capabilities;
    capabilities.architecture = textOf(cpu.child_value("arch"));
    capabilities.cpuModel = textOf(cpu.child_value("model"));
    capabilities.emulatorAccount = accountFrom(root.child("host"));
    for (const auto guest : root.children("guest"))
        capabilities.guests.push_back(guestFrom(guest));
    return capabilities;
}

DomainCapabilities readDomainCapabilities(const QString &xml)
{
    const auto document = parsed(xml);
    const auto root = document.child("domainCapabilities");
    DomainCapabilities caps;
    caps.known = bool(root);
    caps.accelerator = textOf(root.child_value("domain"));
    caps.architecture = textOf(root.child_value("arch"));
    caps.machineType = textOf(root.child_value("machine"));
    caps.emulator = textOf(root.child_value("path"));
    caps.maxVcpus = root.child("vcpu").attribute("max").as_int();
    readFirmware(root.child("os"), caps);
    readProcessor(root.child("cpu"), caps);
    readDevices(root.child("devices"), caps);
    const auto memory = root.child("memoryBacking");
    caps.memfd = isSupported(memory) && valuesOf(memory, "sourceType").contains(QStringLiteral("memfd"));
    const auto hyperv = root.child("features").child("hyperv");
    if (isSupported(hyperv))
        caps.hyperv = valuesOf(hyperv, "features");
    return caps;
}

DomainCapabilities guessDomainCapabilities(const GuestOffer &guest, const QString &accelerator)
{
    DomainCapabilities caps;
    caps.accelerator = accelerator;
    caps.architecture = guest.architecture;
    caps.machineType = guest.machineType;
    caps.emulator = guest.emulator;
    caps.maxVcpus = guest.maxVcpus;
    return caps;
}

bool hasVncClipboard(const DomainCapabilities &caps, const QString &libvirt, const QString &hypervisor)
{
    // Before 10.1, QEMU neither saves nor migrates a machine that has the channel.
    if (QVersionNumber::fromString(hypervisor) < QVersionNumber(10, 1))
        return false;
    if (caps.vncClipboard || (caps.accelerator != u"kvm" && caps.accelerator != u"qemu"))
        return caps.vncClipboard;
    const auto library = QVersionNumber::fromString(libvirt);
    return library >= QVersionNumber(8, 4) && library < QVersionNumber(10);
}
