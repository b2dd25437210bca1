// SPDX-License-Identifier: GPL-3.0-or-later
// Every decision between a recipe and a machine, in one value: the receipt shows it, the definition is written
// from it. Pure; any thread.
#pragma once

#include "core/config/domain/charbackend.h"
#include "core/config/domain/disk.h"
#include "core/config/domain/nic.h"
#include "core/config/domain/processor.h"
#include "core/config/domain/video.h"
#include "core/provisioning/machinerecipe.h"

struct MachinePlan {
    /// Nothing but what every hypervisor understands: its capabilities are not known, or it is not QEMU.
    bool plain = true;
    QString accelerator;
    QString architecture;
    QString machineType;
    QString emulator;
    bool isX86 = true;
    bool isKvm = false;
    bool q35 = false;
    bool uefi = false;
    bool secureBoot = false;
    QString tpmModel;           ///< empty: none
    CpuMode cpuMode;            ///< empty: the hypervisor's default
    DiskBus diskBus;            ///< empty: none is named
    DiskBus cdromBus;
    NicModel nicModel;          ///< empty: the hypervisor's default
    VideoModel videoModel;
    QString display;            ///< empty: none
    CharBackend displayAgent;   ///< what carries the guest's agent to the display; empty: nothing does
    int usbRedirectors = 0;
    bool folderChannel = false; ///< for a folder shared by the console
    QString usbModel;           ///< of the USB controller
    bool tablet = false;
    bool rng = false;
    bool ioThread = false;      ///< virtio disks are served on a thread of their own
    bool watchdog = false;
    QString soundModel;         ///< empty: none
    int hotplugPorts = 0;       ///< PCI Express ports, taken by devices or free for those to come
    bool sharedMemory = false;
    QStringList hyperv;         ///< enlightenments to turn on
};

MachinePlan planFor(const MachineRecipe &recipe, const HostSurvey &survey);
