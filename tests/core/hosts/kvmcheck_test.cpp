// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/kvmcheck.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using Kind = KvmVerdict::Kind;
using namespace std::chrono_literals;

namespace {

/// A test program that says what a test wants, and counts how often it was asked.
class KvmCheckTest : public testing::Test {
protected:
    QString program(const QByteArray &commands)
    {
        const auto path = folder.filePath(QStringLiteral("program"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\necho asked >>'" + folder.filePath(QStringLiteral("asked")).toUtf8() + "'\n" + commands + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    int timesAsked() const
    {
        QFile file(folder.filePath(QStringLiteral("asked")));
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : 0;
    }
    QString memory() const { return folder.filePath(QStringLiteral("cache/kvm")); }
    Kind verdictOf(const QByteArray &commands)
    {
        KvmCheck check(program(commands), memory());
        return waitForVerdict(check.verdict()).kind;
    }

    QTemporaryDir folder;
};

} // namespace

TEST_F(KvmCheckTest, TakesTheTestProgramAtItsWord)
{
    EXPECT_EQ(verdictOf("echo 'works rplfvt'"), Kind::Works);
    EXPECT_EQ(verdictOf("echo 'fails rplf exit reason 17'"), Kind::Fails);
    EXPECT_EQ(verdictOf("echo 'unknown /dev/kvm: Permission denied'"), Kind::Unknown);
    EXPECT_EQ(verdictOf("echo 'hangs rp'"), Kind::Hangs);
}

TEST_F(KvmCheckTest, KnowsNothingWhereTheTestProgramSaysNothingOrNonsenseOrIsMissing)
{
    EXPECT_EQ(verdictOf("exit 1"), Kind::Unknown);
    EXPECT_EQ(verdictOf("kill -SEGV $$"), Kind::Unknown);
    EXPECT_EQ(verdictOf("head -c 100000 /dev/zero | tr '\\0' w"), Kind::Unknown);
    KvmCheck missing(folder.filePath(QStringLiteral("nothing")), memory());
    EXPECT_EQ(waitForVerdict(missing.verdict()).kind, Kind::Unknown);
    KvmCheck none(QString(), memory());
    EXPECT_EQ(waitForVerdict(none.verdict()).kind, Kind::Unknown);
}

TEST_F(KvmCheckTest, AsksOnceForAllWhoWantToKnow)
{
    KvmCheck check(program("echo works"), memory());
    auto first = check.verdict();
    auto second = check.verdict();
    EXPECT_EQ(waitForVerdict(first).kind, Kind::Works);
    EXPECT_EQ(waitForVerdict(second).kind, Kind::Works);
    EXPECT_EQ(timesAsked(), 1);
}

TEST_F(KvmCheckTest, RemembersAHangUntilTheDeviceIsMadeAnew)
{
    if (!QFile::exists(QStringLiteral("/dev/kvm")))
        GTEST_SKIP() << "there is no /dev/kvm here, so nothing to remember it by";
    EXPECT_EQ(verdictOf("echo hangs r"), Kind::Hangs);
    EXPECT_EQ(verdictOf("echo works"), Kind::Hangs);
    EXPECT_EQ(timesAsked(), 1);
    QFile file(memory());
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    const auto text = file.readAll();
    file.resize(0);
    file.write("another-boot" + text.mid(text.indexOf(' ')));
    file.close();
    EXPECT_EQ(verdictOf("echo works"), Kind::Works);
    EXPECT_EQ(timesAsked(), 2);
}

TEST_F(KvmCheckTest, AsksAgainAtTheNextStartWhatAnswersAtOnce)
{
    EXPECT_EQ(verdictOf("echo fails rp exit reason 17"), Kind::Fails);
    EXPECT_EQ(verdictOf("echo works"), Kind::Works);
}

TEST(KvmDoubt, AGuestThatRanOutweighsEverySlowAnswer)
{
    EXPECT_EQ(doubtOf({{Kind::Works, {}}, 60s}), KvmDoubt::None);
    EXPECT_EQ(doubtOf({{Kind::Fails, {}}, 0s}), KvmDoubt::GuestFailed);
    EXPECT_EQ(doubtOf({{Kind::Hangs, {}}, 0s}), KvmDoubt::GuestHung);
}

TEST(KvmDoubt, WhereNoGuestCouldRunSlowAnswersTell)
{
    EXPECT_EQ(doubtOf({{Kind::Unknown, {}}, 1s}), KvmDoubt::None);
    EXPECT_EQ(doubtOf({{Kind::Unknown, {}}, 15s}), KvmDoubt::SlowAnswers);
}

#ifdef VIVARIUM_KVM_HELPER_PATH
TEST(KvmGuest, EndsWithAWordWhateverThisComputerHas)
{
    QTemporaryDir folder;
    KvmCheck check(QStringLiteral(VIVARIUM_KVM_HELPER_PATH), folder.filePath(QStringLiteral("kvm")));
    const auto verdict = waitForVerdict(check.verdict());
    EXPECT_FALSE(verdict.detail.isEmpty());
    if (!QFile::exists(QStringLiteral("/dev/kvm"))) {
        EXPECT_EQ(verdict.kind, Kind::Unknown) << verdict.detail.toStdString();
    }
}
#endif
