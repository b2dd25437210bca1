// SPDX-License-Identifier: GPL-3.0-or-later
// Appliances brought into a pool whose folder this account may write to, on libvirt's test driver.
#include "core/provisioning/applianceimport.h"

#include "core/appliances/appliance.h"
#include "core/appliances/manifest.h"
#include "core/libvirt/connection.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/support/tarof.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace {

class ApplianceImportTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(QDir(folder.path()).mkpath(QStringLiteral("pool")) && QDir(folder.path()).mkpath(QStringLiteral("cache")));
        qputenv("XDG_CACHE_HOME", QFile::encodeName(folder.filePath(QStringLiteral("cache"))));
        put(QStringLiteral("node.xml"),
            "<node><pool type='dir'><name>images</name><target><path>" + QFile::encodeName(poolFolder()) + "</path></target></pool></node>");
        auto opened = away([uri = QStringLiteral("test://") + folder.filePath(QStringLiteral("node.xml"))] { return connections::open(uri, Access::Full); });
        ASSERT_TRUE(opened) << opened.error().message.toStdString();
        connection = *opened;
        raw = put(QStringLiteral("content.raw"), "boot record" + QByteArray((4 << 20) - 11, '\1'));
    }
    void TearDown() override
    {
        away([this] { connection = {}; });
    }

    QString poolFolder() const { return folder.filePath(QStringLiteral("pool")); }
    QString put(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
        return file.fileName();
    }
    static void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        ASSERT_TRUE(process.waitForFinished() && process.exitCode() == 0) << process.readAllStandardError().constData();
    }
    QByteArray converted(const QString &format, const QStringList &options = {})
    {
        const auto target = folder.filePath(QStringLiteral("converted"));
        run(QStringLiteral("qemu-img"), QStringList{QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"), format} + options + QStringList{raw, target});
        QFile file(target);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    QByteArray streamed() { return converted(QStringLiteral("vmdk"), {QStringLiteral("-o"), QStringLiteral("subformat=streamOptimized")}); }
    static QByteArray ovf(const QByteArray &file, const QByteArray &extra = {})
    {
        return "<Envelope xmlns:ovf='o' xmlns:rasd='r'><References><File ovf:id='f' ovf:href='" + file + "' " + extra
            + "/></References><DiskSection><Disk ovf:diskId='d' ovf:fileRef='f' ovf:capacity='4194304' ovf:format='vmdk.html'/>"
              "<Disk ovf:diskId='blank' ovf:capacity='1048576'/></DiskSection>"
              "<VirtualSystem ovf:id='x'><VirtualHardwareSection><Item><rasd:InstanceID>1</rasd:InstanceID><rasd:ResourceType>20</rasd:ResourceType>"
              "<rasd:ResourceSubType>AHCI</rasd:ResourceSubType></Item>"
              "<Item><rasd:ResourceType>17</rasd:ResourceType><rasd:Parent>1</rasd:Parent><rasd:HostResource>ovf:/disk/d</rasd:HostResource></Item>"
              "</VirtualHardwareSection></VirtualSystem></Envelope>";
    }
    static QByteArray manifest(const QByteArray &file, const QByteArray &content)
    {
        return writeManifest({{QString::fromUtf8(file), QCryptographicHash::Sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()}});
    }
    Result<PlacedMedia> import(const QString &path)
    {
        return away([&]() -> Result<PlacedMedia> {
            const auto opened = openAppliance(path);
            if (!opened)
                return failure(opened.error());
            MachineRecipe recipe;
            recipe.source = MediaSource::Appliance;
            recipe.name = QStringLiteral("guest");
            recipe.pool = QStringLiteral("images");
            recipe.mediaPath = path;
            recipe.imported.appliance = std::make_shared<Appliance>(*opened);
            Worksite site{connection, survey, control};
            auto placed = importAppliance(site, recipe);
            if (!placed)
                leftovers = site.undo.run();
            return placed;
        });
    }
    void expectImported(const Result<PlacedMedia> &placed, const QString &bus)
    {
        ASSERT_TRUE(placed) << placed.error().message.toStdString() << placed.error().detail.toStdString();
        ASSERT_EQ(placed->disks.size(), 1u);
        EXPECT_EQ(placed->disks[0].path, poolFolder() + QStringLiteral("/guest.qcow2"));
        EXPECT_EQ(placed->disks[0].bus.text(), bus);
        run(QStringLiteral("qemu-img"), {QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-F"), QStringLiteral("qcow2"), raw, placed->disks[0].path});
        expectNothingBeside(1);
    }
    void expectNothingBeside(qsizetype inPool)
    {
        EXPECT_EQ(QDir(poolFolder()).entryList(QDir::Files).size(), inPool);
        EXPECT_EQ(leftovers, QStringList());
        QDir cache(folder.filePath(QStringLiteral("cache/vivarium")));
        EXPECT_EQ(cache.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    }
    void expectRefused(const QString &path, Error::Kind kind)
    {
        const auto placed = import(path);
        ASSERT_FALSE(placed);
        EXPECT_EQ(int(placed.error().kind), int(kind)) << placed.error().message.toStdString();
        expectNothingBeside(0);
    }

    QTemporaryDir folder;
    ConnectHandle connection;
    HostSurvey survey = samples::testHost();
    JobControl control;
    QString raw;
    QStringList leftovers;
};

} // namespace

TEST_F(ApplianceImportTest, ConvertsADiskWhereItLiesInTheOva)
{
    const auto disk = streamed();
    const auto text = manifest("a.vmdk", disk);
    expectImported(import(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf("a.vmdk")}, {"x.mf", text}, {"a.vmdk", disk}}))), QStringLiteral("sata"));
}

TEST_F(ApplianceImportTest, LeavesNothingOfADiskThatIsNotTheManifests)
{
    const auto text = manifest("a.vmdk", "another");
    expectRefused(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf("a.vmdk")}, {"x.mf", text}, {"a.vmdk", streamed()}})), Error::Kind::InvalidInput);
}

TEST_F(ApplianceImportTest, UnpacksADiskThatIsCompressedAndInPieces)
{
    const auto path = put(QStringLiteral("a.vmdk"), streamed());
    run(QStringLiteral("gzip"), {path});
    QFile packed(path + QStringLiteral(".gz"));
    ASSERT_TRUE(packed.open(QIODevice::ReadOnly));
    const auto bytes = packed.readAll();
    const auto half = bytes.size() / 2;
    put(QStringLiteral("b.vmdk.000000000"), bytes.left(half));
    put(QStringLiteral("b.vmdk.000000001"), bytes.mid(half));
    expectImported(import(put(QStringLiteral("x.ovf"), ovf("b.vmdk", "ovf:compression='gzip' ovf:chunkSize='" + QByteArray::number(half) + "'"))), QStringLiteral("sata"));
}

TEST_F(ApplianceImportTest, UnpacksAVagrantBox)
{
    const auto tar = tarOf({{"metadata.json", "{\"provider\":\"libvirt\",\"virtual_size\":1}"}, {"box.img", converted(QStringLiteral("qcow2"))}});
    const auto path = put(QStringLiteral("x.box"), tar);
    run(QStringLiteral("gzip"), {path});
    ASSERT_TRUE(QFile::rename(path + QStringLiteral(".gz"), path));
    expectImported(import(path), QStringLiteral("virtio"));
}

TEST_F(ApplianceImportTest, StopsUnpackingWhatIsLargerThanTheDiskItSaysItIs)
{
    const auto path = put(QStringLiteral("x.ovf"), ovf("bomb.vmdk", "ovf:compression='gzip'"));
    run(QStringLiteral("gzip"), {QStringLiteral("-S"), QStringLiteral(".z"), put(QStringLiteral("bomb.vmdk"), QByteArray(200 << 20, '\0'))});
    ASSERT_TRUE(QFile::rename(folder.filePath(QStringLiteral("bomb.vmdk.z")), folder.filePath(QStringLiteral("bomb.vmdk"))));
    expectRefused(path, Error::Kind::InvalidInput);
}

TEST_F(ApplianceImportTest, LeavesNothingWhenItIsCancelled)
{
    const auto path = put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf("a.vmdk")}, {"a.vmdk", streamed()}}));
    control.cancel();
    expectRefused(path, Error::Kind::Cancelled);
}

TEST_F(ApplianceImportTest, LeavesNothingOfADiskThatIsDamaged)
{
    auto disk = streamed();
    disk.truncate(70000);
    expectRefused(put(QStringLiteral("x.ova"), tarOf({{"x.ovf", ovf("a.vmdk")}, {"a.vmdk", disk}})), Error::Kind::InvalidInput);
}

TEST_F(ApplianceImportTest, RefusesADiskBesideAPackageThatStandsOnAnotherFile)
{
    put(QStringLiteral("secret"), QByteArray(1 << 20, 's'));
    run(QStringLiteral("qemu-img"), {QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), folder.filePath(QStringLiteral("secret")),
                                     QStringLiteral("-F"), QStringLiteral("raw"), folder.filePath(QStringLiteral("a.qcow2"))});
    expectRefused(put(QStringLiteral("x.ovf"), ovf("a.qcow2").replace("vmdk.html", "qcow")), Error::Kind::InvalidInput);
}
