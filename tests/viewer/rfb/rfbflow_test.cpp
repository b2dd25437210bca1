// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbflow.h"

#include "tests/support/rfbserver.h"
#include "tests/viewer/rfb/memorywire.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

/// What follows the type of a server's message.
QByteArray bodyOf(const QByteArray &message)
{
    return message.mid(1);
}

struct RfbFlowTest : testing::Test {
    MemoryWire wire;
    RfbFlow::Clock::time_point now{};
    RfbFlow flow{wire, true, [this] { return now; }};

    bool hear(quint32 flags, const QByteArray &payload)
    {
        wire.add(bodyOf(RfbServer::fence(flags, payload)));
        return flow.receiveFence();
    }
    /// The payload of the one fence that was written.
    QByteArray sentPayload()
    {
        const QByteArray sent = std::exchange(wire.written, {});
        EXPECT_EQ(sent.size(), 9 + 4);
        return sent.mid(9);
    }
};

} // namespace

TEST_F(RfbFlowTest, AnswersAFenceWithItsPayloadAndTheFlagsThatItKnows)
{
    ASSERT_TRUE(hear(1u << 31 | 1u << 17 | 1, "abc"));
    EXPECT_EQ(wire.written, QByteArray("\xf8\0\0\0\0\0\0\1\3abc", 12));
}

TEST_F(RfbFlowTest, GivesNoAnswerToAnAnswer)
{
    ASSERT_TRUE(hear(1, "abc"));
    EXPECT_TRUE(wire.written.isEmpty());
}

TEST_F(RfbFlowTest, SkipsAPayloadThatIsLongerThanAllowed)
{
    ASSERT_TRUE(hear(1u << 31, QByteArray(200, 'x')));
    EXPECT_TRUE(wire.written.isEmpty());
    EXPECT_EQ(wire.left(), 0);
}

TEST_F(RfbFlowTest, MeasuresNothingWhereThereAreNoFences)
{
    EXPECT_FALSE(flow.measure());
    EXPECT_TRUE(wire.written.isEmpty());
    EXPECT_FALSE(flow.latency());
}

TEST_F(RfbFlowTest, KeepsTheShortestOfTheLatestRoundTrips)
{
    ASSERT_TRUE(hear(1u << 31, {}));
    wire.written.clear();
    const auto roundTrip = [this](std::chrono::microseconds length) {
        EXPECT_TRUE(flow.measure());
        const QByteArray payload = sentPayload();
        now += length;
        EXPECT_TRUE(hear(0, payload));
    };
    roundTrip(30ms);
    EXPECT_EQ(flow.latency(), 30ms);
    roundTrip(10ms);
    roundTrip(50ms);
    EXPECT_EQ(flow.latency(), 10ms);
    for (int i = 0; i < 5; ++i)
        roundTrip(40ms);
    EXPECT_EQ(flow.latency(), 40ms) << "an old one counts no more";
}

TEST_F(RfbFlowTest, HasOneFenceUnderWayAndBelievesNoForgedAnswer)
{
    ASSERT_TRUE(hear(1u << 31, {}));
    wire.written.clear();
    EXPECT_TRUE(flow.measure());
    const QByteArray payload = sentPayload();
    now += 1s;
    EXPECT_TRUE(flow.measure());
    EXPECT_TRUE(wire.written.isEmpty());
    EXPECT_TRUE(hear(0, "????"));
    EXPECT_FALSE(flow.latency());
    now += 60s;
    EXPECT_TRUE(flow.measure());
    EXPECT_NE(sentPayload(), payload) << "one that is never answered is given up";
}

TEST_F(RfbFlowTest, TakesUpdatesUnaskedOnlyWhereFencesTellHowMany)
{
    ASSERT_TRUE(flow.receiveEnd({640, 480}));
    EXPECT_FALSE(flow.isContinuous());
    ASSERT_TRUE(hear(0, {}));
    ASSERT_TRUE(flow.receiveEnd({640, 480}));
    EXPECT_TRUE(flow.isContinuous());
    EXPECT_EQ(wire.written, QByteArray("\x96\1\0\0\0\0\2\x80\1\xe0", 10));
}

TEST_F(RfbFlowTest, FollowsTheSizeOfTheScreenAndNoticesTheEnd)
{
    ASSERT_TRUE(hear(0, {}));
    ASSERT_TRUE(flow.receiveEnd({640, 480}));
    wire.written.clear();
    ASSERT_TRUE(flow.screenChanged({800, 600}));
    EXPECT_EQ(wire.written, QByteArray("\x96\1\0\0\0\0\3\x20\2\x58", 10));
    ASSERT_TRUE(flow.receiveEnd({800, 600}));
    EXPECT_FALSE(flow.isContinuous());
}
