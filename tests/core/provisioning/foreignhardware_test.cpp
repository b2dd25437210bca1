// SPDX-License-Identifier: GPL-3.0-or-later
// What machines of other programs become on hosts of ours.
#include "core/provisioning/foreignhardware.h"

#include "core/appliances/appliance.h"
#include "core/appliances/domainreader.h"
#include "core/appliances/ovfreader.h"
#include "core/appliances/virtualboxmachine.h"
#include "core/appliances/vmxreader.h"
#include "core/config/domain/clock.h"
#include "core/config/domain/controller.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/processor.h"
#include "core/config/domain/sound.h"
#include "core/config/domain/tpm.h"
#include "core/provisioning/adopteddomain.h"
#include "core/provisioning/recipetoconfig.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

MachineRecipe recipeFor(const Result<ForeignMachine> &machine, const HostSurvey &survey)
{
    EXPECT_TRUE(machine);
    auto appliance = std::make_shared<Appliance>();
    appliance->machine = machine.value_or(ForeignMachine());
    for (const auto &disk : appliance->machine.disks) {
        ApplianceFile file;
        if (!disk.file.isEmpty())
            file.pieces.push_back({disk.file, 0, Bytes(1), true});
        appliance->files.push_back(file);
    }
    MachineRecipe recipe;
    recipe.source = MediaSource::Appliance;
    recipe.name = QStringLiteral("moved");
    recipe.vcpus = appliance->machine.vcpus;
    recipe.memory = appliance->machine.memory;
    recipe.network = survey.networks.front();
    recipe.imported.firmware = appliance->machine.firmware;
    recipe.imported.tpm = appliance->machine.tpm;
    recipe.os.isWindows = appliance->machine.os.isWindows;
    recipe.imported.appliance = appliance;
    return recipe;
}

DomainConfig configOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    PlacedMedia media;
    for (const auto &disk : recipe.imported.appliance->machine.disks) {
        const auto place = placeOf(disk, recipe.imported.appliance->machine, recipe.imported);
        if (disk.device == ForeignDisk::Device::Disk)
            media.disks.push_back({QStringLiteral("/pool/%1.qcow2").arg(media.disks.size()), QStringLiteral("qcow2"), place.bus, false, place.scsiModel});
    }
    auto config = DomainConfig::parse(domainXmlFor(recipe, survey, media));
    EXPECT_TRUE(config);
    return std::move(*config);
}

QByteArray data(const char *name)
{
    return testdata::bytes(QStringLiteral("appliances/data/") + QString::fromLatin1(name));
}

} // namespace

TEST(ForeignHardware, KeepsVirtualBoxsAddressesModelsFirmwareAndSound)
{
    const auto survey = samples::kvmHost();
    const auto config = configOf(recipeFor(readOvf(data("virtualbox.ovf")), survey), survey);
    const auto disks = config.devices<Disk>();
    ASSERT_EQ(disks.size(), 2u);
    EXPECT_EQ(disks[0].get(Disk::bus), diskBuses::sata());
    EXPECT_EQ(disks[0].get(Disk::bootOrder), 1u);
    const auto nics = config.devices<Nic>();
    ASSERT_EQ(nics.size(), 2u);
    EXPECT_EQ(nics[0].get(Nic::mac), QStringLiteral("08:00:27:a1:b2:c3"));
    EXPECT_EQ(nics[0].get(Nic::model), nicModels::e1000());
    EXPECT_EQ(nics[1].get(Nic::model), nicModels::virtio());
    EXPECT_EQ(nics[1].get(Nic::link), linkStates::down());
    EXPECT_EQ(config.as<Firmware>().get(Firmware::firmware), firmwares::efi());
    EXPECT_EQ(config.devices<Tpm>().size(), 1u);
    EXPECT_EQ(config.devices<Sound>().front().get(Sound::model), QStringLiteral("ich6"));
    EXPECT_EQ(config.as<General>().get(General::description), QStringLiteral("Serves the intranet & nothing else"));
}

TEST(ForeignHardware, GivesAGuestThatBootsFromIdeTheBoardThatHasIt)
{
    const auto survey = samples::kvmHost();
    const auto config = configOf(recipeFor(readVirtualBox(data("office.vbox")), survey), survey);
    EXPECT_EQ(config.as<Firmware>().get(Firmware::machineType), QStringLiteral("pc"));
    EXPECT_FALSE(config.as<Firmware>().get(Firmware::firmware));
    const auto disks = config.devices<Disk>();
    ASSERT_EQ(disks.size(), 2u);
    EXPECT_EQ(disks[0].get(Disk::bus), diskBuses::ide());
    EXPECT_EQ(disks[1].get(Disk::bus), diskBuses::scsi());
    EXPECT_EQ(config.as<Clock>().get(Clock::offset), clockOffsets::localTime());
    const auto controllers = config.devices<Controller>();
    const auto scsi = std::find_if(controllers.begin(), controllers.end(), [](const Controller &c) { return c.get(Controller::type) == controllerTypes::scsi(); });
    ASSERT_NE(scsi, controllers.end());
    EXPECT_EQ(scsi->get(Controller::model), QStringLiteral("lsisas1068"));
}

TEST(ForeignHardware, GivesEachKindOfScsiDiskItsController)
{
    const auto survey = samples::kvmHost();
    auto machine = readVmx(data("workstation.vmx"));
    ASSERT_TRUE(machine);
    machine->disks[1].controllerModel = QStringLiteral("lsisas1068");
    const auto config = configOf(recipeFor(machine, survey), survey);
    const auto disks = config.devices<Disk>();
    EXPECT_FALSE(disks[0].text("address/@controller"));
    EXPECT_EQ(disks[1].text("address/@controller"), QStringLiteral("1"));
    QStringList models;
    for (const auto &controller : config.devices<Controller>())
        if (controller.get(Controller::type) == controllerTypes::scsi())
            models += controller.get(Controller::model).value_or(QString());
    EXPECT_EQ(models, QStringList({QStringLiteral("vmpvscsi"), QStringLiteral("lsisas1068")}));
}

TEST(ForeignHardware, KeepsSocketsUnlessTheNumberOfProcessorsWasChanged)
{
    const auto survey = samples::kvmHost();
    auto recipe = recipeFor(readVmx(data("workstation.vmx")), survey);
    EXPECT_EQ(configOf(recipe, survey).as<Processor>().get(Processor::sockets), 2u);
    recipe.vcpus = 8;
    EXPECT_EQ(configOf(recipe, survey).as<Processor>().get(Processor::sockets), 1u);
}

TEST(ForeignHardware, FindsAPlaceForDisksOnControllersThatDoNotExistHere)
{
    ForeignDisk disk;
    disk.bus = ForeignBus::Nvme;
    ForeignMachine guest;
    guest.os.isLinux = true;
    EXPECT_EQ(placeOf(disk, guest, {}).bus, diskBuses::virtio());
    guest.os.isLinux = false;
    EXPECT_EQ(placeOf(disk, guest, {}).bus, diskBuses::sata());
    ApplianceWishes wishes;
    wishes.diskBus = diskBuses::virtio();
    EXPECT_EQ(placeOf(disk, guest, wishes).bus, diskBuses::virtio());
}

TEST(ForeignHardware, GivesNewAddressesWhereTheyAreWanted)
{
    const auto survey = samples::kvmHost();
    auto recipe = recipeFor(readOvf(data("virtualbox.ovf")), survey);
    recipe.imported.keepAddresses = false;
    EXPECT_FALSE(configOf(recipe, survey).devices<Nic>().front().get(Nic::mac));
}

TEST(ForeignHardware, ConnectsCardsToTheNetworkOfTheSameName)
{
    auto survey = samples::kvmHost();
    survey.networks.push_back({NetworkOffer::Kind::Network, QStringLiteral("lab"), {}, true});
    auto recipe = recipeFor(readOvf(data("virtualbox.ovf")), survey);
    ForeignNic nic;
    nic.network = QStringLiteral("lab");
    EXPECT_EQ(networkFor(nic, recipe, survey)->name, u"lab");
    nic.network = QStringLiteral("elsewhere");
    EXPECT_EQ(networkFor(nic, recipe, survey)->name, survey.networks.front().name);
    recipe.network.reset();
    EXPECT_FALSE(networkFor(nic, recipe, survey));
    recipe.network = survey.networks.front();
    const auto losses = lossesOf(recipe, survey);
    EXPECT_NE(std::find(losses.begin(), losses.end(), ForeignLoss{ForeignLoss::Kind::NetworkReplaced, QStringLiteral("eno1")}), losses.end());
}

TEST(AdoptedDomain, KeepsTheGuestAndDropsWhatBelongsToTheOtherHost)
{
    const auto survey = samples::kvmHost();
    const auto recipe = recipeFor(readDomain(data("boxes.xml")), survey);
    PlacedMedia media;
    media.disks.push_back({QStringLiteral("/pool/moved.qcow2"), QStringLiteral("qcow2"), {}, false, {}});
    const auto xml = adoptedXml(recipe, survey, media);
    ASSERT_TRUE(xml) << xml.error().message.toStdString();
    auto config = DomainConfig::parse(*xml);
    ASSERT_TRUE(config);
    EXPECT_EQ(config->as<General>().get(General::name), QStringLiteral("moved"));
    EXPECT_FALSE(config->as<General>().get(General::uuid));
    EXPECT_EQ(config->as<General>().get(General::title), QStringLiteral("Fedora 36"));
    EXPECT_EQ(config->as<Firmware>().get(Firmware::machineType), QStringLiteral("q35"));
    EXPECT_EQ(config->as<Firmware>().get(Firmware::secureBoot), true);
    const auto disks = config->devices<Disk>();
    ASSERT_EQ(disks.size(), 2u) << "the one on a server is not to be had";
    EXPECT_EQ(disks[0].get(Disk::file), QStringLiteral("/pool/moved.qcow2"));
    EXPECT_EQ(disks[0].get(Disk::target), QStringLiteral("vda"));
    EXPECT_EQ(disks[1].get(Disk::device), diskDevices::cdrom());
    EXPECT_EQ(config->devices<Nic>().front().get(Nic::mac), QStringLiteral("52:54:00:01:02:03"));
    EXPECT_TRUE(xml->contains(u"gnome-boxes"));
    EXPECT_FALSE(xml->contains(u"hostdev"));
    EXPECT_FALSE(xml->contains(u"qemu-kvm"));
}

TEST(AdoptedDomain, TakesNothingThatWouldReachIntoThisHost)
{
    const QByteArray hostile = R"(<domain type='kvm' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
 <name>x</name><memory>1048576</memory><vcpu>1</vcpu>
 <os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type><loader>/etc/shadow</loader><kernel>/etc/shadow</kernel><nvram>/etc/passwd</nvram><acpi><table type='slic'>/etc/shadow</table></acpi></os>
 <seclabel type='none'/>
 <qemu:commandline><qemu:arg value='-drive'/><qemu:arg value='file=/etc/shadow'/></qemu:commandline>
 <devices>
  <emulator>/tmp/evil</emulator>
  <disk type='file' device='disk'><source file='/pool/a'/><backingStore type='file'><source file='/etc/shadow'/></backingStore><target dev='vda' bus='virtio'/></disk>
  <disk type='block' device='lun'><source dev='/dev/sda'/><target dev='sda' bus='scsi'/></disk>
  <disk type='file' device='cdrom'><source file='/etc/shadow'/><target dev='sdb' bus='sata'/></disk>
  <filesystem type='mount'><source dir='/'/><target dir='root'/></filesystem>
  <hostdev mode='subsystem' type='pci'/>
  <serial type='file'><source path='/etc/cron.d/evil'/></serial>
  <serial type='tcp'><source mode='connect' host='evil' service='1'/></serial>
  <channel type='unix'><source mode='connect' path='/var/run/docker.sock'/><target type='virtio' name='a'/></channel>
  <rng model='virtio'><backend model='random'>/dev/sda</backend></rng>
  <rng model='virtio'><backend model='egd' type='tcp'><source mode='connect' host='evil' service='1'/></backend></rng>
  <tpm model='tpm-crb'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>
  <interface type='ethernet'><script path='/tmp/evil.sh'/><target dev='eth0'/></interface>
  <graphics type='vnc' socket='/tmp/s' passwd='x'><listen type='socket' socket='/tmp/s'/></graphics>
  <smartcard mode='host'/>
  <input type='passthrough' bus='virtio'><source evdev='/dev/input/event1'/></input>
 </devices></domain>)";
    const auto survey = samples::kvmHost();
    const auto recipe = recipeFor(readDomain(hostile), survey);
    PlacedMedia media;
    media.disks.push_back({QStringLiteral("/pool/moved.qcow2"), QStringLiteral("qcow2"), {}, false, {}});
    const auto xml = adoptedXml(recipe, survey, media);
    ASSERT_TRUE(xml) << xml.error().message.toStdString();
    for (const auto *door : {u"/etc", u"/tmp", u"/dev/sda", u"/dev/tpm0", u"docker", u"evil", u"commandline", u"seclabel", u"filesystem", u"hostdev", u"smartcard", u"evdev", u"passwd"})
        EXPECT_FALSE(xml->contains(QStringView(door))) << QString::fromUtf16(door).toStdString() << xml->toStdString();
    EXPECT_TRUE(xml->contains(u"/pool/moved.qcow2"));
}
