// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/archives.h"

#include "core/async/lane.h"

#include "../support/tarof.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace {

constexpr auto plenty = Bytes::gib(1);

class ArchivesTest : public testing::Test {
protected:
    void SetUp() override
    {
        const auto loaded = archives();
        ASSERT_TRUE(loaded) << loaded.error().message.toStdString();
        module = *loaded;
    }

    QString path(const QString &name) const { return folder.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }
    static QByteArray contentOf(const QString &file)
    {
        QFile opened(file);
        EXPECT_TRUE(opened.open(QIODevice::ReadOnly));
        return opened.readAll();
    }
    /// With the tools that made the files of this world.
    QString packed(const QString &tool, const QString &file) const
    {
        const QFileInfo info(file);
        QProcess process;
        process.setStandardOutputFile(file + u'.' + tool);
        process.start(tool, {QStringLiteral("-c"), file});
        EXPECT_TRUE(process.waitForFinished() && process.exitCode() == 0);
        return file + u'.' + tool;
    }

    QTemporaryDir folder;
    Archives *module = nullptr;
};

} // namespace

TEST_F(ArchivesTest, ListWhatATarHoldsInItsOrder)
{
    const auto tar = write(QStringLiteral("box.tar"), tarOf({{"metadata.json", "{}"}, {"folder/", {}, '5'}, {"folder/box.img", "disk"}}));
    const auto entries = module->list(tar, 10);
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ(entries->at(0).name, u"metadata.json");
    EXPECT_EQ(entries->at(0).size, Bytes(2));
    EXPECT_EQ(entries->at(1).kind, ArchiveEntry::Kind::Folder);
    EXPECT_EQ(entries->at(2).name, u"folder/box.img");
    EXPECT_TRUE(entries->at(2).isSafe);
}

TEST_F(ArchivesTest, TellNamesThatLeadOutOfTheFolder)
{
    const auto tar = write(QStringLiteral("bad.tar"),
                           tarOf({{"../out"}, {"/etc/passwd"}, {"a/../../b"}, {"..\\out"}, {"C:\\out"}, {"a..b/c"}}));
    const auto entries = module->list(tar, 10);
    ASSERT_TRUE(entries);
    std::vector<bool> safe;
    for (const auto &entry : *entries)
        safe.push_back(entry.isSafe);
    EXPECT_EQ(safe, std::vector({false, false, false, false, false, true}));
}

TEST_F(ArchivesTest, TakeNoLinkForAFile)
{
    const auto tar = write(QStringLiteral("links.tar"), tarOf({{"soft", {}, '2', "/etc/passwd"}, {"hard", {}, '1', "soft"}}));
    const auto entries = module->list(tar, 10);
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->at(0).kind, ArchiveEntry::Kind::Link);
    EXPECT_EQ(entries->at(1).kind, ArchiveEntry::Kind::Link);
    for (const auto &name : {QStringLiteral("soft"), QStringLiteral("hard")}) {
        const auto taken = module->extract(tar, name, path(QStringLiteral("target")), plenty, {});
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().kind, Error::Kind::InvalidInput);
    }
    EXPECT_FALSE(QFile::exists(path(QStringLiteral("target"))));
}

TEST_F(ArchivesTest, StopAtTooManyEntries)
{
    const auto tar = write(QStringLiteral("many.tar"), tarOf(std::vector<Member>(20, {"same"})));
    EXPECT_TRUE(module->list(tar, 20));
    EXPECT_EQ(module->list(tar, 19).error().kind, Error::Kind::InvalidInput);
}

TEST_F(ArchivesTest, ReadAFileWithinItsLimit)
{
    const auto tar = write(QStringLiteral("box.tar"), tarOf({{"first", "12345"}, {"second", "abcdefgh"}}));
    EXPECT_EQ(module->read(tar, QStringLiteral("second"), Bytes(8)).value(), "abcdefgh");
    EXPECT_EQ(module->read(tar, QStringLiteral("second"), Bytes(7)).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(module->read(tar, QStringLiteral("third"), Bytes(7)).error().kind, Error::Kind::NotFound);
}

TEST_F(ArchivesTest, ExtractWithHolesAndLeaveNothingOfWhatFails)
{
    const QByteArray content = "head" + QByteArray(8 << 20, '\0') + "tail";
    const auto tar = write(QStringLiteral("disk.tar"), tarOf({{"disk", content}}));
    const auto target = path(QStringLiteral("disk.img"));
    EXPECT_EQ(module->extract(tar, QStringLiteral("disk"), target, Bytes(4096), {}).error().kind, Error::Kind::InvalidInput);
    EXPECT_FALSE(QFile::exists(target));
    ASSERT_TRUE(module->extract(tar, QStringLiteral("disk"), target, plenty, {}));
    EXPECT_EQ(contentOf(target), content);
    struct stat status = {};
    ASSERT_EQ(::stat(QFile::encodeName(target).constData(), &status), 0);
    EXPECT_LT(status.st_blocks * 512, 1 << 20);
    // What is there already is somebody's.
    EXPECT_EQ(module->extract(tar, QStringLiteral("disk"), target, plenty, {}).error().kind, Error::Kind::AlreadyExists);
    EXPECT_EQ(contentOf(target), content);
}

TEST_F(ArchivesTest, TellHowFarTheyAreAndStopWhenTold)
{
    const auto tar = write(QStringLiteral("disk.tar"), tarOf({{"disk", QByteArray(32 << 20, 'x')}}));
    const auto target = path(QStringLiteral("disk.img"));
    std::vector<Bytes> told;
    Bytes whole;
    ArchiveWatch watch;
    watch.progress = [&](Bytes read, Bytes total) {
        told.push_back(read);
        whole = total;
    };
    watch.isCancelled = [&told] { return told.size() == 3; };
    const auto taken = module->extract(tar, QStringLiteral("disk"), target, plenty, watch);
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, Error::Kind::Cancelled);
    EXPECT_FALSE(QFile::exists(target));
    EXPECT_EQ(whole, Bytes(quint64(QFileInfo(tar).size())));
    ASSERT_EQ(told.size(), 3U);
    EXPECT_LT(told[0], told[1]);
    EXPECT_LT(told[1], told[2]);
}

TEST_F(ArchivesTest, SurviveATarCutAnywhere)
{
    const auto whole = tarOf({{"first", QByteArray(700, 'a')}, {"second", QByteArray(700, 'b')}});
    const auto target = path(QStringLiteral("out"));
    const qsizetype needed = 512 + 1024 + 512 + 700; // two heads, one file filled up to whole blocks, and the other
    for (qsizetype length = 0; length < needed; length += 61) {
        const auto tar = write(QStringLiteral("cut.tar"), whole.left(length));
        EXPECT_FALSE(module->extract(tar, QStringLiteral("second"), target, plenty, {})) << length;
        EXPECT_FALSE(QFile::exists(target)) << length;
    }
}

TEST_F(ArchivesTest, DoNotBelieveASizeThatIsNotThere)
{
    const auto tar = write(QStringLiteral("lie.tar"), tarOf({{"disk", "short", '0', {}, 0x1fffffffffLL}}));
    const auto target = path(QStringLiteral("out"));
    EXPECT_FALSE(module->extract(tar, QStringLiteral("disk"), target, plenty, {}));
    EXPECT_FALSE(module->read(tar, QStringLiteral("disk"), Bytes::mib(1)));
    EXPECT_FALSE(QFile::exists(target));
}

TEST_F(ArchivesTest, DecompressWhatDifferentToolsPacked)
{
    const QByteArray content = "boot" + QByteArray(3 << 20, '\0') + "end";
    for (const auto &tool : {QStringLiteral("gzip"), QStringLiteral("xz"), QStringLiteral("bzip2")}) {
        const auto file = packed(tool, write(QStringLiteral("disk-") + tool, content));
        EXPECT_EQ(module->startOfCompressed(file, 4).value(), "boot") << tool.toStdString();
        const auto target = path(QStringLiteral("from-") + tool);
        ASSERT_TRUE(module->decompress(file, target, plenty, {})) << tool.toStdString();
        EXPECT_EQ(contentOf(target), content) << tool.toStdString();
    }
}

TEST_F(ArchivesTest, TakeNoPlainFileForACompressedOne)
{
    const auto plain = write(QStringLiteral("plain"), QByteArray(5000, 'p'));
    EXPECT_EQ(module->startOfCompressed(plain, 4).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(module->decompress(plain, path(QStringLiteral("out")), plenty, {}).error().kind, Error::Kind::InvalidInput);
    EXPECT_FALSE(QFile::exists(path(QStringLiteral("out"))));
}

TEST_F(ArchivesTest, BoundWhatABombUnpacksTo)
{
    const auto bomb = packed(QStringLiteral("gzip"), write(QStringLiteral("bomb"), QByteArray(64 << 20, '\0')));
    ASSERT_LT(QFileInfo(bomb).size(), 1 << 20);
    const auto target = path(QStringLiteral("out"));
    EXPECT_EQ(module->decompress(bomb, target, Bytes::mib(16), {}).error().kind, Error::Kind::InvalidInput);
    EXPECT_FALSE(QFile::exists(target));
}

TEST_F(ArchivesTest, RefuseWhatIsNoFile)
{
    EXPECT_EQ(module->list(path(QStringLiteral("nothing")), 10).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(module->list(folder.path(), 10).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(module->list(write(QStringLiteral("text"), "no archive at all"), 10).error().kind, Error::Kind::InvalidInput);
}

TEST_F(ArchivesTest, WritesImagesWithLabelAndNames)
{
    const auto image = path(QStringLiteral("seed.iso"));
    ASSERT_TRUE(module->writeIso(image, "CIDATA", {{QStringLiteral("meta-data"), "instance-id: x\n"}, {QStringLiteral("user-data"), QByteArray(5000, 'u')}}));
    EXPECT_EQ(*module->read(image, QStringLiteral("meta-data"), plenty), "instance-id: x\n");
    EXPECT_EQ(module->read(image, QStringLiteral("user-data"), plenty)->size(), 5000);
    QFile file(image);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    ASSERT_TRUE(file.seek(16 * 2048)); // ECMA-119, 8.4: the primary volume descriptor
    const auto descriptor = file.read(2048);
    EXPECT_EQ(descriptor.mid(1, 5), "CD001");
    EXPECT_EQ(descriptor.mid(40, 32).trimmed(), "CIDATA");
}

TEST_F(ArchivesTest, WritesNoImageOverAFile)
{
    const auto image = path(QStringLiteral("seed.iso"));
    ASSERT_TRUE(module->writeIso(image, "CIDATA", {}));
    EXPECT_EQ(module->writeIso(image, "CIDATA", {}).error().kind, Error::Kind::AlreadyExists);
}
