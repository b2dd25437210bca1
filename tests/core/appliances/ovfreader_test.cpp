// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/ovfreader.h"

#include "../testdata.h"

#include <gtest/gtest.h>

using Loss = ForeignLoss::Kind;

namespace {

bool loses(const ForeignMachine &machine, Loss kind, const QString &name = {})
{
    return std::find(machine.losses.begin(), machine.losses.end(), ForeignLoss{kind, name}) != machine.losses.end();
}

Result<ForeignMachine> read(const char *name)
{
    return readOvf(testdata::bytes(QStringLiteral("appliances/data/") + QString::fromLatin1(name)));
}

/// An envelope with one disk, for tests that break one thing.
QByteArray small()
{
    return QByteArray("<Envelope xmlns:ovf='o' xmlns:rasd='r'><References><File ovf:id='f' ovf:href='a.vmdk'/></References>"
                      "<DiskSection><Disk ovf:diskId='d' ovf:fileRef='f' ovf:capacity='1'/></DiskSection>"
                      "<VirtualSystem ovf:id='x'><VirtualHardwareSection>"
                      "<Item><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>17</rasd:ResourceType>"
                      "<rasd:HostResource>ovf:/disk/d</rasd:HostResource></Item>"
                      "</VirtualHardwareSection></VirtualSystem></Envelope>");
}

} // namespace

TEST(OvfReader, ReadsWhatVirtualBoxWrites)
{
    const auto machine = read("virtualbox.ovf");
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"web");
    EXPECT_EQ(machine->description, u"Serves the intranet & nothing else");
    EXPECT_EQ(machine->license, u"Do no harm.");
    EXPECT_EQ(machine->os.shortId, u"debian11");
    EXPECT_TRUE(machine->os.isLinux);
    EXPECT_EQ(machine->vcpus, 2);
    EXPECT_EQ(machine->memory, Bytes::mib(2048));
    EXPECT_EQ(machine->firmware, ForeignFirmware::Uefi);
    EXPECT_TRUE(machine->tpm);
    EXPECT_TRUE(machine->isPciExpress);
    EXPECT_EQ(machine->sound, u"ich6");
    EXPECT_TRUE(machine->hasUsb);
}

TEST(OvfReader, OrdersDisksAsTheirControllerHasThem)
{
    const auto machine = read("virtualbox.ovf");
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->disks.size(), 3u);
    EXPECT_EQ(machine->disks[0].file, u"web-disk001.vmdk");
    EXPECT_EQ(machine->disks[0].bus, ForeignBus::Sata);
    EXPECT_EQ(machine->disks[0].slot, 0);
    EXPECT_EQ(machine->disks[0].format, u"vmdk");
    EXPECT_EQ(machine->disks[0].capacity, Bytes::gib(20));
    EXPECT_EQ(machine->disks[1].file, u"web-disk002.vmdk");
    EXPECT_EQ(machine->disks[1].capacity, Bytes::gib(8));
    EXPECT_EQ(machine->disks[2].device, ForeignDisk::Device::Cdrom);
    EXPECT_EQ(machine->disks[2].bus, ForeignBus::Ide);
    EXPECT_EQ(machine->disks[2].slot, 2) << "the first place of the second channel";
}

TEST(OvfReader, KeepsCardsWithTheirAddressesFromVirtualBoxsExtension)
{
    const auto machine = read("virtualbox.ovf");
    ASSERT_TRUE(machine);
    ASSERT_EQ(machine->nics.size(), 2u) << "the third is off";
    EXPECT_EQ(machine->nics[0].mac, u"08:00:27:a1:b2:c3");
    EXPECT_EQ(machine->nics[0].model, u"e1000");
    EXPECT_TRUE(machine->nics[0].connected);
    EXPECT_EQ(machine->nics[1].model, u"virtio");
    EXPECT_EQ(machine->nics[1].kind, ForeignNic::Network::Bridged);
    EXPECT_EQ(machine->nics[1].network, u"eno1");
    EXPECT_FALSE(machine->nics[1].connected);
}

TEST(OvfReader, ListsWhatWillBeMissing)
{
    const auto machine = read("virtualbox.ovf");
    ASSERT_TRUE(machine);
    EXPECT_TRUE(loses(*machine, Loss::SharedFolder, QStringLiteral("exchange")));
    EXPECT_TRUE(loses(*machine, Loss::Acceleration3d));
    EXPECT_FALSE(loses(*machine, Loss::SerialPort));
}

TEST(OvfReader, ReadsWhatVMwareWrites)
{
    const auto machine = read("vmware.ovf");
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"Domain controller");
    EXPECT_EQ(machine->os.shortId, u"win2k19");
    EXPECT_TRUE(machine->os.isWindows);
    EXPECT_EQ(machine->vcpus, 4);
    EXPECT_EQ(machine->coresPerSocket, 2);
    EXPECT_EQ(machine->memory, Bytes::gib(8));
    EXPECT_EQ(machine->firmware, ForeignFirmware::SecureBoot);
    ASSERT_EQ(machine->disks.size(), 3u);
    EXPECT_EQ(machine->disks[0].controllerModel, u"lsisas1068");
    EXPECT_TRUE(machine->disks[0].isGzipped);
    EXPECT_EQ(machine->disks[0].chunkSize, Bytes::gib(1));
    EXPECT_EQ(machine->disks[0].fileSize, Bytes(1234567890));
    EXPECT_TRUE(machine->disks[1].file.isEmpty()) << "a blank one";
    EXPECT_EQ(machine->disks[1].capacity, Bytes::gib(16));
    EXPECT_EQ(machine->disks[1].controller, 1);
    EXPECT_EQ(machine->disks[2].file, u"tools.iso");
    ASSERT_EQ(machine->nics.size(), 1u);
    EXPECT_EQ(machine->nics[0].model, u"vmxnet3");
    EXPECT_EQ(machine->nics[0].kind, ForeignNic::Network::Named);
    EXPECT_EQ(machine->nics[0].network, u"VM Network");
    EXPECT_TRUE(loses(*machine, Loss::ControllerReplaced, QStringLiteral("lsilogic")));
    EXPECT_TRUE(loses(*machine, Loss::FloppyDropped));
    EXPECT_TRUE(loses(*machine, Loss::Properties, QStringLiteral("admin.password")));
}

TEST(OvfReader, ReadsWhatVirtV2vWritesForOVirt)
{
    const auto machine = read("virt-v2v.ovf");
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"mail");
    EXPECT_EQ(machine->os.shortId, u"rhel8.0");
    EXPECT_EQ(machine->vcpus, 2);
    EXPECT_EQ(machine->coresPerSocket, 2);
    EXPECT_EQ(machine->memory, Bytes::gib(4));
    ASSERT_EQ(machine->disks.size(), 1u);
    EXPECT_EQ(machine->disks[0].file, u"5d1b7a52/0b9e7f3a");
    EXPECT_EQ(machine->disks[0].format, u"raw");
    EXPECT_EQ(machine->disks[0].bus, ForeignBus::Virtio);
    ASSERT_EQ(machine->nics.size(), 1u);
    EXPECT_EQ(machine->nics[0].mac, u"52:54:00:ab:cd:ef");
    EXPECT_EQ(machine->nics[0].model, u"virtio");
    EXPECT_TRUE(machine->losses.empty()) << int(machine->losses.front().kind);
}

TEST(OvfReader, ReadsTheItemsOfVersion2AndTheFirstOfSeveralMachines)
{
    const auto machine = read("ovf2.ovf");
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->name, u"router-a");
    EXPECT_TRUE(machine->os.isLinux);
    EXPECT_EQ(machine->memory, Bytes::gib(1));
    ASSERT_EQ(machine->disks.size(), 1u);
    EXPECT_EQ(machine->disks[0].format, u"qcow2");
    EXPECT_EQ(machine->disks[0].capacity, Bytes::gib(2));
    EXPECT_EQ(machine->disks[0].controllerModel, u"virtio-scsi");
    ASSERT_EQ(machine->nics.size(), 1u);
    EXPECT_EQ(machine->nics[0].mac, u"00:50:56:01:02:03");
    EXPECT_EQ(machine->nics[0].model, u"e1000e");
    EXPECT_TRUE(loses(*machine, Loss::OtherMachines, QStringLiteral("1")));
}

TEST(OvfReader, ReadsUtf16WithAByteOrderMark)
{
    const auto text = QString::fromUtf8(small());
    QByteArray bytes("\xff\xfe", 2);
    bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    const auto machine = readOvf(bytes);
    ASSERT_TRUE(machine) << machine.error().message.toStdString();
    EXPECT_EQ(machine->disks.size(), 1u);
}

TEST(OvfReader, RefusesDocumentTypesSoThatNoEntityIsEverDeclared)
{
    auto bytes = small();
    bytes.prepend("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>");
    const auto machine = readOvf(bytes);
    ASSERT_FALSE(machine);
    EXPECT_EQ(machine.error().kind, Error::Kind::InvalidInput);
}

TEST(OvfReader, RefusesADiskThatIsNotDescribed)
{
    const auto machine = readOvf(small().replace("ovf:/disk/d", "ovf:/disk/other"));
    ASSERT_FALSE(machine);
    EXPECT_EQ(machine.error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(machine.error().detail, u"ovf:/disk/other");
}

TEST(OvfReader, RefusesAFileThatIsNotDescribed)
{
    EXPECT_FALSE(readOvf(small().replace("ovf:fileRef='f'", "ovf:fileRef='g'")));
}

TEST(OvfReader, RefusesWhatIsTooLargeOrTooManyOrNoEnvelope)
{
    EXPECT_FALSE(readOvf(QByteArray("<Envelope>") + QByteArray(5 << 20, ' ') + "</Envelope>"));
    EXPECT_FALSE(readOvf("<domain/>"));
    EXPECT_FALSE(readOvf("<Envelope/>"));
    EXPECT_FALSE(readOvf(""));
    auto many = small();
    many.replace("</VirtualHardwareSection>", QByteArray("<Item/>").repeated(2000) + "</VirtualHardwareSection>");
    EXPECT_FALSE(readOvf(many));
}

TEST(OvfReader, TakesNumbersOutOfAllBoundsForTheBound)
{
    auto bytes = small();
    bytes.replace("</VirtualHardwareSection>",
                  "<Item><rasd:ResourceType>3</rasd:ResourceType><rasd:VirtualQuantity>99999999999999999999999</rasd:VirtualQuantity></Item>"
                  "<Item><rasd:ResourceType>4</rasd:ResourceType><rasd:AllocationUnits>byte * 2^99</rasd:AllocationUnits>"
                  "<rasd:VirtualQuantity>18446744073709551615</rasd:VirtualQuantity></Item></VirtualHardwareSection>");
    const auto machine = readOvf(bytes);
    ASSERT_TRUE(machine);
    EXPECT_EQ(machine->vcpus, 4096);
    EXPECT_EQ(machine->memory, Bytes(1ULL << 60));
}
