// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/adopteddomain.h"

#include "core/appliances/appliance.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/memory.h"
#include "core/config/domain/nic.h"
#include "core/config/domain/processor.h"
#include "core/provisioning/foreignhardware.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/nicsource.h"

#include <QSet>

namespace {

/// Devices that are the guest's own; others are doors to the host, or unknown.
const QSet<QString> &harmless()
{
    static const QSet<QString> names = {
        QStringLiteral("controller"), QStringLiteral("disk"),  QStringLiteral("interface"), QStringLiteral("input"),   QStringLiteral("graphics"),
        QStringLiteral("video"),      QStringLiteral("sound"), QStringLiteral("audio"),     QStringLiteral("channel"), QStringLiteral("serial"),
        QStringLiteral("console"),    QStringLiteral("rng"),   QStringLiteral("tpm"),       QStringLiteral("watchdog"), QStringLiteral("memballoon"),
        QStringLiteral("hub"),        QStringLiteral("panic"), QStringLiteral("redirdev"),  QStringLiteral("vsock"),   QStringLiteral("iommu")};
    return names;
}

const QSet<QString> &harmlessBackends()
{
    static const QSet<QString> names = {QStringLiteral("pty"), QStringLiteral("unix"), QStringLiteral("spicevmc"), QStringLiteral("spiceport"),
                                        QStringLiteral("qemu-vdagent"), QStringLiteral("null")};
    return names;
}

bool isCharacterDevice(const QString &name)
{
    return name == u"channel" || name == u"serial" || name == u"console" || name == u"redirdev";
}

/// Takes away all children of the root but those that describe a guest.
void cleanRoot(Element root)
{
    static const QSet<QString> kept = {
        QStringLiteral("name"),     QStringLiteral("title"),    QStringLiteral("description"), QStringLiteral("metadata"), QStringLiteral("memory"),
        QStringLiteral("currentMemory"), QStringLiteral("vcpu"), QStringLiteral("vcpus"),      QStringLiteral("os"),       QStringLiteral("features"),
        QStringLiteral("cpu"),      QStringLiteral("clock"),    QStringLiteral("on_poweroff"), QStringLiteral("on_reboot"), QStringLiteral("on_crash"),
        QStringLiteral("pm"),       QStringLiteral("devices"),  QStringLiteral("iothreads"),   QStringLiteral("memoryBacking"), QStringLiteral("genid")};
    for (auto child : root.children()) {
        if (!kept.contains(child.name()))
            child.remove(); // uuid, seclabel, resource, qemu:commandline …
    }
}

void cleanDevices(DomainConfig &config)
{
    for (auto device : config.devices()) {
        const auto name = device.name();
        const auto type = device.text("@type").value_or(QString());
        const bool isDoor = !harmless().contains(name) || (isCharacterDevice(name) && !harmlessBackends().contains(type));
        if (isDoor) { // with <emulator>, a path on that host
            device.remove();
            continue;
        }
        if (name == u"input" && type != u"mouse" && type != u"tablet" && type != u"keyboard") { // one of that host's own
            device.remove();
            continue;
        }
        if (isCharacterDevice(name))
            device.erase("source"); // libvirt finds places of its own
        if (name == u"rng" && device.text("backend/@model") == QStringLiteral("random"))
            device.setText("backend", QStringLiteral("/dev/urandom"));
        if (name == u"rng" && device.text("backend/@model") == QStringLiteral("egd")) {
            device.remove();
            continue;
        }
        if (name == u"tpm" && device.text("backend/@type") != QStringLiteral("emulator")) {
            device.remove();
            continue;
        }
        if (name == u"audio" && type != u"none" && type != u"spice") {
            device.remove();
            continue;
        }
        if (name == u"graphics") {
            device.erase("@passwd");
            device.erase("@socket");
            for (auto listen : device.children("listen"))
                listen.remove();
            device.erase("@listen");
            device.setText("@port", QStringLiteral("-1"));
            device.setText("@autoport", QStringLiteral("yes"));
        }
    }
}

void fitBoard(DomainConfig &config, const MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto plan = planFor(recipe, survey);
    auto general = config.as<General>();
    general.set(General::name, recipe.name);
    if (!plan.accelerator.isEmpty())
        general.set(General::accelerator, Accelerator(plan.accelerator));
    auto memory = config.as<Memory>();
    memory.set(Memory::maximum, recipe.memory);
    config.root().erase("currentMemory");
    auto processor = config.as<Processor>();
    if (processor.get(Processor::vcpus) != quint64(recipe.vcpus)) {
        processor.set(Processor::vcpus, quint64(recipe.vcpus));
        processor.clear(Processor::present);
        config.root().erase("vcpus");
        config.root().erase("cpu/topology");
    }
    processor.clear(Processor::cpuSet);
    // A processor of that host may be none of this one; features of hardware are nothing that emulation has.
    const bool isHosts = processor.get(Processor::mode) == cpuModes::hostPassthrough() || processor.get(Processor::mode) == cpuModes::hostModel();
    if (!plan.isKvm && isHosts && !plan.cpuMode.isEmpty()) {
        config.root().erase("cpu");
        processor.set(Processor::mode, plan.cpuMode);
    }
    auto firmware = config.as<Firmware>();
    // "pc-q35-9.1" of a newer QEMU would not start on this one; the family is what the guest knows.
    const auto machine = firmware.get(Firmware::machineType).value_or(QString());
    if (machine.startsWith(u"pc-q35"))
        firmware.set(Firmware::machineType, QStringLiteral("q35"));
    else if (machine.startsWith(u"pc-i440fx"))
        firmware.set(Firmware::machineType, QStringLiteral("pc"));
    const bool isUefi = recipe.imported.firmware != ForeignFirmware::Bios;
    for (auto part : config.root().find("os").children()) { // kernels, firmware and tables are files of that host
        if (part.name() != u"type" && part.name() != u"boot" && part.name() != u"bootmenu" && part.name() != u"bios")
            part.remove();
    }
    firmware.clear(Firmware::firmware);
    if (isUefi) {
        const bool isSecure = recipe.imported.firmware == ForeignFirmware::SecureBoot && plan.secureBoot;
        firmware.set(Firmware::firmware, firmwares::efi());
        firmware.set(Firmware::enrolledKeys, isSecure);
        firmware.set(Firmware::secureBoot, isSecure);
    }
}

void fitDisks(DomainConfig &config, const Appliance &appliance, const PlacedMedia &media)
{
    size_t index = 0;
    size_t placed = 0;
    for (auto disk : config.devices<Disk>()) {
        const bool isKnown = index < appliance.machine.disks.size();
        const bool isDisk = isKnown && appliance.machine.disks[index].device == ForeignDisk::Device::Disk;
        const bool has = isKnown && !appliance.files[index].isEmpty();
        ++index;
        disk.erase("backingStore");
        disk.erase("auth");
        disk.erase("mirror");
        if (isDisk && has && placed < media.disks.size()) {
            const auto &made = media.disks[placed++];
            const bool isBlock = made.path.startsWith(u"/dev/");
            disk.erase("source");
            disk.set(Disk::type, isBlock ? diskTypes::block() : diskTypes::file());
            disk.set(isBlock ? Disk::blockDevice : Disk::file, made.path);
            disk.set(Disk::format, made.format);
        } else if (isDisk || disk.get(Disk::device) == diskDevices::lun()) {
            disk.remove();
        } else { // a drive: its image is on the other computer
            disk.erase("source");
            disk.set(Disk::type, diskTypes::file());
        }
    }
}

void fitNics(DomainConfig &config, const MachineRecipe &recipe, const HostSurvey &survey)
{
    size_t index = 0;
    const auto &nics = recipe.imported.appliance->machine.nics;
    for (auto nic : config.devices<Nic>()) {
        const auto offer = index < nics.size() ? networkFor(nics[index], recipe, survey) : std::nullopt;
        ++index;
        if (!offer) {
            nic.remove();
            continue;
        }
        for (const auto *hosts : {"source", "target", "backend", "filterref", "virtualport", "portForward", "bandwidth", "driver", "script", "downscript", "vlan", "guest", "ip", "route"})
            nic.erase(hosts);
        if (!recipe.imported.keepAddresses)
            nic.clear(Nic::mac);
        connectTo(nic, *offer);
    }
}

} // namespace

Result<QString> adoptedXml(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &media)
{
    const auto &appliance = *recipe.imported.appliance;
    auto config = DomainConfig::parse(appliance.machine.domainXml);
    if (!config)
        return failure(config.error());
    cleanRoot(config->root());
    fitDisks(*config, appliance, media);
    fitNics(*config, recipe, survey);
    cleanDevices(*config);
    fitBoard(*config, recipe, survey);
    if (!media.nvram.isEmpty() && recipe.imported.firmware == appliance.machine.firmware)
        config->as<Firmware>().set(Firmware::nvram, media.nvram);
    return config->toXml();
}
