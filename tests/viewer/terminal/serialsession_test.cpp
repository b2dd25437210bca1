// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/serialsession.h"

#include "tests/support/spin.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {
class FakeChannel final : public ByteChannel {
public:
    using ByteChannel::ByteChannel;
    QByteArray read() override { return std::exchange(incoming, {}); }
    qint64 skipped() const override { return lost; }
    qsizetype write(QByteArrayView bytes) override
    {
        const auto part = std::min(bytes.size(), room);
        written += bytes.first(part);
        room -= part;
        return part;
    }
    void say(const QByteArray &bytes)
    {
        incoming += bytes;
        Q_EMIT readyRead();
    }

    QByteArray incoming, written;
    qint64 lost = 0;
    qsizetype room = 1 << 30;
};

class SerialSessionTest : public testing::Test {
protected:
    SerialSessionTest()
    {
        QObject::connect(&session, &SerialSession::received, &session, [this](const QByteArray &bytes) { heard += bytes; });
    }
    void goLive()
    {
        session.setMachineRunning(true);
        session.open();
        Q_EMIT channel->opened();
    }

    QByteArray heard;
    QPointer<FakeChannel> channel;
    std::vector<SerialSession::Take> takes;
    SerialSession session{[this](SerialSession::Take take, QObject *parent) {
        takes.push_back(take);
        channel = new FakeChannel(parent);
        return channel;
    }};
};
using State = SerialSession::State;
} // namespace

TEST_F(SerialSessionTest, WaitsForTheMachineAndLetsGoWhenItStops)
{
    session.open();
    EXPECT_EQ(session.state(), State::Waiting);
    EXPECT_TRUE(channel.isNull());
    session.setMachineRunning(true);
    EXPECT_EQ(session.state(), State::Connecting);
    Q_EMIT channel->opened();
    EXPECT_EQ(session.state(), State::Live);
    channel->say("last words");
    session.setMachineRunning(false);
    EXPECT_EQ(session.state(), State::Waiting);
    EXPECT_EQ(heard, "last words");
    EXPECT_TRUE(spinUntil([&] { return channel.isNull(); }));
    session.setMachineRunning(true);
    EXPECT_EQ(session.state(), State::Connecting);
}

TEST_F(SerialSessionTest, OpensThePortAgainAfterALoss)
{
    goLive();
    Q_EMIT channel->closed(ByteChannel::Ending::Ended);
    EXPECT_EQ(session.state(), State::Lost);
    EXPECT_TRUE(spinUntil([&] { return takes.size() == 2; }));
    EXPECT_EQ(session.state(), State::Connecting);
    Q_EMIT channel->closed(ByteChannel::Ending::Hopeless);
    EXPECT_EQ(session.state(), State::Lost);
    EXPECT_EQ(session.secondsLeft(), 0);
    session.retryNow();
    EXPECT_EQ(session.state(), State::Connecting);
}

TEST_F(SerialSessionTest, SaysThatAnotherHasThePortOnlyWhenThatStays)
{
    session.setMachineRunning(true);
    session.open();
    size_t tries = 0;
    while (session.state() == State::Connecting) {
        ASSERT_LT(++tries, 10U);
        const auto before = takes.size();
        Q_EMIT channel->closed(ByteChannel::Ending::Held);
        if (session.state() == State::Connecting) {
            ASSERT_TRUE(spinUntil([&] { return takes.size() > before; }));
        }
    }
    EXPECT_GT(tries, 1U);
    EXPECT_EQ(session.state(), State::Held);
    session.takeOver();
    EXPECT_EQ(takes.back(), SerialSession::Take::Over);
    Q_EMIT channel->opened();
    EXPECT_EQ(session.state(), State::Live);
}

TEST_F(SerialSessionTest, HandsOverMuchInPartsAndAllOfIt)
{
    goLive();
    const QByteArray much(3 << 20, 'x');
    channel->say(much);
    EXPECT_TRUE(heard.isEmpty()) << "never while it arrives";
    EXPECT_TRUE(spinUntil([&] { return heard.size() == much.size(); }));
    EXPECT_EQ(session.receivedBytes(), much.size());
}

TEST_F(SerialSessionTest, SaysHowMuchWasSkippedAndEndsTheSequenceThatWasCut)
{
    goLive();
    channel->lost = 12345;
    channel->say("rest");
    EXPECT_TRUE(spinUntil([&] { return heard.endsWith("rest"); }));
    EXPECT_EQ(heard, "\x18\r\nrest");
    EXPECT_EQ(session.skipped(), 12345);
}

TEST_F(SerialSessionTest, KeepsWhatTheGuestDoesNotTakeYetWithinABound)
{
    EXPECT_FALSE(session.send("x")) << "there is nobody";
    goLive();
    channel->room = 3;
    EXPECT_TRUE(session.send("abcdef"));
    EXPECT_EQ(channel->written, "abc");
    channel->room = 100;
    EXPECT_TRUE(spinUntil([&] { return channel->written == "abcdef"; }));
    channel->room = 0;
    EXPECT_TRUE(session.send(QByteArray(SerialSession::mostUnsent, 'x')));
    EXPECT_FALSE(session.send("y"));
}

TEST_F(SerialSessionTest, LogsAllThatComesBehindWhatIsThere)
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("port.log"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("before\n");
    file.close();
    goLive();
    session.setLogFile(path);
    channel->say("\x1b[31mred\r\n");
    const auto content = [&] {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    };
    EXPECT_TRUE(spinUntil([&] { return content() == "before\n\x1b[31mred\r\n"; }));
    session.setLogFile({});
    channel->say("unheard");
    EXPECT_TRUE(spinUntil([&] { return heard.endsWith("unheard"); }));
    EXPECT_FALSE(content().contains("unheard"));
}

TEST_F(SerialSessionTest, SaysThatALogCannotBeWritten)
{
    goLive();
    QSignalSpy failed(&session, &SerialSession::logFailed);
    session.setLogFile(QStringLiteral("/nowhere/at/all.log"));
    EXPECT_TRUE(spinUntil([&] { return failed.size() == 1; }));
    EXPECT_TRUE(session.logFile().isEmpty());
    if (QFile::exists(QStringLiteral("/dev/full"))) {
        session.setLogFile(QStringLiteral("/dev/full"));
        channel->say("more than fits");
        EXPECT_TRUE(spinUntil([&] { return failed.size() == 2; }));
        EXPECT_FALSE(failed[1][1].toString().isEmpty());
    }
}
