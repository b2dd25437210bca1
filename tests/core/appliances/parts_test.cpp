// SPDX-License-Identifier: GPL-3.0-or-later
// The parts that appliances are taken apart with: tars, manifests, what a VMDK says of itself.
#include "core/appliances/manifest.h"
#include "core/appliances/tarindex.h"
#include "core/appliances/vmdkdescription.h"

#include "../support/tarof.h"
#include "../testdata.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QtEndian>

namespace {

class TarIndexTest : public testing::Test {
protected:
    Result<std::vector<TarEntry>> read(const QByteArray &tar)
    {
        const auto path = folder.filePath(QStringLiteral("a.tar"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(tar) == tar.size());
        file.close();
        return readTar(path);
    }
    void expectRefused(const QByteArray &tar, const char *why)
    {
        const auto entries = read(tar);
        ASSERT_FALSE(entries) << why;
        EXPECT_EQ(entries.error().kind, Error::Kind::InvalidInput) << why;
    }
    QTemporaryDir folder;
};

QByteArray sparseVmdk(const QByteArray &text, quint64 sectors = 2048)
{
    QByteArray head(512, '\0');
    const auto put64 = [&head](qsizetype at, quint64 value) { qToLittleEndian(value, head.data() + at); };
    head.replace(0, 4, "KDMV");
    put64(12, sectors);
    put64(28, text.isEmpty() ? 0 : 1);
    put64(36, text.isEmpty() ? 0 : 20);
    return head + text.leftJustified(20 * 512, '\0');
}

} // namespace

TEST_F(TarIndexTest, FindsWhereFilesLie)
{
    const auto tar = tarOf({{"box.ovf", "<Envelope/>"}, {"./disk.vmdk", QByteArray(1000, 'd')}, {"folder/", {}, '5'}});
    const auto entries = read(tar);
    ASSERT_TRUE(entries) << entries.error().message.toStdString();
    ASSERT_EQ(entries->size(), 2u);
    EXPECT_EQ((*entries)[0].name, u"box.ovf");
    EXPECT_EQ((*entries)[0].offset, 512u);
    EXPECT_EQ((*entries)[1].size, Bytes(1000));
    EXPECT_EQ(tar.mid(qsizetype((*entries)[1].offset), 1000), QByteArray(1000, 'd'));
    EXPECT_TRUE(isTar(tar));
    EXPECT_FALSE(isTar(QByteArray(600, '\0')));
}

TEST_F(TarIndexTest, ReadsLongNamesOfBothKinds)
{
    const QByteArray name = QByteArray("a-long-name-").repeated(20) + ".vmdk";
    const auto gnu = read(tarOf({{"././@LongLink", name + '\0', 'L'}, {"cut", "x"}}));
    ASSERT_TRUE(gnu) << gnu.error().message.toStdString();
    EXPECT_EQ(gnu->front().name.toUtf8(), name);
    const auto record = [](const QByteArray &pair) {
        auto length = pair.size() + 2;
        while (QByteArray::number(length).size() + pair.size() + 2 != length)
            ++length;
        return QByteArray::number(length) + ' ' + pair + '\n';
    };
    const auto pax = read(tarOf({{"PaxHeader", record("path=" + name) + record("mtime=1.5"), 'x'}, {"cut", "x"}}));
    ASSERT_TRUE(pax) << pax.error().message.toStdString();
    EXPECT_EQ(pax->front().name.toUtf8(), name);
    EXPECT_EQ(pax->front().size, Bytes(1));
}

TEST_F(TarIndexTest, RefusesNamesThatLeadOut)
{
    for (const auto *name : {"../evil", "/etc/passwd", "a/../../b", "a\\b", "a//b", "tab\there"})
        expectRefused(tarOf({{name, "x"}}), name);
    EXPECT_TRUE(isInnerName(QStringLiteral("./a/b..c")));
}

TEST_F(TarIndexTest, RefusesLinksAndSpecialFiles)
{
    expectRefused(tarOf({{"disk.vmdk", {}, '2', "/etc/shadow"}}), "a symbolic link");
    expectRefused(tarOf({{"disk.vmdk", {}, '1', "other"}}), "a hard link");
    expectRefused(tarOf({{"disk.vmdk", {}, '3'}}), "a device");
    expectRefused(tarOf({{"disk.vmdk", {}, 'S'}}), "a sparse file, whose bytes are elsewhere");
}

TEST_F(TarIndexTest, RefusesWhatIsCutShortOrLiesAboutItsLength)
{
    const auto whole = tarOf({{"a", QByteArray(2000, 'x')}});
    for (qsizetype length : {qsizetype(100), qsizetype(512), qsizetype(1500), qsizetype(2560)})
        expectRefused(whole.left(length), "cut");
    expectRefused(tarOf({{"a", "x", '0', {}, 1 << 30}}), "a size beyond the end");
    auto damaged = whole;
    damaged[3] = 'z';
    expectRefused(damaged, "a wrong check sum");
}

TEST_F(TarIndexTest, RefusesTheSameNameTwice)
{
    expectRefused(tarOf({{"a.ovf", "one"}, {"a.ovf", "two"}}), "which would be read and which checked?");
}

TEST(Manifest, ReadsWhatOvfToolAndVirtualBoxWrite)
{
    const auto lines = readManifest("SHA256(a b.ovf)= " + QByteArray(64, 'A') + "\r\nSHA1 (a-disk1.vmdk) = " + QByteArray(40, '0') + "\n\n");
    ASSERT_TRUE(lines) << lines.error().detail.toStdString();
    ASSERT_EQ(lines->size(), 2u);
    EXPECT_EQ((*lines)[0].file, u"a b.ovf");
    EXPECT_EQ((*lines)[0].digest, QByteArray(64, 'a'));
    EXPECT_EQ((*lines)[1].algorithm, QCryptographicHash::Sha1);
    EXPECT_EQ(readManifest(writeManifest(*lines))->size(), 2u);
}

TEST(Manifest, RefusesOtherLines)
{
    EXPECT_FALSE(readManifest("MD5(a)= 00"));
    EXPECT_FALSE(readManifest("SHA1(a)= 00"));
    EXPECT_FALSE(readManifest("hello"));
}

TEST(VmdkDescription, ReadsTheOneInAStreamedFile)
{
    const auto read = readVmdkStart(sparseVmdk("# Disk DescriptorFile\ncreateType=\"streamOptimized\"\nRW 2048 SPARSE \"former-name.vmdk\"\nddb.adapterType = \"lsilogic\"\n"));
    ASSERT_TRUE(read) << read.error().message.toStdString();
    EXPECT_EQ(read->capacity, Bytes::mib(1));
    EXPECT_TRUE(read->isStreamed);
    EXPECT_TRUE(read->files.isEmpty());
    EXPECT_EQ(read->adapter, u"lsilogic");
}

TEST(VmdkDescription, NamesTheFilesOfATextualOne)
{
    const auto read = readVmdkStart("# Disk DescriptorFile\nversion=1\nRW 100 FLAT \"/etc/shadow\" 0\nRW 50 ZERO\nRW 1 SPARSE \"b-s001.vmdk\"\n");
    ASSERT_TRUE(read) << read.error().message.toStdString();
    EXPECT_EQ(read->files, QStringList({QStringLiteral("/etc/shadow"), QStringLiteral("b-s001.vmdk")}));
    EXPECT_EQ(read->capacity, Bytes(151 * 512));
}

TEST(VmdkDescription, FindsAParentWhereverItStands)
{
    EXPECT_EQ(readVmdkStart(sparseVmdk("# Disk DescriptorFile\nx=1 parentFileNameHint=\"/etc/shadow\"\n"))->parent, u"/etc/shadow");
    EXPECT_FALSE(readVmdkStart(sparseVmdk("# Disk DescriptorFile\nparentFileNameHint")));
}

TEST(VmdkDescription, RefusesHeadersThatMakeNoSense)
{
    EXPECT_FALSE(readVmdkStart("KDMV"));
    EXPECT_FALSE(readVmdkStart(sparseVmdk({}, 0))) << "its text would decide what is opened";
    EXPECT_FALSE(readVmdkStart(sparseVmdk({}, ~0ULL)));
    EXPECT_FALSE(readVmdkStart("hello"));
    EXPECT_FALSE(readVmdkStart("# Disk DescriptorFile\n"));
    EXPECT_FALSE(readVmdkStart("# Disk DescriptorFile\nRW 100 VMFSRDM \"x\"\n"));
}
