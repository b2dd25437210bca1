// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/appliance/losstext.h"

#include "ui/common/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(losstext)
};

QString deviceLoss(const ForeignLoss &loss)
{
    using K = ForeignLoss::Kind;
    switch (loss.kind) {
    case K::SerialPort: return Words::tr("Its serial port becomes a serial console of the machine.");
    case K::ParallelPort: return Words::tr("It has no parallel port any more.");
    case K::UsbDevice:
        return loss.name.isEmpty() ? Words::tr("USB devices that were passed to it are to be chosen anew.")
                                   : Words::tr("The USB device “%1” is to be chosen anew.").arg(loss.name);
    case K::PciDevice: return Words::tr("PCI devices that were passed to it are to be chosen anew.");
    case K::RemoteDisplay: return Words::tr("Its remote display is replaced by the console.");
    case K::Acceleration3d: return Words::tr("It has no 3D acceleration until you turn it on.");
    case K::SoundReplaced: return Words::tr("Its sound card is replaced.");
    case K::FloppyDropped: return Words::tr("It has no floppy drive any more.");
    case K::UnknownDevice: return Words::tr("“%1” has no counterpart here.").arg(loss.name);
    default: return {};
    }
}
} // namespace

QString losstext::loss(const ForeignLoss &loss)
{
    using K = ForeignLoss::Kind;
    switch (loss.kind) {
    case K::ControllerReplaced:
        return Words::tr("QEMU has no disk controller of the kind %1; its disks are connected to another, which present-day systems find.").arg(loss.name);
    case K::NicReplaced: return Words::tr("QEMU has no network card of the kind %1; it gets another.").arg(loss.name);
    case K::NetworkReplaced: return Words::tr("The host has no network “%1”; the card is connected to the network that you choose.").arg(loss.name);
    case K::DiskNotFile: return Words::tr("The disk “%1” is no file that could be imported.").arg(loss.name);
    case K::DiskHasSnapshots: return Words::tr("“%1” holds only what changed after a snapshot. Remove the snapshots with the program that made them.").arg(loss.name);
    case K::CdromEmptied: return Words::tr("Its disc drive is empty: the image is on the other computer.");
    case K::SharedFolder: return Words::tr("The shared folder “%1” is not shared any more.").arg(loss.name);
    case K::SavedState: return Words::tr("Its saved state is not taken over: it starts afresh, as after a power cut.");
    case K::OtherMachines: return Words::tr("The file holds %n more machine(s); the first is imported.", nullptr, loss.name.toInt());
    case K::Properties: return Words::tr("The setting “%1” that its maker asks for cannot be given to it.").arg(loss.name);
    case K::Encrypted: return Words::tr("It is encrypted.");
    case K::HardwareUnknown: return Words::tr("Hyper-V's description of the hardware cannot be read: only the disks are taken over. Check firmware, processors and memory.");
    case K::Provisioning: return Words::tr("The Vagrantfile sets the machine up with scripts; they are not run.");
    default: return deviceLoss(loss);
    }
}

QString losstext::kind(ApplianceKind kind)
{
    switch (kind) {
    case ApplianceKind::Ovf: return Words::tr("Open Virtualization Format (OVF)");
    case ApplianceKind::VirtualBox: return Words::tr("VirtualBox machine");
    case ApplianceKind::VMware: return Words::tr("VMware machine");
    case ApplianceKind::Vagrant: return Words::tr("Vagrant box");
    case ApplianceKind::Quickemu: return Words::tr("quickemu machine");
    case ApplianceKind::Domain: return Words::tr("libvirt machine");
    case ApplianceKind::HyperV: return Words::tr("Hyper-V machine");
    case ApplianceKind::Bundle: return Words::tr("Vivarium bundle");
    }
    return {};
}

QString losstext::summary(const ForeignMachine &machine)
{
    const auto disks = std::count_if(machine.disks.begin(), machine.disks.end(), [](const ForeignDisk &disk) { return disk.device == ForeignDisk::Device::Disk; });
    QStringList parts{Words::tr("%n processor(s)", nullptr, machine.vcpus)};
    if (!machine.memory.isZero())
        parts += format::size(machine.memory);
    parts += Words::tr("%n disk(s)", nullptr, int(disks));
    parts += Words::tr("%n network card(s)", nullptr, int(machine.nics.size()));
    return parts.join(QStringLiteral(" · "));
}
