// SPDX-License-Identifier: GPL-3.0-or-later
// Images as QEMU's own tool makes them, and hostile ones written byte by byte.
#include "core/provisioning/diskimage.h"

#include "core/provisioning/filecopy.h"
#include "core/provisioning/qemuimg.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <sys/stat.h>

namespace {

class DiskImageTest : public testing::Test {
protected:
    QString path(const QString &name) const { return folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    static bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0;
    }
    QString made(const QString &format, const QString &name, const QStringList &options = {}) const
    {
        EXPECT_TRUE(run(QStringLiteral("qemu-img"), QStringList{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), format} + options
                                                        + QStringList{path(name), QStringLiteral("8M")}));
        return path(name);
    }
    QString overlay(const QString &base, const QString &name, bool saysFormat = true) const
    {
        QStringList arguments{QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-u"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), base};
        if (saysFormat)
            arguments += {QStringLiteral("-F"), QStringLiteral("qcow2")};
        EXPECT_TRUE(run(QStringLiteral("qemu-img"), arguments + QStringList{path(name), QStringLiteral("8M")}));
        return path(name);
    }
    /// A qcow2 of version 2, as old programs made it, with any name for its backing file.
    static QByteArray oldOverlay(const QByteArray &base)
    {
        QByteArray image(65536, '\0');
        image.replace(0, 4, "QFI\xfb");
        qToBigEndian<quint32>(2, image.data() + 4);
        qToBigEndian<quint64>(512, image.data() + 8);
        qToBigEndian<quint32>(quint32(base.size()), image.data() + 16);
        qToBigEndian<quint64>(8 << 20, image.data() + 24);
        image.replace(512, base.size(), base);
        return image;
    }
    static Error::Kind refusal(const QString &image)
    {
        const auto examined = examineDisk(image);
        EXPECT_FALSE(examined);
        return examined ? Error::Kind::Internal : examined.error().kind;
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(DiskImageTest, KnowsFormatAndSizeOfWhatOtherProgramsMake)
{
    for (const auto &format : {QStringLiteral("qcow2"), QStringLiteral("vmdk"), QStringLiteral("vdi"), QStringLiteral("vhdx"), QStringLiteral("vpc"), QStringLiteral("raw")}) {
        const auto image = examineDisk(made(format, QStringLiteral("disk.") + format));
        ASSERT_TRUE(image) << format.toStdString() << image.error().message.toStdString();
        EXPECT_EQ(image->format, format);
        EXPECT_TRUE(image->packing.isEmpty() && image->chain.isEmpty() && image->extents.isEmpty()) << format.toStdString();
        if (format == u"qcow2" || format == u"vmdk" || format == u"vdi" || format == u"raw") {
            EXPECT_EQ(image->virtualSize, Bytes::mib(8)) << format.toStdString();
        }
    }
}

TEST_F(DiskImageTest, LooksIntoACompressedOne)
{
    const auto disk = made(QStringLiteral("qcow2"), QStringLiteral("disk.qcow2"));
    ASSERT_TRUE(run(QStringLiteral("xz"), {disk}));
    const auto image = examineDisk(disk + QStringLiteral(".xz"));
    ASSERT_TRUE(image) << image.error().message.toStdString();
    EXPECT_EQ(image->packing, u"xz");
    EXPECT_EQ(image->format, u"qcow2");
    EXPECT_EQ(image->virtualSize, Bytes::mib(8));
}

TEST_F(DiskImageTest, NamesTheFilesThatItStandsOnNearestFirst)
{
    made(QStringLiteral("qcow2"), QStringLiteral("base.qcow2"));
    overlay(QStringLiteral("base.qcow2"), QStringLiteral("middle.qcow2"));
    const auto image = examineDisk(overlay(path(QStringLiteral("middle.qcow2")), QStringLiteral("top.qcow2")));
    ASSERT_TRUE(image) << image.error().message.toStdString();
    EXPECT_EQ(image->chain, QStringList({path(QStringLiteral("middle.qcow2")), path(QStringLiteral("base.qcow2"))}));
}

TEST_F(DiskImageTest, RefusesAnAddressForABackingFile)
{
    for (const QByteArray name : {"nbd://evil/disk", "json:{\"driver\":\"file\"}", "http://evil/disk", "fat:/etc", "ssh:x"})
        EXPECT_EQ(refusal(write(QStringLiteral("hostile.qcow2"), oldOverlay(name))), Error::Kind::InvalidInput) << name.constData();
}

TEST_F(DiskImageTest, DoesNotGuessTheFormatOfABackingFile)
{
    made(QStringLiteral("qcow2"), QStringLiteral("base.qcow2"));
    EXPECT_EQ(refusal(write(QStringLiteral("old.qcow2"), oldOverlay("base.qcow2"))), Error::Kind::InvalidInput);
}

TEST_F(DiskImageTest, TellsOfABackingFileThatIsMissing)
{
    EXPECT_EQ(refusal(overlay(QStringLiteral("gone.qcow2"), QStringLiteral("top.qcow2"))), Error::Kind::NotFound);
}

TEST_F(DiskImageTest, LeavesACircleOfBackingFiles)
{
    overlay(QStringLiteral("b.qcow2"), QStringLiteral("a.qcow2"));
    overlay(QStringLiteral("a.qcow2"), QStringLiteral("b.qcow2"));
    EXPECT_EQ(refusal(path(QStringLiteral("a.qcow2"))), Error::Kind::InvalidInput);
}

TEST_F(DiskImageTest, RefusesContentInAnotherFileThanItsOwn)
{
    const auto image = made(QStringLiteral("qcow2"), QStringLiteral("outside.qcow2"), {QStringLiteral("-o"), QStringLiteral("data_file=") + path(QStringLiteral("data.raw"))});
    EXPECT_EQ(refusal(image), Error::Kind::InvalidInput);
}

TEST_F(DiskImageTest, TakesTheExtentsOfAVmdkFromItsOwnFolderOnly)
{
    const auto split = made(QStringLiteral("vmdk"), QStringLiteral("split.vmdk"), {QStringLiteral("-o"), QStringLiteral("subformat=monolithicFlat")});
    const auto image = examineDisk(split);
    ASSERT_TRUE(image) << image.error().message.toStdString();
    EXPECT_EQ(image->extents, QStringList(path(QStringLiteral("split-flat.vmdk"))));
    const QByteArray head = "# Disk DescriptorFile\nversion=1\nCID=fffffffe\nparentCID=ffffffff\ncreateType=\"monolithicFlat\"\n\n";
    for (const QByteArray name : {"/etc/shadow", "../secret", "sub/secret", "..\\secret"})
        EXPECT_EQ(refusal(write(QStringLiteral("hostile.vmdk"), head + "RW 16384 FLAT \"" + name + "\" 0\n")), Error::Kind::InvalidInput) << name.constData();
    EXPECT_EQ(refusal(write(QStringLiteral("delta.vmdk"), head + "parentFileNameHint=\"/etc/shadow\"\n")), Error::Kind::InvalidInput);
}

TEST_F(DiskImageTest, SurvivesImagesCutAnywhere)
{
    made(QStringLiteral("qcow2"), QStringLiteral("base.qcow2"));
    QFile whole(overlay(QStringLiteral("base.qcow2"), QStringLiteral("top.qcow2")));
    ASSERT_TRUE(whole.open(QIODevice::ReadOnly));
    const auto head = whole.read(1024);
    for (qsizetype length = 1; length < head.size(); length += 7) {
        const auto examined = examineDisk(write(QStringLiteral("cut.qcow2"), head.left(length)));
        // Short of its name of the base it is damaged; a length that holds less than a header is no qcow2 at all.
        if (examined) {
            EXPECT_TRUE(examined->format == u"raw" || examined->chain.size() == 1) << length;
        }
    }
}

TEST_F(DiskImageTest, KnowsADiscImage)
{
    QByteArray disc(20 * 2048, '\0');
    disc.replace(16 * 2048, 6, QByteArray("\x01" "CD001", 6));
    const auto image = examineDisk(write(QStringLiteral("disc.img"), disc));
    ASSERT_TRUE(image);
    EXPECT_TRUE(image->isIso);
}

TEST_F(DiskImageTest, IsConvertedWithProgressAndCanBeGrown)
{
    const auto source = write(QStringLiteral("disk.raw"), QByteArray(24 << 20, 'x'));
    const auto target = path(QStringLiteral("disk.qcow2"));
    std::vector<double> told;
    ASSERT_TRUE(qemuimg::convert(source, QStringLiteral("raw"), target, QStringLiteral("qcow2"), {[&told](double part) { told.push_back(part); }, {}}));
    ASSERT_FALSE(told.empty());
    EXPECT_DOUBLE_EQ(told.back(), 1.0);
    ASSERT_TRUE(qemuimg::grow(target, QStringLiteral("qcow2"), Bytes::mib(64)));
    EXPECT_EQ(examineDisk(target)->virtualSize, Bytes::mib(64));
}

TEST_F(DiskImageTest, SaysWhatTheToolDidNotLike)
{
    const auto source = write(QStringLiteral("disk.qcow2"), "no image at all, and rather short");
    const auto done = qemuimg::convert(source, QStringLiteral("qcow2"), path(QStringLiteral("out")), QStringLiteral("raw"), {});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::InvalidInput);
    EXPECT_FALSE(done.error().message.isEmpty());
}

TEST_F(DiskImageTest, ConversionStopsWhenTold)
{
    const auto source = write(QStringLiteral("disk.raw"), QByteArray(4 << 20, 'x'));
    const auto done = qemuimg::convert(source, QStringLiteral("raw"), path(QStringLiteral("out")), QStringLiteral("qcow2"), {{}, [] { return true; }});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::Cancelled);
}

TEST_F(DiskImageTest, FilesAreCopiedWithTheirHoles)
{
    QByteArray content = "start" + QByteArray(16 << 20, '\0') + "end";
    const auto source = path(QStringLiteral("sparse"));
    {
        QFile file(source);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("start");
        file.seek(5 + (16 << 20));
        file.write("end");
    }
    const auto target = path(QStringLiteral("copy"));
    ASSERT_TRUE(copyFile(source, target, {}));
    QFile copy(target);
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    EXPECT_EQ(copy.readAll(), content);
    struct stat status = {};
    ASSERT_EQ(::stat(QFile::encodeName(target).constData(), &status), 0);
    EXPECT_LT(status.st_blocks * 512, 1 << 20);
    EXPECT_EQ(copyFile(source, target, {}).error().kind, Error::Kind::AlreadyExists);
}

TEST_F(DiskImageTest, ACopyThatIsStoppedLeavesNothing)
{
    const auto source = write(QStringLiteral("big"), QByteArray(24 << 20, 'x'));
    const auto target = path(QStringLiteral("copy"));
    const auto done = copyFile(source, target, {{}, [] { return true; }});
    if (!done) { // a file system that shares blocks is done at once
        EXPECT_EQ(done.error().kind, Error::Kind::Cancelled);
        EXPECT_FALSE(QFile::exists(target));
    }
    EXPECT_EQ(copyFile(path(QStringLiteral("none")), path(QStringLiteral("x")), {}).error().kind, Error::Kind::NotFound);
}
