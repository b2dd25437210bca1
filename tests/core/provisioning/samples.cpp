// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/provisioning/samples.h"

#include "core/provisioning/osneeds.h"

#include <cstring>

namespace {

DomainCapabilities capabilities(const QString &accelerator)
{
    DomainCapabilities caps;
    caps.accelerator = accelerator;
    caps.architecture = QStringLiteral("x86_64");
    caps.machineType = QStringLiteral("pc-q35-7.2");
    caps.emulator = QStringLiteral("/usr/bin/qemu-system-x86_64");
    caps.maxVcpus = 288;
    caps.uefi = caps.secureBoot = true;
    caps.cpuModes = QStringList{QStringLiteral("maximum"), QStringLiteral("custom")};
    if (accelerator == u"kvm")
        caps.cpuModes = QStringList{QStringLiteral("host-passthrough"), QStringLiteral("maximum"), QStringLiteral("host-model"), QStringLiteral("custom")};
    caps.diskBuses = QStringLiteral("fdc scsi virtio usb sata").split(u' ');
    caps.graphics = QStringLiteral("vnc spice egl-headless").split(u' ');
    caps.videoModels = QStringLiteral("vga cirrus vmvga qxl virtio none bochs ramfb").split(u' ');
    caps.tpmModels = QStringLiteral("tpm-tis tpm-crb").split(u' ');
    caps.tpmBackends = QStringLiteral("passthrough emulator external").split(u' ');
    caps.rngBackends = QStringLiteral("random egd builtin").split(u' ');
    caps.hyperv = QStringLiteral("relaxed vapic spinlocks vpindex runtime synic stimer reset frequencies tlbflush ipi").split(u' ');
    caps.memfd = true;
    caps.vncClipboard = caps.usbRedirection = true;
    caps.known = true;
    return caps;
}

OsKnowledge knowledge(const QString &shortId, const QString &name, const QString &family, QDate released)
{
    OsKnowledge known;
    known.os.id = QStringLiteral("http://example.org/") + shortId;
    known.os.shortId = shortId;
    known.os.name = name;
    known.os.family = family;
    known.os.released = released;
    known.minimum.memory = Bytes::gib(1);
    known.recommended = {2, Bytes::gib(2), Bytes::gib(20)};
    return known;
}

void addDevices(OsKnowledge &known, std::initializer_list<const char *> ids)
{
    for (const auto *id : ids)
        known.devices.insert(QLatin1StringView(id));
}

void addModernVirtio(OsKnowledge &known)
{
    addDevices(known, {"http://qemu.org/chipset/x86/q35", "http://usb.org/usb/80ee/0021", "http://pcisig.com/pci/1af4/1041", "http://pcisig.com/pci/1af4/1042",
                       "http://pcisig.com/pci/1af4/1044", "http://pcisig.com/pci/1af4/1050", "http://pcisig.com/pci/1af4/1052"});
}

void put(QByteArray &image, qsizetype offset, const QByteArray &bytes)
{
    std::memcpy(image.data() + offset, bytes.constData(), size_t(bytes.size()));
}

constexpr qsizetype sector = 2048;

} // namespace

HostSurvey samples::kvmHost()
{
    HostSurvey survey;
    survey.accelerators = {capabilities(QStringLiteral("kvm")), capabilities(QStringLiteral("qemu"))};
    survey.pools = {{QStringLiteral("default"), QStringLiteral("dir"), QStringLiteral("/var/lib/libvirt/images"), Bytes::gib(500), Bytes::gib(100), true}};
    survey.networks = {{NetworkOffer::Kind::Network, QStringLiteral("default"), QStringLiteral("nat"), true}};
    survey.memory = Bytes::gib(32);
    survey.memoryFree = Bytes::gib(20);
    survey.cpuThreads = 8;
    survey.isLocal = true;
    survey.hasStorage = true;
    return survey;
}

HostSurvey samples::emulatingHost()
{
    auto survey = kvmHost();
    survey.accelerators.erase(survey.accelerators.begin());
    return survey;
}

HostSurvey samples::testHost()
{
    HostSurvey survey;
    DomainCapabilities caps;
    caps.accelerator = QStringLiteral("test");
    survey.accelerators = {caps};
    survey.pools = {{QStringLiteral("default-pool"), QStringLiteral("dir"), QStringLiteral("/default-pool"), Bytes::gib(100), Bytes::gib(100), true}};
    survey.networks = {{NetworkOffer::Kind::Network, QStringLiteral("default"), QStringLiteral("nat"), true}};
    survey.machineNames = {QStringLiteral("test")};
    survey.memory = Bytes::gib(3);
    survey.cpuThreads = 16;
    survey.isLocal = true;
    survey.hasStorage = true;
    return survey;
}

HostSurvey samples::olderHost()
{
    auto survey = kvmHost();
    for (auto &caps : survey.accelerators)
        caps.vncClipboard = false;
    return survey;
}

HostSurvey samples::armHost()
{
    auto survey = kvmHost();
    for (auto &caps : survey.accelerators) {
        caps.architecture = QStringLiteral("aarch64");
        caps.machineType = QStringLiteral("virt-7.2");
        caps.emulator = QStringLiteral("/usr/bin/qemu-system-aarch64");
        caps.secureBoot = false;
        caps.hyperv.clear();
    }
    return survey;
}

OsNeeds samples::system(const QString &name)
{
    if (name == u"debian" || name == u"fedora") {
        auto known = name == u"debian" ? knowledge(QStringLiteral("debian11"), QStringLiteral("Debian 11"), QStringLiteral("linux"), QDate(2021, 8, 14))
                                       : knowledge(QStringLiteral("fedora37"), QStringLiteral("Fedora Linux 37"), QStringLiteral("linux"), QDate(2022, 11, 15));
        addModernVirtio(known);
        return needsFrom(known);
    }
    if (name == u"freebsd") {
        auto known = knowledge(QStringLiteral("freebsd13.1"), QStringLiteral("FreeBSD 13.1"), QStringLiteral("freebsd"), QDate(2022, 5, 16));
        addDevices(known, {"http://pcisig.com/pci/1af4/1000", "http://pcisig.com/pci/1af4/1001"});
        return needsFrom(known);
    }
    if (name == u"win10" || name == u"win11") {
        auto known = knowledge(name, name == u"win10" ? QStringLiteral("Microsoft Windows 10") : QStringLiteral("Microsoft Windows 11"),
                               QStringLiteral("winnt"), name == u"win10" ? QDate(2015, 7, 29) : QDate(2021, 10, 5));
        known.refusesBios = name == u"win11";
        known.minimum.memory = Bytes::gib(4);
        known.recommended = {};
        addDevices(known, {"http://qemu.org/chipset/x86/q35", "http://usb.org/usb/80ee/0021"});
        return needsFrom(known);
    }
    if (name == u"winxp") {
        auto known = knowledge(name, QStringLiteral("Microsoft Windows XP"), QStringLiteral("winnt"), QDate(2001, 10, 25));
        known.minimum.memory = Bytes::mib(64);
        known.recommended = {1, Bytes::mib(256), Bytes::gib(5)};
        return needsFrom(known);
    }
    return defaultNeeds();
}

MachineRecipe samples::recipe(const QString &systemName, const HostSurvey &survey)
{
    MachineRecipe recipe;
    recipe.mediaPath = QStringLiteral("/iso/installer.iso");
    recipe.os = system(systemName);
    applyRecommendations(recipe, survey);
    recipe.name = proposeName(recipe, QStringLiteral("INSTALLER"), survey);
    return recipe;
}

QByteArray samples::isoImage(const QByteArray &label, bool bootable, const QByteArray &publisher)
{
    QByteArray image(40 * sector, '\0');
    const auto primary = 16 * sector;
    put(image, primary, QByteArrayLiteral("\x01" "CD001\x01"));
    put(image, primary + 8, QByteArray(32, ' '));
    put(image, primary + 40, label.leftJustified(32, ' ', true));
    put(image, primary + 80, QByteArrayLiteral("\x28\0\0\0\0\0\0\x28")); // volume space: 40 sectors
    put(image, primary + 128, QByteArrayLiteral("\0\x08\x08\0"));        // of 2048 bytes
    put(image, primary + 190, QByteArray(128, ' '));
    put(image, primary + 318, publisher.leftJustified(128, ' ', true));
    put(image, primary + 446, QByteArray(256, ' '));
    if (bootable) {
        put(image, 17 * sector, QByteArrayLiteral("\0" "CD001\x01" "EL TORITO SPECIFICATION"));
        image[17 * sector + 71] = 19;
        put(image, 19 * sector, QByteArrayLiteral("\x01"));
        put(image, 19 * sector + 30, QByteArrayLiteral("\x55\xAA\x88"));
    }
    put(image, (bootable ? 18 : 17) * sector, QByteArrayLiteral("\xFF" "CD001\x01"));
    return image;
}
