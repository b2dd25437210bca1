// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/osneeds.h"

#include "core/provisioning/unattended/systemanswers.h"

#include <algorithm>
#include <initializer_list>

namespace {

bool hasAny(const OsKnowledge &knowledge, std::initializer_list<const char *> ids)
{
    return std::any_of(ids.begin(), ids.end(),
                       [&](const char *id) { return knowledge.devices.contains(QLatin1StringView(id)); });
}

/// The years of the database lag behind; a system that came out later than this has modern PCI and virtio.
bool isFromOrAfter(const OsKnowledge &knowledge, int year)
{
    return knowledge.os.released.isValid() && knowledge.os.released.year() >= year;
}

void takeResources(const OsKnowledge &knowledge, OsNeeds &needs)
{
    const auto &least = knowledge.minimum;
    const auto &wanted = knowledge.recommended;
    needs.memoryMinimum = least.memory;
    if (!wanted.memory.isZero())
        needs.memory = wanted.memory;
    else if (!least.memory.isZero()) // a minimum of small systems makes them swap; of large ones it is generous
        needs.memory = least.memory < Bytes::gib(2) ? least.memory + least.memory : least.memory;
    if (!wanted.storage.isZero())
        needs.disk = wanted.storage;
    else if (!least.storage.isZero())
        needs.disk = least.storage < Bytes::gib(32) ? least.storage + least.storage : least.storage;
    needs.vcpus = std::max({wanted.vcpus, least.vcpus, 0});
}

void takeDevices(const OsKnowledge &knowledge, OsNeeds &needs)
{
    const bool isLinux = knowledge.os.family == u"linux";
    needs.q35 = hasAny(knowledge, {"http://qemu.org/chipset/x86/q35"}) || isFromOrAfter(knowledge, 2015);
    // On PCI Express, which q35 has, virtio devices offer their 1.0 face only.
    const bool takesOldVirtio = !needs.q35 || (!needs.isWindows && isFromOrAfter(knowledge, 2017));
    needs.virtioDisk = hasAny(knowledge, {"http://pcisig.com/pci/1af4/1042"})
        || (takesOldVirtio && hasAny(knowledge, {"http://pcisig.com/pci/1af4/1001"}));
    needs.virtioNet = hasAny(knowledge, {"http://pcisig.com/pci/1af4/1041"})
        || (takesOldVirtio && hasAny(knowledge, {"http://pcisig.com/pci/1af4/1000"}));
    needs.virtioRng = hasAny(knowledge, {"http://pcisig.com/pci/1af4/1044"})
        || (takesOldVirtio && hasAny(knowledge, {"http://pcisig.com/pci/1af4/1005"}));
    needs.virtioInput = hasAny(knowledge, {"http://pcisig.com/pci/1af4/1052"});
    needs.virtioVideo = hasAny(knowledge, {"http://pcisig.com/pci/1af4/1050"});
    needs.usbTablet = hasAny(knowledge, {"http://usb.org/usb/80ee/0021"}) || needs.isWindows || isLinux
        || isFromOrAfter(knowledge, 2008);
}

/// The database of 2022 knows nothing of TPM and Secure Boot, and wants UEFI of few.
void takeFirmware(const OsKnowledge &knowledge, OsNeeds &needs)
{
    needs.uefiRequired = knowledge.refusesBios;
    const auto &id = knowledge.os.shortId;
    if (id == u"win11" || id.startsWith(u"win11-")) {
        needs.uefiRequired = needs.tpmRequired = needs.secureBootRequired = true;
    } else if (id == u"win2k22" || id == u"win2k25") {
        // Servers install without, but want all three for what they call secured-core.
        needs.uefiRequired = needs.tpmRequired = needs.secureBootRequired = true;
    }
}

} // namespace

OsNeeds needsFrom(const OsKnowledge &knowledge)
{
    auto needs = defaultNeeds();
    needs.os = knowledge.os;
    needs.known = true;
    needs.isWindows = knowledge.os.family == u"winnt" || knowledge.os.family == u"win9x";
    needs.clockLocal = needs.isWindows || knowledge.os.family == u"msdos";
    needs.memoryMinimum = {};
    takeResources(knowledge, needs);
    takeDevices(knowledge, needs);
    takeFirmware(knowledge, needs);
    needs.answers = answersOf(knowledge.os, knowledge.installScripts);
    return needs;
}

OsNeeds defaultNeeds()
{
    OsNeeds needs;
    needs.vcpus = 2;
    needs.memoryMinimum = Bytes::mib(512);
    needs.memory = Bytes::gib(2);
    needs.disk = Bytes::gib(20);
    needs.virtioInput = true;
    needs.virtioVideo = true;
    return needs;
}
