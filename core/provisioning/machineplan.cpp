// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machineplan.h"

#include "core/provisioning/foreignhardware.h"

#include <algorithm>

namespace {

constexpr int expressPorts = 14; // as virt-install and virt-manager have it, so that hardware can be added while a machine runs

bool isX86(const QString &architecture)
{
    return architecture.isEmpty() || architecture == u"x86_64" || architecture == u"i686";
}

bool cameBefore(const OsNeeds &os, int year)
{
    return os.known && os.os.released.isValid() && os.os.released.year() < year;
}

/// Empty lists mean that the host did not say, not that it has nothing.
bool offers(const QStringList &list, const QString &word)
{
    return list.isEmpty() || list.contains(word);
}

template<class W>
W firstOffered(const QStringList &list, std::initializer_list<W> wanted)
{
    const auto found = std::find_if(wanted.begin(), wanted.end(), [&](const W &w) { return offers(list, w.text()); });
    return found == wanted.end() ? W(list.first()) : *found;
}

void planBoard(const DomainCapabilities &caps, const OsNeeds &os, MachineDefaults::Firmware wished, MachinePlan &plan)
{
    plan.q35 = plan.isX86 && os.q35 && (caps.machineType.isEmpty() || caps.machineType.contains(u"q35"));
    if (!plan.isX86)
        plan.machineType = caps.machineType;
    else if (plan.q35)
        plan.machineType = caps.machineType.isEmpty() ? QStringLiteral("q35") : caps.machineType;
    else // systems from before PCI Express: the newest board of the old kind
        plan.machineType = caps.machineType.contains(u"q35") || caps.machineType.isEmpty() ? QStringLiteral("pc") : caps.machineType;

    // Computers other than PCs have no other firmware that boots an installer.
    // Systems from before PCI Express know no UEFI, whatever is wished.
    const bool wantsUefi = os.uefiRequired || os.secureBootRequired || !plan.isX86 || (wished == MachineDefaults::Firmware::Uefi && plan.q35);
    plan.uefi = wantsUefi && caps.uefi;
    plan.secureBoot = plan.uefi && os.secureBootRequired && caps.secureBoot && plan.q35;
    if (os.tpmRequired && caps.tpmBackends.contains(QStringLiteral("emulator"))) {
        const auto best = plan.isX86 ? QStringLiteral("tpm-crb") : QStringLiteral("tpm-tis");
        plan.tpmModel = caps.tpmModels.contains(best) ? best : caps.tpmModels.value(0);
    }
}

void planProcessor(const DomainCapabilities &caps, MachinePlan &plan)
{
    const auto has = [&caps](const CpuMode &mode) { return caps.cpuModes.contains(mode.text()); };
    if (plan.isKvm)
        plan.cpuMode = has(cpuModes::hostPassthrough()) ? cpuModes::hostPassthrough()
            : has(cpuModes::hostModel())                ? cpuModes::hostModel()
                                                        : CpuMode();
    else if (has(cpuModes::maximum()))
        plan.cpuMode = cpuModes::maximum(); // all that emulation can do: its default lacks what systems now ask for
}

// While its picture moves, a SPICE display costs the host most of a processor, whether or not somebody looks; VNC costs
// nothing then. So SPICE has to bring what VNC cannot.
void planDisplay(const DomainCapabilities &caps, const OsNeeds &os, MachineDefaults::Display wished, MachinePlan &plan)
{
    const auto vnc = QStringLiteral("vnc"), spice = QStringLiteral("spice");
    const bool hasVnc = offers(caps.graphics, vnc);
    const bool hasSpice = caps.graphics.contains(spice);
    // Windows is used at its screen. Others have ssh where there is no clipboard.
    const bool lacksClipboard = os.isWindows && !caps.vncClipboard;
    const bool wantsSpice = wished == MachineDefaults::Display::Spice || (wished == MachineDefaults::Display::Automatic && lacksClipboard);
    if (hasSpice && (!hasVnc || wantsSpice)) {
        plan.display = spice;
        plan.displayAgent = charBackends::spiceVmc();
        plan.usbRedirectors = caps.usbRedirection ? 2 : 0;
        plan.folderChannel = true;
        return;
    }
    plan.display = hasVnc ? vnc : caps.graphics.value(0);
    if (hasVnc && caps.vncClipboard)
        plan.displayAgent = charBackends::qemuVdagent();
}

void planDevices(const DomainCapabilities &caps, const OsNeeds &os, MachineDefaults::Display wished, MachinePlan &plan)
{
    // The capabilities are those of the board that was asked about; a PC's own disk bus needs no asking.
    const auto plainBus = plan.q35 ? diskBuses::sata()
        : plan.isX86               ? diskBuses::ide()
                                   : firstOffered(caps.diskBuses, {diskBuses::scsi(), diskBuses::usb()});
    plan.diskBus = os.virtioDisk && offers(caps.diskBuses, QStringLiteral("virtio")) ? diskBuses::virtio() : plainBus;
    plan.cdromBus = plainBus;
    plan.nicModel = os.virtioNet || !plan.isX86 ? nicModels::virtio()
        : cameBefore(os, 2003)                  ? nicModels::rtl8139()
        : plan.q35                              ? nicModels::e1000e()
                                                : nicModels::e1000();
    planDisplay(caps, os, wished, plan);
    if (!plan.display.isEmpty()) {
        plan.videoModel = os.virtioVideo || !plan.isX86
            ? firstOffered(caps.videoModels, {videoModels::virtio(), videoModels::vga()})
            : firstOffered(caps.videoModels, {videoModels::vga(), videoModels::qxl(), videoModels::virtio()});
    }
    // Drivers for USB 3 came with Windows 8 and the Linux of its time, those for USB 2 ten years before.
    plan.usbModel = !plan.isX86 || !cameBefore(os, 2012) ? QStringLiteral("qemu-xhci")
        : cameBefore(os, 2000)                           ? QStringLiteral("piix3-uhci")
                                                         : QStringLiteral("ich9-ehci1");
    plan.tablet = os.usbTablet && !plan.display.isEmpty();
    plan.rng = os.virtioRng && offers(caps.rngBackends, QStringLiteral("random"));
    // Folders can be shared with a machine whose memory is, without rebuilding it.
    plan.sharedMemory = caps.memfd;
}

void planComfort(const DomainCapabilities &caps, const OsNeeds &os, MachinePlan &plan)
{
    plan.ioThread = plan.diskBus == diskBuses::virtio();
    plan.hotplugPorts = plan.q35 || caps.machineType.startsWith(u"virt") ? expressPorts : 0;
    if (!plan.isX86)
        return;
    // High Definition Audio came with Windows Vista and the Linux of its time. Who has no screen has no loudspeakers.
    if (!plan.display.isEmpty())
        plan.soundModel = cameBefore(os, 2006) ? QStringLiteral("ac97") : QStringLiteral("ich9");
    // Only Linux brings its driver; others would show a device that they do not know.
    plan.watchdog = os.known && os.os.family == u"linux";
}

void planHyperv(const DomainCapabilities &caps, const OsNeeds &os, MachinePlan &plan)
{
    // Emulation does not start with most of them (VP_INDEX), and gains nothing by the rest.
    if (!os.isWindows || !plan.isKvm || !plan.isX86)
        return;
    static const QStringList wanted = {
        QStringLiteral("relaxed"), QStringLiteral("vapic"),  QStringLiteral("spinlocks"), QStringLiteral("vpindex"),
        QStringLiteral("runtime"), QStringLiteral("synic"),  QStringLiteral("stimer"),    QStringLiteral("frequencies"),
        QStringLiteral("tlbflush"), QStringLiteral("ipi")};
    // A libvirt that does not list them has at least the first three.
    const auto offered = caps.hyperv.isEmpty() ? wanted.first(3) : caps.hyperv;
    for (const auto &name : wanted) {
        if (offered.contains(name))
            plan.hyperv += name;
    }
    // Each rests on the one before.
    if (!plan.hyperv.contains(QStringLiteral("vpindex"))) {
        for (const auto &name : {QStringLiteral("synic"), QStringLiteral("tlbflush"), QStringLiteral("ipi")})
            plan.hyperv.removeAll(name);
    }
    if (!plan.hyperv.contains(QStringLiteral("synic")))
        plan.hyperv.removeAll(QStringLiteral("stimer"));
}

/// What the system can use once its installer has found the drivers on their disc.
OsNeeds withDrivers(const MachineRecipe &recipe)
{
    auto os = recipe.os;
    if (bringsVirtioDrivers(recipe))
        os.virtioDisk = os.virtioNet = os.virtioRng = os.virtioVideo = true;
    return os;
}

} // namespace

MachinePlan planFor(const MachineRecipe &recipe, const HostSurvey &survey)
{
    MachinePlan plan;
    const auto *caps = chosenAccelerator(recipe, survey);
    if (!caps)
        return plan;
    plan.accelerator = caps->accelerator;
    plan.architecture = caps->architecture;
    plan.isX86 = isX86(caps->architecture);
    plan.isKvm = caps->accelerator == u"kvm";
    plan.plain = !caps->known || !(plan.isKvm || caps->accelerator == u"qemu");
    if (plan.plain)
        return plan;
    plan.emulator = caps->emulator;
    const auto os = withDrivers(recipe);
    planBoard(*caps, os, recipe.defaults.firmware, plan);
    if (recipe.source == MediaSource::Appliance && recipe.imported.appliance)
        planForeignBoard(*caps, recipe.imported, plan);
    planProcessor(*caps, plan);
    planDevices(*caps, os, recipe.defaults.display, plan);
    planComfort(*caps, os, plan);
    planHyperv(*caps, os, plan);
    return plan;
}
