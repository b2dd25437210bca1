// SPDX-License-Identifier: GPL-3.0-or-later
// What a person would rather have in new machines than what is best for most: pool, network, display, firmware, disk format and
// acceleration. A value; each counts where the host and the system can have it, and is Automatic otherwise.
#pragma once

#include <QString>

class Settings;
struct NetworkOffer;

enum class Acceleration { Automatic, Emulation, Hardware };

struct MachineDefaults {
    enum class Display { Automatic, Vnc, Spice };
    enum class Firmware { Automatic, Bios, Uefi };
    enum class DiskFormat { Automatic, Qcow2, Raw };

    QString pool;    ///< its name; empty: the best there is
    QString network; ///< as networkKey() has it; empty: the best there is
    Display display = Display::Automatic;
    Firmware firmware = Firmware::Automatic;
    DiskFormat diskFormat = DiskFormat::Automatic; ///< of new disks that are files
    Acceleration acceleration = Acceleration::Automatic;

    friend bool operator==(const MachineDefaults &, const MachineDefaults &) = default;
};

/// A network by its kind and name, to be found again on this host or another: "network:default", "bridge:br0", "user:".
QString networkKey(const NetworkOffer &offer);

/// The format of a new disk that is a file: "qcow2" or "raw".
QString fileFormatOf(MachineDefaults::DiskFormat wished);

/// As they are kept; a word that is not known is Automatic. GUI thread.
MachineDefaults machineDefaults(const Settings &settings);
void setMachineDefaults(Settings &settings, const MachineDefaults &defaults);
