// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbattention.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

struct RfbAttentionTest : testing::Test {
    RfbAttention attention;
    RfbAttention::Clock::time_point now{1h};

    /// How often it calls until all is at rest.
    int calls()
    {
        int count = 0;
        for (; attention.due() && count < 1000; ++count) {
            now = *attention.due();
            attention.called(now);
        }
        return count;
    }
};

} // namespace

TEST_F(RfbAttentionTest, RestsUntilSomethingHappens)
{
    EXPECT_FALSE(attention.due());
}

TEST_F(RfbAttentionTest, CallsForAWhileAfterAKey)
{
    const auto pressed = now;
    attention.inputSent(now);
    ASSERT_TRUE(attention.due());
    EXPECT_EQ(*attention.due(), pressed + RfbAttention::pause);
    EXPECT_EQ(calls(), RfbAttention::afterInput / RfbAttention::pause);
    EXPECT_LE(now, pressed + RfbAttention::afterInput);
}

TEST_F(RfbAttentionTest, KeepsItsPaceWhileKeysFollowEachOther)
{
    attention.inputSent(now);
    const auto due = attention.due();
    attention.inputSent(now + 1ms);
    EXPECT_EQ(attention.due(), due) << "else a quick typist would put it off for ever";
}

TEST_F(RfbAttentionTest, LeavesABlinkingCursorAlone)
{
    for (int i = 0; i < 10; ++i) {
        attention.pictureCame(now);
        EXPECT_FALSE(attention.due());
        now += 500ms;
    }
}

TEST_F(RfbAttentionTest, FollowsAMovementToItsEnd)
{
    attention.pictureCame(now);
    attention.pictureCame(now += 80ms);
    EXPECT_TRUE(attention.due());
    const auto last = now;
    EXPECT_GT(calls(), 0);
    EXPECT_LE(now, last + RfbAttention::movement);
}
