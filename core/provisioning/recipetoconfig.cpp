// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/recipetoconfig.h"

#include "core/config/domain/channel.h"
#include "core/config/domain/clock.h"
#include "core/config/domain/controller.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/features.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/graphics.h"
#include "core/config/domain/input.h"
#include "core/config/domain/memballoon.h"
#include "core/config/domain/memory.h"
#include "core/config/domain/metadata.h"
#include "core/config/domain/redirdev.h"
#include "core/config/domain/rng.h"
#include "core/config/domain/serial.h"
#include "core/config/domain/sound.h"
#include "core/config/domain/tpm.h"
#include "core/config/domain/watchdog.h"
#include "core/provisioning/foldersharing.h"
#include "core/provisioning/foreignhardware.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/nicsource.h"
#include "core/provisioning/portforwarding.h"

#include <QHash>

namespace {

constexpr quint64 balloonSeconds = 5;
constexpr quint64 spinlockRetries = 8191; // what Microsoft and QEMU's documentation recommend
constexpr quint64 usbPorts = 15;

/// One configuration in the making: each step adds its part.
struct Draft {
    const MachineRecipe &recipe;
    const MachinePlan &plan;
    const PlacedMedia &media;
    DomainConfig config;
    QHash<QString, int> targets; ///< how many disks each letter prefix has
    quint64 nextOrder = 1;       ///< of booting, behind all drives

    QString nextTarget(const DiskBus &bus)
    {
        const auto prefix = bus == diskBuses::virtio() ? QStringLiteral("vd")
            : bus == diskBuses::ide()                  ? QStringLiteral("hd")
                                                       : QStringLiteral("sd");
        return prefix + QChar(u'a' + targets[prefix]++);
    }
};

bool startsFromNetwork(const MachineRecipe &recipe)
{
    return recipe.source == MediaSource::NetworkInstall && recipe.fromNetwork.way == NetworkInstall::Way::Pxe;
}

void writeGeneral(Draft &draft)
{
    auto general = draft.config.as<General>();
    general.set(General::accelerator, Accelerator(draft.plan.accelerator));
    general.set(General::name, draft.recipe.name);
    if (draft.recipe.os.known)
        setOsId(draft.config, draft.recipe.os.os.id);
    if (!draft.media.seedToRemove.isEmpty())
        setSeed(draft.config, draft.media.seedToRemove);
    if (!draft.media.installerFiles.isEmpty())
        setInstallerFiles(draft.config, draft.media.installerFiles);
    auto memory = draft.config.as<Memory>();
    memory.set(Memory::maximum, draft.recipe.memory);
    if (draft.plan.sharedMemory) {
        memory.set(Memory::source, memorySources::memfd());
        memory.set(Memory::access, memoryAccesses::isShared());
    }
}

void writeProcessor(Draft &draft)
{
    auto processor = draft.config.as<Processor>();
    const auto vcpus = quint64(draft.recipe.vcpus);
    processor.set(Processor::vcpus, vcpus);
    if (draft.plan.plain)
        return;
    if (draft.plan.ioThread)
        processor.set(Processor::ioThreads, 1);
    if (!draft.plan.cpuMode.isEmpty())
        processor.set(Processor::mode, draft.plan.cpuMode);
    if (draft.plan.cpuMode == cpuModes::hostPassthrough()) {
        processor.set(Processor::check, QStringLiteral("none"));
        processor.set(Processor::migratable, true);
    }
    if (vcpus > 1) {
        // Otherwise each is a socket, and desktop editions of Windows use two of those at most.
        processor.set(Processor::sockets, 1);
        processor.set(Processor::cores, vcpus);
        processor.set(Processor::threads, 1);
    }
}

void writeFirmware(Draft &draft)
{
    const auto &plan = draft.plan;
    auto firmware = draft.config.as<Firmware>();
    firmware.set(Firmware::type, osTypes::hvm());
    if (!plan.architecture.isEmpty())
        firmware.set(Firmware::architecture, plan.architecture);
    if (!plan.machineType.isEmpty())
        firmware.set(Firmware::machineType, plan.machineType);
    if (!draft.media.kernel.isEmpty()) {
        firmware.set(Firmware::kernel, draft.media.kernel);
        if (!draft.media.initrd.isEmpty())
            firmware.set(Firmware::initrd, draft.media.initrd);
        if (!draft.media.arguments.isEmpty())
            firmware.set(Firmware::commandLine, draft.media.arguments);
        // The installer's last deed; started again with this it would begin anew.
        draft.config.as<General>().set(General::onReboot, lifecycle::destroy());
    }
    if (!plan.uefi)
        return;
    firmware.set(Firmware::firmware, firmwares::efi());
    if (!plan.isX86)
        return;
    // Said either way: libvirt's own choice may be a firmware that refuses unsigned installers.
    firmware.set(Firmware::enrolledKeys, plan.secureBoot);
    firmware.set(Firmware::secureBoot, plan.secureBoot);
}

void writeHyperv(Draft &draft, Features &features)
{
    static const QHash<QString, OnOff> switches = {
        {QStringLiteral("relaxed"), Features::hypervRelaxed},   {QStringLiteral("vapic"), Features::hypervVapic},
        {QStringLiteral("spinlocks"), Features::hypervSpinlocks}, {QStringLiteral("vpindex"), Features::hypervVpIndex},
        {QStringLiteral("runtime"), Features::hypervRuntime},   {QStringLiteral("synic"), Features::hypervSynic},
        {QStringLiteral("stimer"), Features::hypervStimer},     {QStringLiteral("frequencies"), Features::hypervFrequencies},
        {QStringLiteral("tlbflush"), Features::hypervTlbFlush}, {QStringLiteral("ipi"), Features::hypervIpi}};
    for (const auto &name : draft.plan.hyperv) {
        features.set(switches.value(name), true);
        if (name == u"spinlocks")
            features.set(Features::hypervSpinlockRetries, spinlockRetries);
    }
}

void writeFeatures(Draft &draft)
{
    auto features = draft.config.as<Features>();
    if (draft.plan.isX86 || draft.plan.uefi)
        features.set(Features::acpi, true); // elsewhere it takes UEFI to tell of it
    if (!draft.plan.isX86)
        return;
    features.set(Features::apic, true);
    writeHyperv(draft, features);
    features.set(Features::vmPort, false); // VMware's port: Linux guests ask it for a mouse, and it slows them
    if (draft.plan.secureBoot)
        features.set(Features::smm, true); // without it the guest could rewrite the firmware's variables
}

void writeTime(Draft &draft)
{
    auto clock = draft.config.as<Clock>();
    clock.set(Clock::offset, draft.recipe.os.clockLocal ? clockOffsets::localTime() : clockOffsets::utc());
    if (draft.plan.isX86) {
        clock.set(Clock::rtcTickPolicy, QStringLiteral("catchup"));
        clock.set(Clock::pitTickPolicy, QStringLiteral("delay"));
        clock.set(Clock::hpet, false); // its emulation costs and gains nothing
        if (draft.plan.isKvm && draft.recipe.os.isWindows)
            clock.set(Clock::hypervClock, true);
    }
    auto general = draft.config.as<General>();
    general.set(General::onPoweroff, lifecycle::destroy());
    general.set(General::onReboot, draft.media.kernel.isEmpty() ? lifecycle::restart() : lifecycle::destroy());
    general.set(General::onCrash, lifecycle::destroy());
    if (draft.plan.isX86) {
        general.set(General::suspendToMemory, false); // guests that sleep by themselves look hung
        general.set(General::suspendToDisk, false);
    }
}

Disk addDrive(Draft &draft, const DiskDevice &device, const QString &path, const QString &format, const DiskBus &bus)
{
    auto disk = draft.config.addDevice<Disk>();
    const bool isBlock = path.startsWith(u"/dev/");
    disk.set(Disk::type, isBlock ? diskTypes::block() : diskTypes::file());
    disk.set(Disk::device, device);
    if (!draft.plan.plain) {
        disk.set(Disk::driver, QStringLiteral("qemu"));
        disk.set(Disk::format, format);
    }
    if (isBlock)
        disk.set(Disk::blockDevice, path);
    else
        disk.set(Disk::file, path);
    disk.set(Disk::target, draft.nextTarget(bus));
    if (!bus.isEmpty())
        disk.set(Disk::bus, bus);
    return disk;
}

/// What a guest frees is given back, and a disk is served beside the processors, not between them.
void tune(const Draft &draft, Disk &disk, const DiskBus &bus)
{
    disk.set(Disk::discard, QStringLiteral("unmap"));
    disk.set(Disk::detectZeroes, QStringLiteral("unmap"));
    if (disk.get(Disk::type) == diskTypes::block()) {
        // Nothing but this machine uses it: the host's cache would hold everything twice.
        disk.set(Disk::cache, QStringLiteral("none"));
        disk.set(Disk::io, QStringLiteral("native"));
    }
    if (draft.plan.ioThread && bus == diskBuses::virtio())
        disk.set(Disk::ioThread, 1);
}

// The disk comes first: a blank one does not boot, so the firmware goes on to the installer; once installed it
// boots, and nobody has to take the medium out.
void writeDrives(Draft &draft)
{
    quint64 order = startsFromNetwork(draft.recipe) && draft.recipe.fromNetwork.networkFirst ? 2 : 1;
    const bool plain = draft.plan.plain;
    QStringList scsi; // models of the controllers, by index
    const auto note = [&scsi](Disk disk, const DiskBus &bus, const QString &model) {
        const auto wanted = model.isEmpty() ? QStringLiteral("virtio-scsi") : model;
        if (bus == diskBuses::scsi() && !scsi.contains(wanted))
            scsi += wanted;
        if (bus == diskBuses::scsi() && scsi.indexOf(wanted) > 0) {
            disk.setText("address/@type", QStringLiteral("drive"));
            disk.setText("address/@controller", QString::number(scsi.indexOf(wanted)));
        }
    };
    for (const auto &placed : draft.media.disks) {
        const auto &bus = placed.bus.isEmpty() ? draft.plan.diskBus : placed.bus;
        auto disk = addDrive(draft, diskDevices::disk(), placed.path, placed.format, bus);
        note(disk, bus, placed.scsiModel);
        if (placed.isReadOnly) {
            disk.set(Disk::readOnly, true);
        } else if (!plain) {
            tune(draft, disk, bus);
            disk.set(Disk::bootOrder, order++);
        }
    }
    for (const auto &path : draft.media.cdroms) {
        auto cdrom = addDrive(draft, diskDevices::cdrom(), path, QStringLiteral("raw"), draft.plan.cdromBus);
        note(cdrom, draft.plan.cdromBus, {});
        cdrom.set(Disk::readOnly, true);
        if (!plain)
            cdrom.set(Disk::bootOrder, order++);
    }
    draft.nextOrder = order;
    for (qsizetype index = 0; !plain && index < scsi.size(); ++index) {
        auto controller = draft.config.addDevice<Controller>();
        controller.set(Controller::type, controllerTypes::scsi());
        controller.set(Controller::index, quint64(index));
        controller.set(Controller::model, scsi.at(index));
    }
}

void writeNetwork(Draft &draft)
{
    const auto &offer = draft.recipe.network;
    if (!offer)
        return;
    auto nic = draft.config.addDevice<Nic>();
    connectTo(nic, *offer);
    if (!draft.media.mac.isEmpty())
        nic.set(Nic::mac, draft.media.mac);
    if (!draft.plan.nicModel.isEmpty())
        nic.set(Nic::model, draft.plan.nicModel);
    // A blank disk does not boot, so that the boot server is asked until something is installed; or before all else.
    if (startsFromNetwork(draft.recipe) && !draft.plan.plain)
        nic.set(Nic::bootOrder, draft.recipe.fromNetwork.networkFirst ? 1 : draft.nextOrder);
}

void writeDisplay(Draft &draft)
{
    const auto &plan = draft.plan;
    if (plan.display.isEmpty())
        return;
    auto graphics = draft.config.addDevice<Graphics>();
    graphics.set(Graphics::type, GraphicsType(plan.display));
    graphics.set(Graphics::port, QStringLiteral("-1"));
    graphics.set(Graphics::autoPort, true);
    // Reached over libvirt or ssh; on the loopback so that other viewers of this host can have it too.
    graphics.set(Graphics::listenType, QStringLiteral("address"));
    graphics.set(Graphics::listenAddress, QStringLiteral("127.0.0.1"));
    draft.config.addDevice<Video>().set(Video::model, plan.videoModel);
    if (!plan.soundModel.isEmpty())
        draft.config.addDevice<Sound>().set(Sound::model, plan.soundModel);
}

// What an agent in the guest needs to share clipboard and the like with whoever looks at the display.
void writeDisplayServices(Draft &draft)
{
    const auto &plan = draft.plan;
    const auto addChannel = [&draft](const CharBackend &type, const QString &name) {
        auto channel = draft.config.addDevice<Channel>();
        channel.set(Channel::type, type);
        if (type == charBackends::qemuVdagent())
            channel.set(Channel::clipboardCopyPaste, true);
        if (type == charBackends::spicePort())
            channel.set(Channel::spiceChannel, name);
        channel.set(Channel::targetType, QStringLiteral("virtio"));
        channel.set(Channel::portName, name);
    };
    if (!plan.displayAgent.isEmpty())
        addChannel(plan.displayAgent, QStringLiteral("com.redhat.spice.0"));
    if (plan.folderChannel)
        addChannel(charBackends::spicePort(), QStringLiteral("org.spice-space.webdav.0"));
    for (int i = 0; i < plan.usbRedirectors; ++i) {
        auto redirector = draft.config.addDevice<RedirDev>();
        redirector.set(RedirDev::bus, QStringLiteral("usb"));
        redirector.set(RedirDev::type, charBackends::spiceVmc());
    }
}

void writeBoard(Draft &draft)
{
    if (draft.plan.hotplugPorts == 0)
        return;
    const auto add = [&draft](quint64 index, const QString &model) {
        auto controller = draft.config.addDevice<Controller>();
        controller.set(Controller::type, controllerTypes::pci());
        controller.set(Controller::index, index);
        controller.set(Controller::model, model);
    };
    add(0, QStringLiteral("pcie-root"));
    for (int port = 1; port <= draft.plan.hotplugPorts; ++port)
        add(quint64(port), QStringLiteral("pcie-root-port"));
}

void writeUsb(Draft &draft)
{
    const auto add = [&draft](const QString &model) {
        auto usb = draft.config.addDevice<Controller>();
        usb.set(Controller::type, controllerTypes::usb());
        usb.set(Controller::index, 0);
        usb.set(Controller::model, model);
        return usb;
    };
    auto usb = add(draft.plan.usbModel);
    if (draft.plan.usbModel == u"qemu-xhci")
        usb.set(Controller::ports, usbPorts);
    if (draft.plan.usbModel != u"ich9-ehci1")
        return;
    // USB 2 leaves slow devices to companions, each of which has two of its six ports.
    for (quint64 number = 0; number < 3; ++number)
        add(QStringLiteral("ich9-uhci%1").arg(number + 1)).set(Controller::masterPort, 2 * number);
}

void writeInputs(Draft &draft)
{
    writeUsb(draft);
    const auto add = [&draft](const InputType &type) {
        auto input = draft.config.addDevice<Input>();
        input.set(Input::type, type);
        input.set(Input::bus, inputBuses::usb());
    };
    if (draft.plan.tablet)
        add(inputTypes::tablet());
    if (!draft.plan.isX86)
        add(inputTypes::keyboard()); // a PC has one of its own
}

void writeGuestServices(Draft &draft)
{
    draft.config.addDevice<Serial>().set(Serial::type, charBackends::pty());
    auto agent = draft.config.addDevice<Channel>();
    agent.set(Channel::type, charBackends::unixSocket());
    agent.set(Channel::targetType, QStringLiteral("virtio"));
    agent.set(Channel::portName, QStringLiteral("org.qemu.guest_agent.0"));
    auto balloon = draft.config.addDevice<MemBalloon>();
    balloon.set(MemBalloon::model, QStringLiteral("virtio"));
    if (!draft.recipe.os.isWindows)
        balloon.set(MemBalloon::freePageReporting, true);
    balloon.set(MemBalloon::statisticsPeriod, balloonSeconds);
    if (draft.plan.rng) {
        auto rng = draft.config.addDevice<Rng>();
        rng.set(Rng::model, QStringLiteral("virtio"));
        rng.set(Rng::backendModel, QStringLiteral("random"));
        rng.set(Rng::backend, QStringLiteral("/dev/urandom"));
    }
    if (draft.plan.watchdog) {
        auto watchdog = draft.config.addDevice<Watchdog>();
        watchdog.set(Watchdog::model, QStringLiteral("i6300esb"));
        watchdog.set(Watchdog::action, QStringLiteral("reset"));
    }
    if (!draft.plan.tpmModel.isEmpty()) {
        auto tpm = draft.config.addDevice<Tpm>();
        tpm.set(Tpm::model, draft.plan.tpmModel);
        tpm.set(Tpm::backend, QStringLiteral("emulator"));
        tpm.set(Tpm::version, QStringLiteral("2.0"));
    }
}

} // namespace

QString domainXmlFor(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &media)
{
    const auto plan = planFor(recipe, survey);
    Draft draft{recipe, plan, media, DomainConfig(), {}};
    writeGeneral(draft);
    writeProcessor(draft);
    writeFirmware(draft);
    if (!plan.plain) {
        writeFeatures(draft);
        writeTime(draft);
        if (!plan.emulator.isEmpty())
            draft.config.root().ensure("devices").setText("emulator", plan.emulator);
    }
    writeDrives(draft);
    const bool isForeign = recipe.source == MediaSource::Appliance && recipe.imported.appliance;
    if (isForeign)
        writeForeignHardware(draft.config, recipe, survey, plan);
    else
        writeNetwork(draft);
    shareFolder(draft.config, recipe.folder, survey.folderSharing);
    if (takesForwards(recipe))
        forwardPorts(draft.config, recipe.forwards, survey.forwarding);
    if (!plan.plain) {
        writeBoard(draft);
        writeInputs(draft);
        writeDisplay(draft);
        writeGuestServices(draft);
        writeDisplayServices(draft);
    }
    return draft.config.toXml();
}
