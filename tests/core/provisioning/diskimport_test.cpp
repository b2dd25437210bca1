// SPDX-License-Identifier: GPL-3.0-or-later
// Disks brought into a pool whose folder this account may write to, on libvirt's test driver. The way through libvirt's upload is
// shown on a real one (tests/e2e).
#include "core/provisioning/diskimport.h"

#include "core/libvirt/connection.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace {

class DiskImportTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(QDir(folder.path()).mkpath(QStringLiteral("pool")));
        QFile node(folder.filePath(QStringLiteral("node.xml")));
        ASSERT_TRUE(node.open(QIODevice::WriteOnly));
        node.write("<node><pool type='dir'><name>images</name><target><path>" + QFile::encodeName(poolFolder()) + "</path></target></pool></node>");
        node.close();
        auto opened = away([uri = QStringLiteral("test://") + node.fileName()] { return connections::open(uri, Access::Full); });
        ASSERT_TRUE(opened) << opened.error().message.toStdString();
        connection = *opened;
        disk = folder.filePath(QStringLiteral("disk.vmdk"));
        run(QStringLiteral("qemu-img"), {QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-O"), QStringLiteral("vmdk"), content(), disk});
    }
    void TearDown() override
    {
        away([this] { connection = {}; });
    }

    QString poolFolder() const { return folder.filePath(QStringLiteral("pool")); }
    QString content() const
    {
        QFile file(folder.filePath(QStringLiteral("content.raw")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("boot record" + QByteArray((4 << 20) - 11, '\1'));
        return file.fileName();
    }
    static void run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        ASSERT_TRUE(process.waitForFinished() && process.exitCode() == 0) << process.readAllStandardError().constData();
    }
    static bool isSame(const QString &a, const QString &b)
    {
        QProcess process;
        process.start(QStringLiteral("qemu-img"), {QStringLiteral("compare"), QStringLiteral("-q"), a, b});
        return process.waitForFinished() && process.exitCode() == 0;
    }
    /// Runs the import and, where it fails, what takes it back; the folder then says what is left.
    Result<PlacedDisk> import(DiskUse use, Bytes size = {})
    {
        return away([&]() -> Result<PlacedDisk> {
            const auto image = examineDisk(disk);
            if (!image)
                return failure(image.error());
            Worksite site{connection, survey, control};
            auto placed = importDisk(site, {disk, *image, use, QStringLiteral("guest"), QStringLiteral("images"), size});
            if (!placed || takesBack)
                leftovers = site.undo.run();
            return placed;
        });
    }
    QStringList inPool() const { return QDir(poolFolder()).entryList(QDir::Files); }

    QTemporaryDir folder;
    ConnectHandle connection;
    HostSurvey survey = samples::testHost();
    JobControl control;
    QString disk;
    QStringList leftovers;
    bool takesBack = false;
};

} // namespace

TEST_F(DiskImportTest, ConvertsToWhatThePoolHoldsBest)
{
    const auto placed = import(DiskUse::Convert);
    ASSERT_TRUE(placed) << placed.error().message.toStdString();
    EXPECT_EQ(placed->path, poolFolder() + QStringLiteral("/guest.qcow2"));
    EXPECT_EQ(placed->format, u"qcow2");
    EXPECT_TRUE(isSame(placed->path, disk));
}

TEST_F(DiskImportTest, CopiesAsItIs)
{
    const auto placed = import(DiskUse::Copy);
    ASSERT_TRUE(placed) << placed.error().message.toStdString();
    EXPECT_EQ(placed->path, poolFolder() + QStringLiteral("/guest.vmdk"));
    EXPECT_EQ(placed->format, u"vmdk");
    QFile from(disk), to(placed->path);
    ASSERT_TRUE(from.open(QIODevice::ReadOnly) && to.open(QIODevice::ReadOnly));
    EXPECT_EQ(from.readAll(), to.readAll());
}

TEST_F(DiskImportTest, UnpacksOnTheWay)
{
    run(QStringLiteral("gzip"), {disk});
    disk += QStringLiteral(".gz");
    for (const auto use : {DiskUse::Copy, DiskUse::Convert}) {
        const auto placed = import(use);
        ASSERT_TRUE(placed) << placed.error().message.toStdString();
        EXPECT_TRUE(isSame(placed->path, content()));
    }
    EXPECT_EQ(inPool(), QStringList({QStringLiteral("guest.qcow2"), QStringLiteral("guest.vmdk")}));
}

TEST_F(DiskImportTest, MakesOneOfADiskAndWhatItStandsOn)
{
    const auto base = disk;
    disk = folder.filePath(QStringLiteral("top.qcow2"));
    run(QStringLiteral("qemu-img"), {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-F"),
                                     QStringLiteral("vmdk"), QStringLiteral("-b"), base, disk});
    const auto placed = import(DiskUse::Copy);
    ASSERT_TRUE(placed) << placed.error().message.toStdString();
    EXPECT_TRUE(examineDisk(placed->path)->chain.isEmpty());
    EXPECT_TRUE(isSame(placed->path, content()));
}

TEST_F(DiskImportTest, TakesTheNextFreeNameAndTouchesNoOtherFile)
{
    QFile taken(poolFolder() + QStringLiteral("/guest.qcow2"));
    ASSERT_TRUE(taken.open(QIODevice::WriteOnly));
    taken.write("somebody's");
    taken.close();
    const auto placed = import(DiskUse::Convert);
    ASSERT_TRUE(placed) << placed.error().message.toStdString();
    EXPECT_EQ(placed->path, poolFolder() + QStringLiteral("/guest-2.qcow2"));
    ASSERT_TRUE(taken.open(QIODevice::ReadOnly));
    EXPECT_EQ(taken.readAll(), "somebody's");
}

TEST_F(DiskImportTest, GrowsToTheWantedSizeAndNeverShrinks)
{
    const auto larger = import(DiskUse::Convert, Bytes::mib(32));
    ASSERT_TRUE(larger);
    EXPECT_EQ(examineDisk(larger->path)->virtualSize, Bytes::mib(32));
    const auto smaller = import(DiskUse::Convert, Bytes::mib(1));
    ASSERT_TRUE(smaller);
    EXPECT_EQ(examineDisk(smaller->path)->virtualSize, Bytes::mib(4));
}

TEST_F(DiskImportTest, LeavesNothingWhenItIsTakenBack)
{
    takesBack = true;
    ASSERT_TRUE(import(DiskUse::Convert));
    EXPECT_TRUE(leftovers.isEmpty());
    EXPECT_TRUE(inPool().isEmpty());
}

TEST_F(DiskImportTest, LeavesNothingWhenItIsCancelledOrTheImageIsBroken)
{
    control.cancel();
    const auto cancelled = import(DiskUse::Convert);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().kind, Error::Kind::Cancelled);
    EXPECT_TRUE(inPool().isEmpty());
    control = {};
    QFile file(disk);
    ASSERT_TRUE(file.resize(600)); // the header is there, and nothing that it leads to
    EXPECT_FALSE(import(DiskUse::Convert));
    EXPECT_TRUE(inPool().isEmpty());
}
