// SPDX-License-Identifier: GPL-3.0-or-later
// Discs of every kind of installer, made by the program that their makers use.
#include "core/provisioning/unattended/installerboot.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <random>

namespace {

class InstallerBootTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("xorriso")).isEmpty())
            GTEST_SKIP() << "needs xorriso";
    }

    /// With these files on it, each of which holds its own path and a sector.
    QString disc(const QStringList &files, const QStringList &options = {QStringLiteral("-r"), QStringLiteral("-J")})
    {
        const auto tree = folder.filePath(QStringLiteral("tree"));
        QDir(tree).removeRecursively();
        for (const auto &name : files) {
            const QFileInfo info(tree + u'/' + name);
            QDir().mkpath(info.path());
            QFile file(info.filePath());
            EXPECT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(name.toUtf8() + QByteArray(2048, 'x'));
        }
        const auto path = folder.filePath(QStringLiteral("disc.iso"));
        QFile::remove(path);
        QProcess maker;
        maker.start(QStringLiteral("xorriso"), QStringList{QStringLiteral("-as"), QStringLiteral("mkisofs"), QStringLiteral("-quiet")} + options
                                                   + QStringList{QStringLiteral("-o"), path, tree});
        EXPECT_TRUE(maker.waitForFinished() && maker.exitCode() == 0) << maker.readAllStandardError().toStdString();
        return path;
    }
    std::optional<InstallerBoot> bootOn(const QStringList &files) { return installerOn(*ImageFile::open(disc(files))); }

    QTemporaryDir folder;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

} // namespace

TEST_F(InstallerBootTest, FindsEachKindByItsFiles)
{
    const auto debian = bootOn(words("install.amd/vmlinuz install.amd/initrd.gz dists/stable/Release"));
    ASSERT_TRUE(debian);
    EXPECT_EQ(debian->format, AnswerFormat::Preseed);
    EXPECT_EQ(debian->initrd, QStringLiteral("install.amd/initrd.gz"));
    EXPECT_EQ(debian->architecture, QStringLiteral("x86_64"));
    EXPECT_TRUE(debian->hasPackages);
    const auto netboot = bootOn(words("linux initrd.gz grub.cfg"));
    ASSERT_TRUE(netboot);
    EXPECT_EQ(netboot->format, AnswerFormat::Preseed);
    EXPECT_FALSE(netboot->hasPackages);
    const auto fedora = bootOn(words("images/pxeboot/vmlinuz images/pxeboot/initrd.img images/install.img"));
    ASSERT_TRUE(fedora);
    EXPECT_EQ(fedora->format, AnswerFormat::Kickstart);
    EXPECT_FALSE(fedora->hasPackages);
    const auto rocky = bootOn(words("images/pxeboot/vmlinuz images/pxeboot/initrd.img .treeinfo BaseOS/repodata/repomd.xml"));
    ASSERT_TRUE(rocky);
    EXPECT_TRUE(rocky->hasPackages);
    const auto suse = bootOn(words("boot/x86_64/loader/linux boot/x86_64/loader/initrd boot/x86_64/root"));
    ASSERT_TRUE(suse);
    EXPECT_EQ(suse->format, AnswerFormat::AutoYast);
    const auto ubuntu = bootOn(words("casper/vmlinuz casper/initrd casper/install-sources.yaml casper/ubuntu-server-minimal.squashfs"));
    ASSERT_TRUE(ubuntu);
    EXPECT_EQ(ubuntu->format, AnswerFormat::Autoinstall);
}

TEST_F(InstallerBootTest, TakesNoLiveSystemForAnInstaller)
{
    EXPECT_FALSE(bootOn(words("images/pxeboot/vmlinuz images/pxeboot/initrd.img LiveOS/squashfs.img")));
    EXPECT_FALSE(bootOn(words("casper/vmlinuz casper/initrd casper/filesystem.squashfs preseed/ubuntu.seed")));
    EXPECT_FALSE(bootOn(words("casper/vmlinuz casper/initrd casper/install-sources.yaml casper/minimal.squashfs")));
    EXPECT_FALSE(bootOn(words("boot/x86_64/loader/linux boot/x86_64/loader/initrd boot/x86_64/root LiveOS/squashfs.img")));
    EXPECT_FALSE(bootOn(words("install/vmlinuz install/initrd.gz live/filesystem.squashfs")));
    EXPECT_FALSE(bootOn(words("boot/kernel/kernel usr/sbin/bsdinstall")));
    EXPECT_FALSE(bootOn(words("install.amd/vmlinuz readme")));
}

TEST_F(InstallerBootTest, ReadsNamesWithoutRockRidgeToo)
{
    const auto plain = installerOn(*ImageFile::open(disc(words("linux initrd.gz"), {})));
    ASSERT_TRUE(plain);
    EXPECT_EQ(plain->kernel, QStringLiteral("linux"));
}

TEST_F(InstallerBootTest, CopiesAFileWholeOrNotAtAll)
{
    const auto path = disc(words("install.amd/vmlinuz install.amd/initrd.gz"));
    const auto target = folder.filePath(QStringLiteral("kernel"));
    const auto image = ImageFile::open(path);
    ASSERT_TRUE(copyFromDisc(*image, QStringLiteral("install.amd/vmlinuz"), target));
    QFile copy(target);
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    EXPECT_EQ(copy.readAll(), QByteArray("install.amd/vmlinuz") + QByteArray(2048, 'x'));
    EXPECT_EQ(copy.permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup), QFileDevice::Permissions());
    EXPECT_EQ(copyFromDisc(*image, QStringLiteral("install.amd/vmlinuz"), target).error().kind, Error::Kind::AlreadyExists);
    EXPECT_EQ(copyFromDisc(*image, QStringLiteral("install.amd/other"), folder.filePath(QStringLiteral("o"))).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(copyFromDisc(*image, QStringLiteral("install.amd"), folder.filePath(QStringLiteral("o"))).error().kind, Error::Kind::NotFound);
}

TEST_F(InstallerBootTest, EndsWithADiscThatIsCutShort)
{
    const auto path = disc(words("install.amd/vmlinuz install.amd/initrd.gz"));
    // The folders are at the beginning, the files behind them.
    for (qint64 size = QFileInfo(path).size(); size > 40 * 2048; size -= 2048) {
        QFile::resize(path, size);
        const auto image = ImageFile::open(path);
        ASSERT_TRUE(image);
        const auto target = folder.filePath(QStringLiteral("cut"));
        const auto boot = installerOn(*image);
        const auto copied = boot ? copyFromDisc(*image, boot->kernel, target) : failure(Error::Kind::NotFound, {});
        EXPECT_EQ(QFile::exists(target), copied.has_value()) << size;
        QFile::remove(target);
    }
}

TEST_F(InstallerBootTest, BelievesNoPlaceThatADamagedDiscNames)
{
    QFile file(disc(words("install.amd/vmlinuz install.amd/initrd.gz")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    const auto target = folder.filePath(QStringLiteral("copy"));
    std::mt19937 random(7); // the same damage at each run
    int found = 0;
    for (int round = 0; round < 1000; ++round) {
        auto damaged = whole;
        for (int i = 0; i < 8; ++i) // from the descriptors on, where folders are
            damaged[16 * 2048 + qsizetype(random() % quint32(std::min<qsizetype>(whole.size() - 16 * 2048, 40 * 2048)))] = char(random());
        const auto image = ImageFile::holding(damaged);
        const auto boot = installerOn(image);
        if (!boot)
            continue;
        ++found;
        if (copyFromDisc(image, boot->kernel, target)) {
            EXPECT_LE(QFileInfo(target).size(), damaged.size());
            QFile::remove(target);
        }
        EXPECT_FALSE(QFile::exists(target));
    }
    EXPECT_GT(found, 0);
    EXPECT_LT(found, 1000);
}
