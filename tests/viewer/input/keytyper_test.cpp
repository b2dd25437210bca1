// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/keytyper.h"

#include "tests/support/spin.h"
#include "tests/viewer/widget/fakesession.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

namespace {
QString places(const QList<ConsoleKey> &keys)
{
    QStringList words;
    for (const auto &key : keys)
        words << QStringLiteral("%1%2").arg(QLatin1Char(key.down ? '+' : '-')).arg(key.evdev);
    return words.join(u' ');
}

class KeyTyperTest : public testing::Test {
protected:
    void SetUp() override { session.open({}); }
    const TypingLayout &german = TypingLayout::named(QStringLiteral("de"));
    FakeSession session;
    KeyTyper typer;
};
} // namespace

TEST_F(KeyTyperTest, HoldsModifiersAroundTheirKeyAlone)
{
    typer.start(session, german, QStringLiteral("aA@"));
    ASSERT_TRUE(spinUntil([&] { return !typer.isTyping(); }));
    EXPECT_EQ(places(session.keys), u"+30 -30 +42 +30 -30 -42 +100 +16 -16 -100");
}

TEST_F(KeyTyperTest, TypesOneCharacterATick)
{
    QSignalSpy progress(&typer, &KeyTyper::progressed);
    typer.start(session, german, QStringLiteral("abc"));
    EXPECT_TRUE(session.keys.isEmpty());
    EXPECT_EQ(typer.total(), 3);
    ASSERT_TRUE(spinUntil([&] { return typer.done() == 1; }));
    EXPECT_EQ(session.keys.size(), 2);
    ASSERT_TRUE(spinUntil([&] { return !typer.isTyping(); }));
    EXPECT_EQ(progress.count(), 4);
}

TEST_F(KeyTyperTest, StopsWhenToldAndLeavesNoKeyDown)
{
    QSignalSpy finished(&typer, &KeyTyper::finished);
    typer.start(session, german, QStringLiteral("ABCDEFGH"));
    ASSERT_TRUE(spinUntil([&] { return typer.done() == 2; }));
    typer.stop();
    EXPECT_EQ(finished.count(), 1);
    int down = 0;
    for (const auto &key : session.keys)
        down += key.down ? 1 : -1;
    EXPECT_EQ(down, 0);
    EXPECT_FALSE(typer.isTyping());
}

TEST_F(KeyTyperTest, EndsWithTheSession)
{
    QSignalSpy finished(&typer, &KeyTyper::finished);
    typer.start(session, german, QStringLiteral("abcdefgh"));
    session.close();
    EXPECT_TRUE(spinUntil([&] { return finished.count() == 1; }));
    EXPECT_TRUE(session.keys.isEmpty());
}

TEST_F(KeyTyperTest, PutsCapsLockOutFirst)
{
    session.lights = LockKeys{false, false, true};
    typer.start(session, german, QStringLiteral("a"));
    ASSERT_TRUE(spinUntil([&] { return !typer.isTyping(); }));
    EXPECT_EQ(places(session.keys), u"+58 -58 +30 -30");
}
