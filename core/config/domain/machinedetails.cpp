// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/machinedetails.h"

#include "core/config/domain/console.h"
#include "core/config/domain/disk.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/graphics.h"
#include "core/config/domain/memory.h"
#include "core/config/domain/metadata.h"
#include "core/config/domain/nic.h"
#include "core/config/domain/processor.h"
#include "core/config/domain/serial.h"
#include "core/config/domain/tpm.h"

#include <algorithm>

namespace {

template<class Property>
QString textOf(const Element &element, const Property &property)
{
    const auto value = element.get(property);
    if constexpr (std::is_same_v<typename Property::Value, QString>)
        return value.value_or(QString());
    else
        return value ? value->text() : QString();
}

QString sourceOf(const Disk &disk)
{
    const auto type = disk.get(Disk::type).value_or(diskTypes::file());
    if (type == diskTypes::block())
        return textOf(disk, Disk::blockDevice);
    if (type == diskTypes::directory())
        return textOf(disk, Disk::directory);
    if (type == diskTypes::volume()) {
        const auto volume = textOf(disk, Disk::volume);
        return volume.isEmpty() ? QString() : textOf(disk, Disk::pool) + u'/' + volume;
    }
    if (type == diskTypes::network()) {
        const auto protocol = textOf(disk, Disk::protocol);
        return protocol.isEmpty() ? QString() : protocol + u':' + textOf(disk, Disk::remoteName);
    }
    return textOf(disk, Disk::file);
}

DiskFacts factsOf(const Disk &disk)
{
    DiskFacts facts;
    facts.target = textOf(disk, Disk::target);
    facts.device = disk.get(Disk::device).value_or(diskDevices::disk()).text();
    facts.bus = textOf(disk, Disk::bus);
    facts.source = sourceOf(disk);
    facts.format = textOf(disk, Disk::format);
    facts.readOnly = disk.get(Disk::readOnly).value_or(false);
    return facts;
}

NicFacts factsOf(const Nic &nic)
{
    NicFacts facts;
    const auto type = nic.get(Nic::type).value_or(NicType());
    facts.mac = textOf(nic, Nic::mac);
    facts.kind = type.text();
    if (type == nicTypes::network())
        facts.source = textOf(nic, Nic::network);
    else if (type == nicTypes::bridge())
        facts.source = textOf(nic, Nic::bridge);
    else
        facts.source = textOf(nic, Nic::hostDevice);
    facts.model = textOf(nic, Nic::model);
    facts.target = textOf(nic, Nic::target);
    return facts;
}

/// libvirt writes -1, or nothing, for a port that is not there yet; 0 stands for none in old releases.
int portFrom(const QString &text)
{
    bool ok = false;
    const int port = text.toInt(&ok);
    return ok && port > 0 && port <= 65535 ? port : -1;
}

DisplayFacts factsOf(const Graphics &graphics, int index)
{
    DisplayFacts facts;
    facts.kind = DisplayKind(textOf(graphics, Graphics::type));
    facts.index = index;
    const auto listenType = textOf(graphics, Graphics::listenType);
    facts.socketPath = textOf(graphics, Graphics::socket);
    if (facts.socketPath.isEmpty())
        facts.socketPath = textOf(graphics, Graphics::listenSocket);
    const bool hasNoAddress = listenType == u"none" || listenType == u"socket" || !facts.socketPath.isEmpty();
    if (!hasNoAddress) {
        facts.listen = textOf(graphics, Graphics::listenAddress);
        if (facts.listen.isEmpty())
            facts.listen = textOf(graphics, Graphics::listen);
        facts.port = portFrom(textOf(graphics, Graphics::port));
        facts.tlsPort = portFrom(textOf(graphics, Graphics::tlsPort));
    }
    facts.hasPassword = graphics.get(Graphics::password).has_value();
    return facts;
}

bool isSecureBoot(const Firmware &firmware)
{
    // Libvirt writes what it chose as loader; the features say what was asked for, where they stand.
    if (const auto asked = firmware.get(Firmware::secureBoot))
        return *asked;
    return firmware.get(Firmware::loaderSecure).value_or(false);
}

template<class Port>
TextPortFacts factsOf(const Port &port, TextPortFacts::Kind kind, size_t index)
{
    TextPortFacts facts;
    facts.kind = kind;
    facts.index = int(index);
    facts.device = textOf(port, Port::alias);
    if (facts.device.isEmpty()) // it is off: what libvirt will call it
        facts.device = (kind == TextPortFacts::Kind::Serial ? QStringLiteral("serial%1") : QStringLiteral("console%1")).arg(index);
    facts.model = textOf(port, Port::targetType);
    facts.backend = textOf(port, Port::type);
    facts.path = textOf(port, Port::path);
    return facts;
}

std::vector<TextPortFacts> textPortsOf(const DomainConfig &config)
{
    std::vector<TextPortFacts> ports;
    const auto serials = config.devices<Serial>();
    for (size_t i = 0; i < serials.size(); ++i)
        ports.push_back(factsOf(serials[i], TextPortFacts::Kind::Serial, i));
    const auto consoles = config.devices<Console>();
    for (size_t i = 0; i < consoles.size(); ++i) {
        // The first serial port seen again: libvirt lists it twice.
        const bool isSerialAgain = i == 0 && !serials.empty() && textOf(consoles[i], Console::targetType) == u"serial";
        if (!isSerialAgain)
            ports.push_back(factsOf(consoles[i], TextPortFacts::Kind::Console, i));
    }
    return ports;
}

} // namespace

MachineDetails detailsOf(const DomainConfig &config)
{
    MachineDetails details;
    const auto general = config.as<General>();
    const auto firmware = config.as<Firmware>();
    const auto processor = config.as<Processor>();
    details.osId = osIdOf(config);
    details.seedToRemove = seedOf(config);
    details.isInstalling = !installerFilesOf(config).isEmpty();
    details.title = textOf(general, General::title);
    details.description = textOf(general, General::description);
    details.accelerator = textOf(general, General::accelerator);
    details.architecture = textOf(firmware, Firmware::architecture);
    details.machineType = textOf(firmware, Firmware::machineType);
    details.uefi = firmware.get(Firmware::firmware) == firmwares::efi() || firmware.get(Firmware::loaderType) == loaderTypes::pflash();
    details.secureBoot = details.uefi && isSecureBoot(firmware);
    details.cpuMode = textOf(processor, Processor::mode);
    details.vcpus = int(std::min<quint64>(processor.get(Processor::vcpus).value_or(1), 1 << 20));
    details.memory = config.as<Memory>().get(Memory::maximum).value_or(Bytes());
    details.memoryNow = config.as<Memory>().get(Memory::current).value_or(Bytes());
    details.isContainer = firmware.get(Firmware::type) == osTypes::exe();
    details.hasTpm = !config.devices<Tpm>().empty();
    for (const auto &disk : config.devices<Disk>())
        details.disks.push_back(factsOf(disk));
    for (const auto &nic : config.devices<Nic>())
        details.nics.push_back(factsOf(nic));
    for (const auto &graphics : config.devices<Graphics>())
        details.displays.push_back(factsOf(graphics, int(details.displays.size())));
    details.textPorts = textPortsOf(config);
    return details;
}
