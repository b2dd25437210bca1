// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/installmedia.h"

#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace {

class InstallMedia : public testing::Test {
protected:
    QString write(const QByteArray &bytes)
    {
        const auto path = m_folder.filePath(QStringLiteral("image é 🐙 %1").arg(++m_count));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        EXPECT_EQ(file.write(bytes), bytes.size());
        return path;
    }
    ImageProbe probe(const QByteArray &bytes)
    {
        const auto result = probeImage(write(bytes));
        EXPECT_TRUE(result);
        return result.value_or(ImageProbe());
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QByteArray padded(QByteArray head)
{
    head.resize(4096, '\0');
    return head;
}

} // namespace

TEST_F(InstallMedia, KnowsABootableIso)
{
    const auto iso = probe(samples::isoImage("Debian 12.5.0 amd64 n", true));
    EXPECT_TRUE(iso.isIso);
    EXPECT_TRUE(iso.isBootable);
    EXPECT_EQ(iso.volumeLabel, QStringLiteral("Debian 12.5.0 amd64 n"));
    EXPECT_EQ(iso.fileSize, Bytes(40 * 2048));
    EXPECT_EQ(iso.diskFormat, QStringLiteral("raw"));
}

TEST_F(InstallMedia, KnowsAnIsoThatDoesNotBoot)
{
    const auto iso = probe(samples::isoImage("cidata", false));
    EXPECT_TRUE(iso.isIso);
    EXPECT_FALSE(iso.isBootable);
    EXPECT_EQ(iso.volumeLabel, QStringLiteral("cidata"));
}

TEST_F(InstallMedia, TakesNoBootRecordAtItsWord)
{
    auto image = samples::isoImage("x", true);
    image[17 * 2048 + 74] = char(0x7F); // the catalogue lies far behind the end
    EXPECT_FALSE(probe(image).isBootable);
    image = samples::isoImage("x", true);
    image[19 * 2048 + 32] = 0; // not bootable after all
    EXPECT_FALSE(probe(image).isBootable);
}

TEST_F(InstallMedia, SurvivesAnIsoCutAnywhere)
{
    const auto image = samples::isoImage("x", true);
    for (qsizetype length = 1; length < image.size(); length += 509) {
        const auto result = probeImage(write(image.first(length)));
        ASSERT_TRUE(result) << length;
        EXPECT_EQ(result->isIso, length >= 17 * 2048) << length;
    }
}

TEST_F(InstallMedia, StopsReadingDescriptorsThatNeverEnd)
{
    QByteArray image(4 << 20, '\0');
    for (qsizetype at = 16 * 2048; at < image.size(); at += 2048)
        image.replace(at, 6, QByteArrayLiteral("\x02" "CD001"));
    EXPECT_FALSE(probe(image).isIso);
}

TEST_F(InstallMedia, KnowsDiskFormatsByTheirMagic)
{
    auto qcow2 = padded(QByteArrayLiteral("QFI\xfb\0\0\0\x03"));
    qcow2[31 - 4] = 1; // 4 GiB, big endian at 24
    EXPECT_EQ(probe(qcow2).diskFormat, QStringLiteral("qcow2"));
    EXPECT_EQ(probe(qcow2).virtualSize, Bytes::gib(4));
    EXPECT_FALSE(probe(qcow2).hasBackingFile);
    qcow2[15] = 104;
    EXPECT_TRUE(probe(qcow2).hasBackingFile);
    EXPECT_EQ(probe(padded("QFI\xfb" + QByteArray("\0\0\0\1", 4))).diskFormat, QStringLiteral("qcow"));
    EXPECT_EQ(probe(padded("KDMV")).diskFormat, QStringLiteral("vmdk"));
    EXPECT_EQ(probe(padded("# Disk DescriptorFile\nversion=1\n")).diskFormat, QStringLiteral("vmdk"));
    EXPECT_EQ(probe(padded("vhdxfile")).diskFormat, QStringLiteral("vhdx"));
    EXPECT_EQ(probe(padded("conectix")).diskFormat, QStringLiteral("vpc"));
    auto vdi = padded("<<< Oracle VM VirtualBox Disk Image >>>");
    vdi.replace(0x40, 4, QByteArrayLiteral("\x7f\x10\xda\xbe"));
    EXPECT_EQ(probe(vdi).diskFormat, QStringLiteral("vdi"));
}

TEST_F(InstallMedia, TakesEverythingElseForRaw)
{
    EXPECT_EQ(probe("x").diskFormat, QStringLiteral("raw"));
    EXPECT_EQ(probe("x").virtualSize, Bytes(1));
    EXPECT_FALSE(probe(QByteArray(512, 'x')).isBootable);
    auto disk = QByteArray(4096, '\0');
    disk.replace(510, 2, QByteArrayLiteral("\x55\xAA"));
    EXPECT_TRUE(probe(disk).isBootable);
}

TEST_F(InstallMedia, RefusesWhatIsNoFile)
{
    const auto pipe = m_folder.filePath(QStringLiteral("pipe"));
    ASSERT_EQ(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const auto &path : {pipe, m_folder.path(), QStringLiteral("/dev/null"), write({})}) {
        const auto result = probeImage(path);
        ASSERT_FALSE(result) << path.toStdString();
        EXPECT_EQ(result.error().kind, Error::Kind::InvalidInput) << path.toStdString();
    }
    const auto missing = probeImage(m_folder.filePath(QStringLiteral("missing")));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, Error::Kind::NotFound);
}

TEST_F(InstallMedia, SaysThatItMayNotRead)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    const auto path = write("secret");
    ASSERT_EQ(::chmod(QFile::encodeName(path).constData(), 0), 0);
    const auto result = probeImage(path);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, Error::Kind::Refused);
}
