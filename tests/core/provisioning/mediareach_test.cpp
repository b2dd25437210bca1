// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/mediareach.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace {

// Of nobody: no test creates an account.
constexpr EmulatorAccount stranger{4211, 4212};

class MediaReachTest : public testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_EQ(chmod(folder.path().toUtf8().constData(), 0755), 0);
        ASSERT_TRUE(QDir(folder.path()).mkpath(QStringLiteral("home/images")));
        QFile file(image);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("x");
        setMode(home, 0755);
    }
    static void setMode(const QString &path, mode_t mode) { ASSERT_EQ(chmod(path.toUtf8().constData(), mode), 0); }

    QTemporaryDir folder;
    const QString home = folder.filePath(QStringLiteral("home"));
    const QString image = folder.filePath(QStringLiteral("home/images/a.iso"));
};

} // namespace

TEST_F(MediaReachTest, NamesTheFolderThatAnotherAccountMayNotEnter)
{
    EXPECT_EQ(reachOf(image, MediaUse::Read, stranger).barredBy, QString());
    setMode(home, 0700);
    EXPECT_EQ(reachOf(image, MediaUse::Read, stranger).barredBy, home);
    setMode(home, 0711);
    EXPECT_EQ(reachOf(image, MediaUse::Read, stranger).barredBy, QString());
}

TEST_F(MediaReachTest, TheAdministratorAndOnesOwnEmulatorAreNotBarred)
{
    setMode(home, 0700);
    EXPECT_EQ(reachOf(image, MediaUse::Read, EmulatorAccount{0, 0}).barredBy, QString());
    EXPECT_EQ(reachOf(image, MediaUse::Read, {}).barredBy, QString());
}

TEST_F(MediaReachTest, AGroupAndAnAccessListOpenAFolder)
{
    setMode(home, 0710);
    struct stat status{};
    ASSERT_EQ(stat(home.toUtf8().constData(), &status), 0);
    EXPECT_EQ(reachOf(image, MediaUse::Read, EmulatorAccount{4211, status.st_gid}).barredBy, QString());
    setMode(home, 0700);
    // user::rwx user:4211:--x group::--- mask::--x other::---
    const unsigned char list[] = {2, 0, 0, 0, 1, 0, 7, 0, 255, 255, 255, 255, 2, 0, 1, 0, 0x73, 0x10, 0, 0, 4, 0, 0, 0, 255, 255, 255, 255,
                                  16, 0, 1, 0, 255, 255, 255, 255, 32, 0, 0, 0, 255, 255, 255, 255};
    if (setxattr(home.toUtf8().constData(), "system.posix_acl_access", list, sizeof list, 0) != 0)
        GTEST_SKIP() << "the temporary folder's file system has no access lists";
    EXPECT_EQ(reachOf(image, MediaUse::Read, stranger).barredBy, QString());
    EXPECT_EQ(reachOf(image, MediaUse::Read, EmulatorAccount{4213, 4212}).barredBy, home);
}

TEST_F(MediaReachTest, ALinkLeadsBehindAClosedFolderToo)
{
    const auto link = folder.filePath(QStringLiteral("link.iso"));
    ASSERT_TRUE(QFile::link(image, link));
    setMode(home, 0700);
    EXPECT_EQ(reachOf(link, MediaUse::Read, stranger).barredBy, home);
}

TEST_F(MediaReachTest, ADiskHasToBeWritableAndAnImageHasNot)
{
    setMode(image, 0444);
    EXPECT_FALSE(reachOf(image, MediaUse::Write, stranger).isWritable);
    EXPECT_TRUE(reachOf(image, MediaUse::Read, stranger).isWritable);
    if (geteuid() != 0) {
        EXPECT_FALSE(reachOf(image, MediaUse::Write, {}).isWritable);
    }
    setMode(image, 0644);
    EXPECT_TRUE(reachOf(image, MediaUse::Write, stranger).isWritable);
    EXPECT_TRUE(reachOf(image, MediaUse::Write, {}).isWritable);
}

TEST_F(MediaReachTest, WhatIsNotThereBarsNothing)
{
    EXPECT_EQ(reachOf(folder.filePath(QStringLiteral("nowhere/none.iso")), MediaUse::Write, stranger).barredBy, QString());
}
