// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/foreignhardware.h"

#include "core/appliances/appliance.h"
#include "core/config/domain/clock.h"
#include "core/config/domain/general.h"
#include "core/config/domain/sound.h"
#include "core/provisioning/nicsource.h"

#include <algorithm>

namespace {

bool hasIdeDisk(const ApplianceWishes &wishes)
{
    const auto &machine = wishes.appliance->machine;
    return std::any_of(machine.disks.begin(), machine.disks.end(), [&](const ForeignDisk &disk) {
        return disk.device == ForeignDisk::Device::Disk && placeOf(disk, machine, wishes).bus == diskBuses::ide();
    });
}

void writeNics(DomainConfig &config, const MachineRecipe &recipe, const HostSurvey &survey, const MachinePlan &plan)
{
    for (const auto &card : recipe.imported.appliance->machine.nics) {
        const auto offer = networkFor(card, recipe, survey);
        if (!offer)
            continue;
        auto nic = config.addDevice<Nic>();
        connectTo(nic, *offer);
        if (recipe.imported.keepAddresses && !card.mac.isEmpty())
            nic.set(Nic::mac, card.mac);
        if (plan.plain)
            continue;
        const auto model = card.model.isEmpty() || !plan.isX86 ? plan.nicModel : NicModel(card.model);
        if (!model.isEmpty())
            nic.set(Nic::model, model);
        if (!card.connected)
            nic.set(Nic::link, linkStates::down());
    }
}

void writeTopology(DomainConfig &config, const MachineRecipe &recipe)
{
    const auto cores = recipe.imported.appliance->machine.coresPerSocket;
    // Licences are counted by sockets: they stay as many as they were, where the person did not change the number.
    if (cores <= 0 || recipe.vcpus % cores != 0 || recipe.vcpus != recipe.imported.appliance->machine.vcpus)
        return;
    auto processor = config.as<Processor>();
    processor.set(Processor::sockets, quint64(recipe.vcpus / cores));
    processor.set(Processor::cores, quint64(cores));
    processor.set(Processor::threads, 1);
}

} // namespace

ForeignPlace placeOf(const ForeignDisk &disk, const ForeignMachine &machine, const ApplianceWishes &wishes)
{
    if (!wishes.diskBus.isEmpty() && disk.device == ForeignDisk::Device::Disk)
        return {wishes.diskBus, {}};
    switch (disk.bus) {
    case ForeignBus::Ide:
        return {diskBuses::ide(), {}};
    case ForeignBus::Sata:
        return {diskBuses::sata(), {}};
    case ForeignBus::Virtio:
        return {diskBuses::virtio(), {}};
    case ForeignBus::Usb:
        return {diskBuses::usb(), {}};
    case ForeignBus::Scsi:
        if (!disk.controllerModel.isEmpty())
            return {diskBuses::scsi(), disk.controllerModel};
        break; // a parallel one of LSI or BusLogic: QEMU has neither
    case ForeignBus::Nvme:
    case ForeignBus::Floppy:
    case ForeignBus::Unknown:
        break;
    }
    // Linux carries virtio's drivers wherever it goes; Windows finds AHCI by itself, and virtio only where somebody installed it.
    return {machine.os.isLinux ? diskBuses::virtio() : diskBuses::sata(), {}};
}

void planForeignBoard(const DomainCapabilities &caps, const ApplianceWishes &wishes, MachinePlan &plan)
{
    if (plan.isX86) {
        // The board with PCI Express has no IDE, and a guest that boots from IDE may have no driver for anything else.
        const bool wantsOld = hasIdeDisk(wishes) && wishes.firmware != ForeignFirmware::SecureBoot;
        if (wantsOld && plan.q35) {
            plan.q35 = false;
            plan.machineType = QStringLiteral("pc");
        }
        plan.uefi = wishes.firmware != ForeignFirmware::Bios && caps.uefi;
        plan.secureBoot = wishes.firmware == ForeignFirmware::SecureBoot && plan.uefi && caps.secureBoot && plan.q35;
    }
    plan.tpmModel.clear();
    if (wishes.tpm && caps.tpmBackends.contains(QStringLiteral("emulator"))) {
        const auto best = plan.isX86 ? QStringLiteral("tpm-crb") : QStringLiteral("tpm-tis");
        plan.tpmModel = caps.tpmModels.contains(best) ? best : caps.tpmModels.value(0);
    }
}

std::optional<NetworkOffer> networkFor(const ForeignNic &nic, const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (!recipe.network)
        return {};
    const auto same = std::find_if(survey.networks.begin(), survey.networks.end(),
                                   [&nic](const NetworkOffer &offer) { return !nic.network.isEmpty() && offer.name == nic.network; });
    return same == survey.networks.end() ? recipe.network : std::optional(*same);
}

std::vector<ForeignLoss> lossesOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (!recipe.imported.appliance)
        return {};
    auto losses = recipe.imported.appliance->machine.losses;
    for (const auto &nic : recipe.imported.appliance->machine.nics) {
        const auto offer = networkFor(nic, recipe, survey);
        const bool isSame = offer && offer->name == nic.network;
        const ForeignLoss loss{ForeignLoss::Kind::NetworkReplaced, nic.network};
        if (!nic.network.isEmpty() && !isSame && std::find(losses.begin(), losses.end(), loss) == losses.end())
            losses.push_back(loss);
    }
    return losses;
}

void writeForeignHardware(DomainConfig &config, const MachineRecipe &recipe, const HostSurvey &survey, const MachinePlan &plan)
{
    const auto &machine = recipe.imported.appliance->machine;
    if (!machine.description.isEmpty())
        config.as<General>().set(General::description, machine.description.left(8192));
    writeNics(config, recipe, survey, plan);
    if (plan.plain)
        return;
    writeTopology(config, recipe);
    config.as<Clock>().set(Clock::offset, machine.clockLocal ? clockOffsets::localTime() : clockOffsets::utc());
    if (!machine.sound.isEmpty() && plan.isX86)
        config.addDevice<Sound>().set(Sound::model, machine.sound);
}
