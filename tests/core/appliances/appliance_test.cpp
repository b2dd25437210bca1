// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/appliance.h"

#include "core/async/lane.h"

#include "../support/tarof.h"
#include "../testdata.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <unistd.h>

namespace {

QByteArray vmdk()
{
    QByteArray head(10 * 512, '\0');
    head.replace(0, 4, "KDMV");
    qToLittleEndian(quint64(2048), head.data() + 12);
    return head;
}

QByteArray qcow2(quint64 backing = 0)
{
    QByteArray head(512, '\0');
    head.replace(0, 8, QByteArray("QFI\xfb\0\0\0\3", 8));
    qToBigEndian(backing, head.data() + 8);
    return head;
}

QByteArray ovf(const QByteArray &href = "a.vmdk", const QByteArray &extra = {})
{
    return "<Envelope xmlns:ovf='o' xmlns:rasd='r'><References><File ovf:id='f' ovf:href='" + href + "' " + extra
        + "/></References><DiskSection><Disk ovf:diskId='d' ovf:fileRef='f' ovf:capacity='1048576' ovf:format='vmdk.html'/></DiskSection>"
          "<VirtualSystem ovf:id='x'><Name>small</Name><VirtualHardwareSection>"
          "<Item><rasd:ResourceType>17</rasd:ResourceType><rasd:HostResource>ovf:/disk/d</rasd:HostResource></Item>"
          "</VirtualHardwareSection></VirtualSystem></Envelope>";
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

class ApplianceTest : public testing::Test {
protected:
    QString put(const QString &name, const QByteArray &bytes)
    {
        const auto path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
        return path;
    }
    /// Compressed by the system's own program.
    QString gzip(const QString &path)
    {
        EXPECT_EQ(QProcess::execute(QStringLiteral("gzip"), {QStringLiteral("-f"), path}), 0);
        return path + QStringLiteral(".gz");
    }
    void expectError(const QString &path, Error::Kind kind)
    {
        const auto opened = openAppliance(path);
        ASSERT_FALSE(opened) << path.toStdString();
        EXPECT_EQ(int(opened.error().kind), int(kind)) << opened.error().message.toStdString();
    }
    QTemporaryDir folder;
};

} // namespace

TEST_F(ApplianceTest, LocatesADiskInsideOfAnOva)
{
    const auto description = ovf();
    const auto manifest = "SHA256(x.ovf)= " + sha256(description) + "\nSHA256(a.vmdk)= " + sha256(vmdk()) + '\n';
    const auto tar = tarOf({{"x.ovf", description}, {"x.mf", manifest}, {"a.vmdk", vmdk()}});
    const auto opened = openAppliance(put(QStringLiteral("x.ova"), tar));
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_EQ(opened->kind, ApplianceKind::Ovf);
    EXPECT_EQ(opened->machine.name, u"small");
    ASSERT_EQ(opened->files.size(), 1u);
    ASSERT_EQ(opened->files[0].pieces.size(), 1u);
    EXPECT_EQ(tar.mid(qsizetype(opened->files[0].pieces[0].offset), 4), "KDMV");
    EXPECT_EQ(opened->files[0].format, u"vmdk");
    ASSERT_EQ(opened->digests.size(), 1u) << "the description's own is checked at once";
    EXPECT_EQ(digestOf(opened->digests[0].file, opened->digests[0].line.algorithm).value(), opened->digests[0].line.digest);
}

TEST_F(ApplianceTest, OpensAPackageInAFolderByItsFileOrItsFolder)
{
    const auto path = put(QStringLiteral("x.ovf"), ovf());
    put(QStringLiteral("a.vmdk"), vmdk());
    ASSERT_TRUE(openAppliance(path));
    const auto opened = openAppliance(folder.path());
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_TRUE(opened->files[0].pieces[0].isWhole);
    EXPECT_EQ(opened->files[0].pieces[0].path, folder.filePath(QStringLiteral("a.vmdk")));
}

TEST_F(ApplianceTest, NamesTheDiskThatIsMissing)
{
    const auto opened = openAppliance(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf()}})));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, Error::Kind::NotFound);
    EXPECT_EQ(opened.error().detail, u"a.vmdk");
}

TEST_F(ApplianceTest, RefusesADescriptionThatDoesNotHaveTheManifestsDigest)
{
    const auto manifest = "SHA256(x.ovf)= " + sha256("another") + '\n';
    expectError(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf()}, {"x.mf", manifest}, {"a.vmdk", vmdk()}})), Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, RefusesWrongSizes)
{
    expectError(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf("a.vmdk", "ovf:size='17'")}, {"a.vmdk", vmdk()}})), Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, RefusesPackagesThatNameFilesElsewhere)
{
    for (const auto *href : {"../a.vmdk", "/etc/hostname", "sub/../../a.vmdk"}) {
        expectError(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf(href)}, {"a.vmdk", vmdk()}})), Error::Kind::InvalidInput);
        expectError(put(QStringLiteral("y/x.ovf"), ovf(href)), Error::Kind::InvalidInput);
    }
}

TEST_F(ApplianceTest, RefusesALinkThatLeadsOutOfAPackage)
{
    const auto path = put(QStringLiteral("y/x.ovf"), ovf());
    const auto secret = put(QStringLiteral("secret"), vmdk());
    ASSERT_EQ(::symlink(secret.toLocal8Bit().constData(), folder.filePath(QStringLiteral("y/a.vmdk")).toLocal8Bit().constData()), 0);
    expectError(path, Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, RefusesDisksInATarWhoseContentIsElsewhere)
{
    const QByteArray text = "# Disk DescriptorFile\nRW 100 FLAT \"/etc/shadow\" 0\n";
    expectError(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf()}, {"a.vmdk", text}})), Error::Kind::InvalidInput);
    const auto box = tarOf({{"metadata.json", "{\"provider\":\"libvirt\"}"}, {"box.img", qcow2(4096)}});
    expectError(put(QStringLiteral("x.box"), box), Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, RefusesADiskThatIsNotWhatTheDescriptionSays)
{
    expectError(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf()}, {"a.vmdk", QByteArray(4096, 'x')}})), Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, OpensACompressedVagrantBox)
{
    const auto tar = tarOf({{"./metadata.json", "{\"provider\":\"libvirt\",\"virtual_size\":1}"}, {"./Vagrantfile", "v.cpus = 3\n"}, {"./box.img", qcow2()}});
    const auto opened = openAppliance(gzip(put(QStringLiteral("debian.box"), tar)));
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_EQ(opened->kind, ApplianceKind::Vagrant);
    EXPECT_EQ(opened->machine.vcpus, 3);
    ASSERT_EQ(opened->files.size(), 1u);
    EXPECT_EQ(opened->files[0].member, u"./box.img");
    EXPECT_TRUE(opened->files[0].pieces.empty());
}

TEST_F(ApplianceTest, OpensAVagrantBoxOfVirtualBox)
{
    const auto tar = tarOf({{"metadata.json", "{\"provider\":\"virtualbox\"}"}, {"Vagrantfile", "  config.vm.base_mac = \"080027C0FFEE\"\n"},
                            {"box.ovf", ovf("box-disk001.vmdk")}, {"box-disk001.vmdk", vmdk()}});
    const auto opened = openAppliance(put(QStringLiteral("v.box"), tar));
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_EQ(opened->kind, ApplianceKind::Vagrant);
    EXPECT_EQ(opened->files[0].format, u"vmdk");
}

TEST_F(ApplianceTest, RefusesLinksInACompressedBox)
{
    const auto tar = tarOf({{"metadata.json", "{\"provider\":\"libvirt\"}"}, {"box.img", {}, '2', "/etc/shadow"}});
    expectError(gzip(put(QStringLiteral("x.box"), tar)), Error::Kind::InvalidInput);
    expectError(gzip(put(QStringLiteral("y.box"), tarOf({{"../metadata.json", "{}"}}))), Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, RefusesATextThatUnpacksWithoutEnd)
{
    const auto tar = tarOf({{"metadata.json", QByteArray(64 << 20, ' ')}, {"box.img", qcow2()}});
    expectError(gzip(put(QStringLiteral("bomb.box"), tar)), Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, RefusesACompressedBoxThatIsCutShort)
{
    const auto path = gzip(put(QStringLiteral("x.box"), tarOf({{"metadata.json", "{\"provider\":\"libvirt\"}"}, {"box.img", qcow2() + QByteArray(9999, 'x')}})));
    QFile file(path);
    ASSERT_TRUE(file.resize(file.size() / 2));
    expectError(path, Error::Kind::InvalidInput);
}

TEST_F(ApplianceTest, FindsDisksOfAMovedMachineBesideItsDescription)
{
    auto xml = testdata::bytes(QStringLiteral("appliances/data/boxes.xml"));
    put(QStringLiteral("fedora"), qcow2());
    const auto opened = openAppliance(put(QStringLiteral("fedora.xml"), xml));
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_EQ(opened->kind, ApplianceKind::Domain);
    EXPECT_EQ(opened->files[0].pieces[0].path, folder.filePath(QStringLiteral("fedora")));
    EXPECT_TRUE(opened->files[1].isEmpty()) << "it is on a server";
}

TEST_F(ApplianceTest, TakesVirtualBoxsBackslashesAndForgetsTheOtherComputersImages)
{
    put(QStringLiteral("Office.vdi"), QByteArray(0x40, 'x') + QByteArray("\x7f\x10\xda\xbe", 4) + QByteArray(600, '\0'));
    QFile::copy(testdata::path(QStringLiteral("appliances/data/office.vbox")), folder.filePath(QStringLiteral("office.vbox")));
    QDir().mkpath(folder.filePath(QStringLiteral("Snapshots")));
    put(QStringLiteral("Snapshots/{33333333-3333-4333-8333-333333333333}.vhd"), "conectix" + QByteArray(600, '\0'));
    const auto opened = openAppliance(folder.filePath(QStringLiteral("office.vbox")));
    ASSERT_TRUE(opened) << opened.error().message.toStdString() << opened.error().detail.toStdString();
    EXPECT_EQ(opened->files[0].format, u"vdi");
    EXPECT_TRUE(opened->files[1].isEmpty()) << "the drive's image stayed behind";
    EXPECT_EQ(opened->files[2].format, u"vpc");
}

TEST_F(ApplianceTest, TakesTheDisksOfAHyperVExportAndSaysThatNothingElseIsKnown)
{
    put(QStringLiteral("Virtual Machines/A.vmcx"), "binary");
    put(QStringLiteral("Virtual Hard Disks/dc.vhdx"), "vhdxfile" + QByteArray(600, '\0'));
    for (const auto &path : {folder.path(), folder.filePath(QStringLiteral("Virtual Machines/A.vmcx"))}) {
        const auto opened = openAppliance(path);
        ASSERT_TRUE(opened) << opened.error().message.toStdString();
        EXPECT_EQ(opened->kind, ApplianceKind::HyperV);
        EXPECT_EQ(opened->machine.name, u"dc");
        EXPECT_EQ(opened->machine.losses.front().kind, ForeignLoss::Kind::HardwareUnknown);
        EXPECT_EQ(opened->machine.firmware, ForeignFirmware::Uefi);
    }
}

TEST_F(ApplianceTest, JoinsTheNamesOfADiskInPieces)
{
    const auto path = put(QStringLiteral("x.ovf"), ovf("a.vmdk", "ovf:chunkSize='600' ovf:size='1100'"));
    put(QStringLiteral("a.vmdk.000000000"), vmdk().left(600));
    expectError(path, Error::Kind::InvalidInput);
    put(QStringLiteral("a.vmdk.000000001"), QByteArray(500, 'x'));
    const auto opened = openAppliance(path);
    ASSERT_TRUE(opened) << opened.error().message.toStdString();
    EXPECT_EQ(opened->files[0].pieces.size(), 2u);
    EXPECT_EQ(opened->files[0].size, Bytes(1100));
}

TEST_F(ApplianceTest, SaysWhatIsNoAppliance)
{
    expectError(put(QStringLiteral("a.txt"), "hello"), Error::Kind::InvalidInput);
    expectError(put(QStringLiteral("a.ova"), tarOf({{"readme", "x"}})), Error::Kind::InvalidInput);
    expectError(put(QStringLiteral("b.ova"), tarOf({{"a.ovf", ovf()}, {"b.ovf", ovf()}})), Error::Kind::InvalidInput);
    expectError(folder.filePath(QStringLiteral("nowhere")), Error::Kind::NotFound);
    EXPECT_TRUE(looksLikeAppliance(QStringLiteral("/x/A.OVA")));
    EXPECT_FALSE(looksLikeAppliance(QStringLiteral("/x/a.iso")));
}
