// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/domainreader.h"
#include "core/appliances/guestnames.h"
#include "core/appliances/quickemureader.h"
#include "core/appliances/vagrantreader.h"
#include "core/appliances/virtualboxmachine.h"
#include "core/appliances/vmxreader.h"

#include "../testdata.h"

#include <gtest/gtest.h>

using Loss = ForeignLoss::Kind;

namespace {

QByteArray data(const char *name)
{
    return testdata::bytes(QStringLiteral("appliances/data/") + QString::fromLatin1(name));
}

bool loses(const ForeignMachine &machine, Loss kind, const QString &name = {})
{
    return std::find(machine.losses.begin(), machine.losses.end(), ForeignLoss{kind, name}) != machine.losses.end();
}

} // namespace

TEST(VirtualBoxMachine, ReadsProcessorsFirmwareAndSystem)
{
    const auto machine = readVirtualBox(data("office.vbox"));
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"Office");
    EXPECT_EQ(machine->description, u"The old office");
    EXPECT_EQ(machine->os.shortId, u"win10");
    EXPECT_EQ(machine->vcpus, 4);
    EXPECT_EQ(machine->memory, Bytes::gib(4));
    EXPECT_EQ(machine->firmware, ForeignFirmware::Bios);
    EXPECT_FALSE(machine->isPciExpress);
    EXPECT_TRUE(machine->clockLocal);
    EXPECT_EQ(machine->sound, u"ac97");
}

TEST(VirtualBoxMachine, FindsDisksThroughTheRegistryWithTheirControllers)
{
    const auto machine = readVirtualBox(data("office.vbox"));
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->disks.size(), 3u);
    EXPECT_EQ(machine->disks[0].file, u"Office.vdi");
    EXPECT_EQ(machine->disks[0].format, u"vdi");
    EXPECT_EQ(machine->disks[0].bus, ForeignBus::Ide);
    EXPECT_EQ(machine->disks[1].device, ForeignDisk::Device::Cdrom);
    EXPECT_EQ(machine->disks[1].slot, 2);
    EXPECT_EQ(machine->disks[2].controllerModel, u"lsisas1068");
    EXPECT_EQ(machine->disks[2].format, u"vpc");
    EXPECT_EQ(machine->disks[2].slot, 2);
}

TEST(VirtualBoxMachine, ListsWhatWillBeMissing)
{
    const auto machine = readVirtualBox(data("office.vbox"));
    ASSERT_TRUE(machine);
    EXPECT_TRUE(loses(*machine, Loss::DiskHasSnapshots, QStringLiteral("Snapshots/{33333333-3333-4333-8333-333333333333}.vhd")));
    EXPECT_TRUE(loses(*machine, Loss::SavedState));
    EXPECT_TRUE(loses(*machine, Loss::RemoteDisplay));
    EXPECT_TRUE(loses(*machine, Loss::SerialPort));
    EXPECT_TRUE(loses(*machine, Loss::FloppyDropped));
    EXPECT_TRUE(loses(*machine, Loss::UsbDevice, QStringLiteral("Card reader")));
    ASSERT_EQ(machine->nics.size(), 2u);
    EXPECT_EQ(machine->nics[0].model, u"pcnet");
    EXPECT_EQ(machine->nics[0].kind, ForeignNic::Network::HostOnly);
    EXPECT_EQ(machine->nics[1].kind, ForeignNic::Network::Internal);
}

TEST(VirtualBoxMachine, SaysThatAnEncryptedOneCannotBeRead)
{
    const auto machine = readVirtualBox("<VirtualBox><MachineEncrypted uuid='x'/></VirtualBox>");
    ASSERT_FALSE(machine);
    EXPECT_EQ(machine.error().kind, Error::Kind::Unsupported);
    EXPECT_FALSE(readVirtualBox("<VirtualBox/>"));
    EXPECT_FALSE(readVirtualBox("<Other/>"));
}

TEST(VirtualBoxMachine, SurvivesDisksNestedWithoutEnd)
{
    const auto machine = readVirtualBox("<VirtualBox><Machine name='x'><MediaRegistry><HardDisks>" + QByteArray("<HardDisk uuid='1'>").repeated(200)
                                        + QByteArray("</HardDisk>").repeated(200) + "</HardDisks></MediaRegistry></Machine></VirtualBox>");
    EXPECT_TRUE(machine);
}

TEST(VmxReader, ReadsBoardAndFirmware)
{
    const auto machine = readVmx(data("workstation.vmx"));
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"Büro \"alt\"");
    EXPECT_EQ(machine->os.shortId, u"win10");
    EXPECT_EQ(machine->vcpus, 4);
    EXPECT_EQ(machine->coresPerSocket, 2);
    EXPECT_EQ(machine->memory, Bytes::gib(6));
    EXPECT_EQ(machine->firmware, ForeignFirmware::SecureBoot);
    EXPECT_TRUE(machine->tpm);
    EXPECT_TRUE(machine->isPciExpress);
    EXPECT_EQ(machine->sound, u"ich6");
}

TEST(VmxReader, ReadsDisksThatArePresent)
{
    const auto machine = readVmx(data("workstation.vmx"));
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->disks.size(), 4u);
    EXPECT_EQ(machine->disks[0].file, u"buero.vmdk");
    EXPECT_EQ(machine->disks[0].controllerModel, u"vmpvscsi");
    EXPECT_EQ(machine->disks[1].file, u"buero-data.vmdk");
    EXPECT_EQ(machine->disks[1].slot, 1);
    EXPECT_EQ(machine->disks[2].device, ForeignDisk::Device::Cdrom);
    EXPECT_EQ(machine->disks[2].bus, ForeignBus::Sata);
    EXPECT_EQ(machine->disks[3].bus, ForeignBus::Ide);
    EXPECT_EQ(machine->disks[3].slot, 2) << "VMware's second controller is the second channel";
    EXPECT_TRUE(machine->disks[3].file.isEmpty());
}

TEST(VmxReader, ReadsCardsAndLosses)
{
    const auto machine = readVmx(data("workstation.vmx"));
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->nics.size(), 2u);
    EXPECT_EQ(machine->nics[0].mac, u"00:0c:29:aa:bb:cc");
    EXPECT_EQ(machine->nics[0].model, u"e1000e");
    EXPECT_EQ(machine->nics[1].mac, u"00:50:56:00:00:42");
    EXPECT_EQ(machine->nics[1].network, u"VMnet3");
    EXPECT_FALSE(machine->nics[1].connected);
    EXPECT_TRUE(loses(*machine, Loss::SharedFolder, QStringLiteral("exchange")));
    EXPECT_TRUE(loses(*machine, Loss::Acceleration3d));
    EXPECT_TRUE(loses(*machine, Loss::SavedState));
    EXPECT_FALSE(loses(*machine, Loss::SerialPort)) << "a printer of the program's own";
}

TEST(VmxReader, RefusesOtherTextAndEncryptedOnes)
{
    EXPECT_FALSE(readVmx("hello = \"world\"\n"));
    const auto machine = readVmx("config.version = \"8\"\nencryption.data = \"x\"\n");
    ASSERT_FALSE(machine);
    EXPECT_EQ(machine.error().kind, Error::Kind::Unsupported);
    EXPECT_FALSE(readVmx(QByteArray(2 << 20, 'x')));
}

TEST(VmxReader, ReadsTheEncodingOfOldWindows)
{
    const auto machine = readVmx("config.version = \"8\"\n.encoding = \"windows-1252\"\ndisplayName = \"B\xfcro\"\n");
    ASSERT_TRUE(machine);
    EXPECT_EQ(machine->name, u"Büro");
}

TEST(VagrantReader, TellsProviders)
{
    EXPECT_EQ(boxProvider(data("metadata.json")).value(), BoxProvider::Libvirt);
    EXPECT_EQ(boxProvider("{\"provider\":\"virtualbox\"}").value(), BoxProvider::VirtualBox);
    EXPECT_EQ(boxProvider("{\"provider\":\"vmware_desktop\"}").value(), BoxProvider::VMware);
    EXPECT_EQ(boxProvider("{\"provider\":\"docker\"}").error().kind, Error::Kind::Unsupported);
    EXPECT_EQ(boxProvider("[]").error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(boxProvider("{").error().kind, Error::Kind::InvalidInput);
}

TEST(VagrantReader, ReadsPlainSettingsAndNeverRunsAnything)
{
    const auto machine = readLibvirtBox(data("metadata.json"), data("Vagrantfile"));
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->vcpus, 3);
    EXPECT_EQ(machine->memory, Bytes::mib(1536));
    EXPECT_EQ(machine->firmware, ForeignFirmware::Uefi);
    ASSERT_EQ(machine->disks.size(), 1u);
    EXPECT_EQ(machine->disks[0].file, u"box.img");
    EXPECT_EQ(machine->disks[0].format, u"qcow2");
    EXPECT_EQ(machine->disks[0].capacity, Bytes::gib(20));
    EXPECT_EQ(machine->disks[0].bus, ForeignBus::Sata);
    ASSERT_EQ(machine->nics.size(), 1u);
    EXPECT_EQ(machine->nics[0].mac, u"52:54:00:c0:ff:ee");
    EXPECT_TRUE(loses(*machine, Loss::Provisioning));
    EXPECT_TRUE(loses(*machine, Loss::SharedFolder, QStringLiteral("www")));
    EXPECT_FALSE(loses(*machine, Loss::SharedFolder, QStringLiteral("."))) << "disabled";
}

TEST(VagrantReader, ReadsSeveralDisks)
{
    const auto machine = readLibvirtBox("{\"provider\":\"libvirt\",\"disks\":[{\"path\":\"a.img\",\"format\":\"qcow2\"},{\"path\":\"b.img\",\"format\":\"raw\"}]}", {});
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->disks.size(), 2u);
    EXPECT_EQ(machine->disks[1].file, u"b.img");
    EXPECT_EQ(machine->disks[1].format, u"raw");
    EXPECT_EQ(machine->disks[1].slot, 1);
}

TEST(QuickemuReader, ReadsAssignmentsAndItsDefaults)
{
    const auto machine = readQuickemu(data("windows-11.conf"));
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_TRUE(machine->os.isWindows);
    EXPECT_EQ(machine->vcpus, 6);
    EXPECT_EQ(machine->memory, Bytes::gib(8));
    EXPECT_EQ(machine->firmware, ForeignFirmware::Uefi);
    EXPECT_TRUE(machine->tpm);
    ASSERT_EQ(machine->disks.size(), 2u);
    EXPECT_EQ(machine->disks[0].file, u"windows-11/disk.qcow2");
    EXPECT_EQ(machine->disks[0].capacity, Bytes::gib(64));
    EXPECT_EQ(machine->disks[1].file, u"windows-11/virtio-win.iso");
    ASSERT_EQ(machine->nics.size(), 1u);
    EXPECT_EQ(machine->nics[0].mac, u"52:54:00:12:34:56");
    EXPECT_TRUE(loses(*machine, Loss::UsbDevice));
    EXPECT_FALSE(readQuickemu("guest_os=\"linux\"\n"));
    EXPECT_EQ(readQuickemu("disk_img=d.qcow2\nboot=\"legacy\"\nram=512M").value().firmware, ForeignFirmware::Bios);
}

TEST(DomainReader, ReadsLibvirtsOwnAndKeepsItsText)
{
    const auto bytes = data("boxes.xml");
    const auto machine = readDomain(bytes);
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"fedora");
    EXPECT_EQ(machine->vcpus, 4);
    EXPECT_EQ(machine->memory, Bytes::gib(4));
    EXPECT_EQ(machine->firmware, ForeignFirmware::SecureBoot);
    EXPECT_TRUE(machine->tpm);
    EXPECT_EQ(machine->os.told, u"http://fedoraproject.org/fedora/36");
    ASSERT_EQ(machine->disks.size(), 3u);
    EXPECT_EQ(machine->disks[0].file, u"/home/anna/.local/share/gnome-boxes/images/fedora");
    EXPECT_EQ(machine->disks[0].bus, ForeignBus::Virtio);
    EXPECT_EQ(machine->disks[2].device, ForeignDisk::Device::Cdrom);
    ASSERT_EQ(machine->nics.size(), 2u);
    EXPECT_EQ(machine->nics[0].kind, ForeignNic::Network::Nat);
    EXPECT_EQ(machine->nics[1].network, u"lab");
    EXPECT_FALSE(machine->nics[1].connected);
    EXPECT_TRUE(loses(*machine, Loss::DiskNotFile, QStringLiteral("vdb")));
    EXPECT_TRUE(loses(*machine, Loss::UsbDevice));
    EXPECT_EQ(machine->domainXml.toUtf8(), bytes);
}

TEST(GuestNames, KnowsTheWordsOfOtherPrograms)
{
    const std::pair<const char16_t *, const char16_t *> rows[] = {
        {u"Debian12_64", u"debian12"},      {u"Ubuntu22_LTS_64", u"ubuntu22.04"}, {u"Windows11_64", u"win11"},    {u"windows9-64", u"win10"},
        {u"windows2019srv-64", u"win2k19"}, {u"windows9_64Guest", u"win10"},      {u"rhel8_64Guest", u"rhel8.0"}, {u"WindowsXP", u"winxp"},
        {u"windows_10x64", u"win10"},       {u"windows2022srvNext-64", u"win2k22"}, {u"centos7-64", u"centos7.0"}, {u"Windows81_64", u"win8.1"},
        {u"freebsd12-64", u"freebsd12.0"},  {u"Ubuntu_64", u""},                  {u"dos", u""}};
    for (const auto &[told, id] : rows)
        EXPECT_EQ(guestOsNamed(QString::fromUtf16(told)).shortId, QString::fromUtf16(id)) << QString::fromUtf16(told).toStdString();
    EXPECT_TRUE(guestOsNamed(QStringLiteral("ubuntu-64")).isLinux);
    EXPECT_TRUE(guestOsNumbered(94).isLinux);
    EXPECT_EQ(guestOsNumbered(121).shortId, u"win10");
    EXPECT_FALSE(guestOsNumbered(1).isLinux);
}
