// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/ovfreader.h"

#include "core/appliances/foreignxml.h"
#include "core/appliances/guestnames.h"
#include "core/appliances/ovfenvelope.h"
#include "core/appliances/ovfhardware.h"
#include "core/appliances/virtualboxmachine.h"

using namespace foreignxml;
using Loss = ForeignLoss::Kind;

namespace {

void collectMachines(const Element &parent, int depth, std::vector<Element> &found)
{
    for (const auto &machine : ovfSections(parent, u"VirtualSystem"))
        found.push_back(machine);
    if (depth > 8)
        return;
    for (const auto &collection : ovfSections(parent, u"VirtualSystemCollection"))
        collectMachines(collection, depth + 1, found);
}

void readSystem(const Element &machine, ForeignMachine &into)
{
    const auto section = ovfSection(machine, u"OperatingSystemSection");
    // Most exact first: the programs' own words.
    const auto vmware = attribute(section, u"osType");
    const auto told = !vmware.isEmpty() ? vmware : text(section, u"OSType");
    if (!told.isEmpty())
        into.os = guestOsNamed(told);
    if (into.os.told.isEmpty() || (!into.os.isWindows && !into.os.isLinux && into.os.shortId.isEmpty())) {
        const auto numbered = guestOsNumbered(int(number(attribute(section, u"id"), 10000)));
        const auto described = guestOsNamed(text(section, u"Description"));
        into.os = numbered.isLinux || numbered.isWindows || !numbered.shortId.isEmpty() ? numbered : described;
    }
}

void readTexts(const Element &machine, ForeignMachine &into)
{
    into.name = text(machine, u"Name");
    if (into.name.isEmpty())
        into.name = attribute(machine, u"id");
    const auto hardware = ovfSection(machine, u"VirtualHardwareSection");
    if (const auto named = text(child(hardware, u"System"), u"VirtualSystemIdentifier"); into.name.isEmpty())
        into.name = named;
    into.description = text(ovfSection(machine, u"AnnotationSection"), u"Annotation");
    if (into.description.isEmpty())
        into.description = text(machine, u"Description");
    into.license = text(ovfSection(machine, u"EulaSection"), u"License");
    for (const auto &product : ovfSections(machine, u"ProductSection")) {
        for (const auto &property : children(product, u"Property"))
            if (isTrue(attribute(property, u"userConfigurable")))
                into.lose(Loss::Properties, attribute(property, u"key"));
    }
}

/// VMware's settings beside the items.
void readConfig(const Element &hardware, ForeignMachine &into)
{
    for (const auto *name : {u"Config", u"ExtraConfig"}) {
        for (const auto &config : children(hardware, QStringView(name))) {
            const auto key = attribute(config, u"key");
            const auto value = attribute(config, u"value");
            if (key == u"firmware" && value.compare(u"efi", Qt::CaseInsensitive) == 0 && into.firmware == ForeignFirmware::Bios)
                into.firmware = ForeignFirmware::Uefi;
            else if (key == u"bootOptions.efiSecureBootEnabled" && isTrue(value))
                into.firmware = ForeignFirmware::SecureBoot;
        }
    }
}

} // namespace

Result<ForeignMachine> readOvf(const QByteArray &bytes)
{
    const auto document = foreignxml::parse(bytes);
    if (!document)
        return failure(document.error());
    const auto root = document->root();
    if (localName(root) != u"Envelope")
        return failure(Error::Kind::InvalidInput, QStringLiteral("not an OVF envelope"));
    std::vector<Element> machines;
    collectMachines(root, 0, machines);
    if (machines.empty())
        return failure(Error::Kind::InvalidInput, QStringLiteral("the OVF envelope holds no machine"));
    const auto &machine = machines.front();
    ForeignMachine read;
    readTexts(machine, read);
    readSystem(machine, read);
    const auto hardware = ovfSection(machine, u"VirtualHardwareSection");
    if (!hardware.isValid())
        return failure(Error::Kind::InvalidInput, QStringLiteral("the machine of the OVF envelope has no hardware section"));
    const auto items = readOvfHardware(hardware, readEnvelope(root), read);
    if (!items)
        return failure(items.error());
    readConfig(hardware, read);
    if (const auto extension = child(machine, u"Machine"); extension.isValid())
        virtualbox::readHardware(extension, read);
    if (machines.size() > 1)
        read.lose(Loss::OtherMachines, QString::number(machines.size() - 1));
    return read;
}
