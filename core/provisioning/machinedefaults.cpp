// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machinedefaults.h"

#include "core/hosts/hostsurvey.h"
#include "core/settings/settings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace {

template<class T>
using Words = std::array<std::pair<T, const char *>, 2>; ///< but Automatic, which is no word at all

constexpr Words<MachineDefaults::Display> displays{{{MachineDefaults::Display::Vnc, "vnc"}, {MachineDefaults::Display::Spice, "spice"}}};
constexpr Words<MachineDefaults::Firmware> firmwares{{{MachineDefaults::Firmware::Bios, "bios"}, {MachineDefaults::Firmware::Uefi, "uefi"}}};
constexpr Words<MachineDefaults::DiskFormat> formats{{{MachineDefaults::DiskFormat::Qcow2, "qcow2"}, {MachineDefaults::DiskFormat::Raw, "raw"}}};
constexpr Words<Acceleration> accelerations{{{Acceleration::Hardware, "hardware"}, {Acceleration::Emulation, "emulation"}}};

template<class T>
T read(const Settings &settings, const SettingsKey<QString> &key, const Words<T> &words)
{
    const auto word = settings.get(key);
    const auto found = std::find_if(words.begin(), words.end(), [&word](const auto &each) { return word == QLatin1StringView(each.second); });
    return found == words.end() ? T::Automatic : found->first;
}

template<class T>
void write(Settings &settings, const SettingsKey<QString> &key, const Words<T> &words, T value)
{
    const auto found = std::find_if(words.begin(), words.end(), [value](const auto &each) { return each.first == value; });
    settings.set(key, found == words.end() ? QString() : QString::fromLatin1(found->second));
}

} // namespace

QString networkKey(const NetworkOffer &offer)
{
    switch (offer.kind) {
    case NetworkOffer::Kind::Network: break;
    case NetworkOffer::Kind::Bridge: return QStringLiteral("bridge:") + offer.name;
    case NetworkOffer::Kind::User: return QStringLiteral("user:");
    case NetworkOffer::Kind::Direct: return QStringLiteral("direct:") + offer.name;
    }
    return QStringLiteral("network:") + offer.name;
}

QString fileFormatOf(MachineDefaults::DiskFormat wished)
{
    return wished == MachineDefaults::DiskFormat::Raw ? QStringLiteral("raw") : QStringLiteral("qcow2");
}

MachineDefaults machineDefaults(const Settings &settings)
{
    MachineDefaults defaults;
    defaults.pool = settings.get(keys::newMachinePool);
    defaults.network = settings.get(keys::newMachineNetwork);
    defaults.display = read(settings, keys::newMachineDisplay, displays);
    defaults.firmware = read(settings, keys::newMachineFirmware, firmwares);
    defaults.diskFormat = read(settings, keys::newMachineDiskFormat, formats);
    defaults.acceleration = read(settings, keys::newMachineAcceleration, accelerations);
    return defaults;
}

void setMachineDefaults(Settings &settings, const MachineDefaults &defaults)
{
    settings.set(keys::newMachinePool, defaults.pool);
    settings.set(keys::newMachineNetwork, defaults.network);
    write(settings, keys::newMachineDisplay, displays, defaults.display);
    write(settings, keys::newMachineFirmware, firmwares, defaults.firmware);
    write(settings, keys::newMachineDiskFormat, formats, defaults.diskFormat);
    write(settings, keys::newMachineAcceleration, accelerations, defaults.acceleration);
}
