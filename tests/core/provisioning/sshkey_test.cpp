// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/sshkey.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <sys/stat.h>

namespace {

using Problem = SshKeysRead::Problem;

QByteArray field(const QByteArray &bytes)
{
    QByteArray size(4, '\0');
    qToBigEndian(quint32(bytes.size()), size.data());
    return size + bytes;
}

QString lineOf(const QByteArray &type, const QByteArray &blob)
{
    return QString::fromLatin1(type + ' ' + blob.toBase64() + " somebody");
}

QString ed25519(const QByteArray &point, const QByteArray &more = {})
{
    return lineOf("ssh-ed25519", field("ssh-ed25519") + field(point) + more);
}

std::optional<Problem> problemOf(const QString &line)
{
    const auto read = readSshKeys(line);
    return read.faults.empty() ? std::nullopt : std::optional(read.faults.front().problem);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

TEST(SshKeys, ReadsWhatSshKeygenMakes)
{
    const auto read = readSshKeys(testdata::text(QStringLiteral("provisioning/data/keys.pub")));
    EXPECT_TRUE(read.faults.empty());
    ASSERT_EQ(read.keys.size(), 5U);
    EXPECT_EQ(read.keys[0].type, u"ecdsa-sha2-nistp256");
    EXPECT_EQ(read.keys[3].type, u"ssh-rsa");
    EXPECT_EQ(read.keys[3].comment, u"me@home with blanks");
    EXPECT_EQ(read.keys[4].fingerprint(), u"SHA256:/NA3Zzy3ZiWXs40lg8NRqsZAp4yhlxFYyzkWCJv66pg");
}

TEST(SshKeys, WritesALineThatItReadsAgain)
{
    const auto read = readSshKeys(testdata::text(QStringLiteral("provisioning/data/keys.pub")));
    ASSERT_FALSE(read.keys.empty());
    for (const auto &key : read.keys) {
        const auto again = readSshKeys(key.line());
        ASSERT_EQ(again.keys.size(), 1U);
        EXPECT_EQ(again.keys[0].line(), key.line());
    }
}

TEST(SshKeys, ReadsKeysOfSecurityTokens)
{
    const QByteArray type = "sk-ssh-ed25519@openssh.com";
    EXPECT_FALSE(problemOf(lineOf(type, field(type) + field(QByteArray(32, 'x')) + field("ssh:"))));
    EXPECT_EQ(problemOf(lineOf(type, field(type) + field(QByteArray(32, 'x')))), Problem::NotAKey);
}

TEST(SshKeys, BelievesNoLengthThatDoesNotFit)
{
    EXPECT_FALSE(problemOf(ed25519(QByteArray(32, 'x'))));
    EXPECT_EQ(problemOf(ed25519(QByteArray(31, 'x'))), Problem::NotAKey);
    EXPECT_EQ(problemOf(ed25519(QByteArray(32, 'x'), "more")), Problem::NotAKey);
    EXPECT_EQ(problemOf(lineOf("ssh-ed25519", field("ssh-ed25519") + QByteArray("\xff\xff\xff\xff") + "x")), Problem::NotAKey);
    EXPECT_EQ(problemOf(lineOf("ssh-ed25519", "\0\0")), Problem::NotAKey);
}

TEST(SshKeys, WantsTheSameTypeOutsideAndInside)
{
    EXPECT_EQ(problemOf(lineOf("ssh-rsa", field("ssh-ed25519") + field(QByteArray(32, 'x')))), Problem::NotAKey);
}

TEST(SshKeys, RefusesKeysThatServersRefuse)
{
    EXPECT_EQ(problemOf(lineOf("ssh-rsa", field("ssh-rsa") + field(QByteArray("\1\0\1", 3)) + field(QByteArray(96, 'x')))), Problem::TooWeak);
    EXPECT_EQ(problemOf(lineOf("ssh-dss", field("ssh-dss") + field("p") + field("q") + field("g") + field("y"))), Problem::TooWeak);
}

TEST(SshKeys, TakesNoPrivateKeyAndSaysSoOnce)
{
    const auto read = readSshKeys(QStringLiteral("-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU\n-----END OPENSSH PRIVATE KEY-----\n"));
    EXPECT_TRUE(read.keys.empty());
    ASSERT_EQ(read.faults.size(), 1U);
    EXPECT_EQ(read.faults[0].problem, Problem::Private);
}

TEST(SshKeys, NamesTheLineThatIsNoKey)
{
    const auto read = readSshKeys(QStringLiteral("# mine\n") + ed25519(QByteArray(32, 'x')) + QStringLiteral("\n\nssh-ed25519 AAAA*\nhello\n"));
    EXPECT_EQ(read.keys.size(), 1U);
    ASSERT_EQ(read.faults.size(), 2U);
    EXPECT_EQ(read.faults[0].line, 4);
    EXPECT_EQ(read.faults[1].line, 5);
}

TEST(SshKeys, DoesNotPassOnOptionsThatItDoesNotUnderstand)
{
    EXPECT_EQ(problemOf(QStringLiteral("command=\"/bin/true\" ") + ed25519(QByteArray(32, 'x'))), Problem::HasOptions);
}

TEST(SshKeys, KeepsEachKeyOnceAndItsCommentPrintable)
{
    const auto line = ed25519(QByteArray(32, 'x'));
    const auto read = readSshKeys(line + QStringLiteral("\n") + line + QStringLiteral("-2\n"));
    ASSERT_EQ(read.keys.size(), 1U);
    EXPECT_EQ(readSshKeys(line + QChar(0x1b) + QStringLiteral("[2J")).keys.at(0).comment, u"somebody[2J");
}

TEST(SshKeys, FindsKeysOfAFolderByFileName)
{
    QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("id_b.pub")), ed25519(QByteArray(32, 'b')).toLatin1());
    write(folder.filePath(QStringLiteral("id_a.pub")), ed25519(QByteArray(32, 'a')).toLatin1());
    write(folder.filePath(QStringLiteral("id_a")), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    write(folder.filePath(QStringLiteral("huge.pub")), QByteArray(1 << 20, 'x'));
    write(folder.filePath(QStringLiteral("junk.pub")), "\xff\xfe\0\0");
    ASSERT_EQ(mkfifo(folder.filePath(QStringLiteral("pipe.pub")).toLocal8Bit().constData(), 0600), 0);
    const auto keys = findSshKeys(folder.path());
    ASSERT_EQ(keys.size(), 2U);
    EXPECT_TRUE(keys[0].blob.endsWith('a'));
    EXPECT_TRUE(keys[1].blob.endsWith('b'));
    EXPECT_TRUE(findSshKeys(folder.filePath(QStringLiteral("nowhere"))).empty());
}

TEST(SshKeys, ReadsNoFileThatIsNone)
{
    QTemporaryDir folder;
    EXPECT_EQ(readSshKeyFile(folder.filePath(QStringLiteral("nowhere"))).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(readSshKeyFile(folder.path()).error().kind, Error::Kind::InvalidInput);
    const auto pipe = folder.filePath(QStringLiteral("pipe"));
    ASSERT_EQ(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    EXPECT_EQ(readSshKeyFile(pipe).error().kind, Error::Kind::InvalidInput);
}

} // namespace
