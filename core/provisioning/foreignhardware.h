// SPDX-License-Identifier: GPL-3.0-or-later
// What an imported machine's hardware becomes here, so that its guest finds what it boots from and knows its cards again. Pure.
#pragma once

#include "core/config/domain/domainconfig.h"
#include "core/provisioning/machineplan.h"

struct ForeignPlace {
    DiskBus bus;
    QString scsiModel; ///< of the controller; empty: any
};

/// Where a disk goes: where it was as far as QEMU has that, else where its guest most likely finds it.
ForeignPlace placeOf(const ForeignDisk &disk, const ForeignMachine &machine, const ApplianceWishes &wishes);
/// Board, firmware and TPM; after those of an ordinary new machine have been planned.
void planForeignBoard(const DomainCapabilities &caps, const ApplianceWishes &wishes, MachinePlan &plan);
/// Network cards, sound, processors' topology, the clock, the description.
void writeForeignHardware(DomainConfig &config, const MachineRecipe &recipe, const HostSurvey &survey, const MachinePlan &plan);
/// The host's network that a card is connected to: of the same name, or what the recipe says. Nothing: none.
std::optional<NetworkOffer> networkFor(const ForeignNic &nic, const MachineRecipe &recipe, const HostSurvey &survey);
/// What is replaced on this host beside what the appliance's own losses tell.
std::vector<ForeignLoss> lossesOf(const MachineRecipe &recipe, const HostSurvey &survey);
