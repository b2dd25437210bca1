// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbscreens.h"

#include <gtest/gtest.h>

namespace {

const RfbScreen left{1, {0, 0, 800, 600}, 7};
const RfbScreen right{2, {800, 0, 640, 600}, 9};

} // namespace

TEST(RfbScreens, MakesOneScreenAsLargeAsThePicture)
{
    EXPECT_EQ(rfbscreens::fitted({left}, {800, 600}, {1024, 768}), (QList<RfbScreen>{{1, {0, 0, 1024, 768}, 7}}));
    EXPECT_EQ(rfbscreens::fitted({}, {800, 600}, {1024, 768}), (QList<RfbScreen>{{0, {0, 0, 1024, 768}, 0}}));
}

TEST(RfbScreens, KeepsSeveralAndLetsThoseAtTheEdgeFollowIt)
{
    EXPECT_EQ(rfbscreens::fitted({left, right}, {1440, 600}, {1600, 700}),
              (QList<RfbScreen>{{1, {0, 0, 800, 700}, 7}, {2, {800, 0, 800, 700}, 9}}));
}

TEST(RfbScreens, DropsWhatWouldLieOutside)
{
    EXPECT_EQ(rfbscreens::fitted({left, right}, {1440, 600}, {700, 500}), (QList<RfbScreen>{{1, {0, 0, 700, 500}, 7}}));
}

TEST(RfbScreens, IsNeverWithoutAScreen)
{
    const RfbScreen away{3, {2000, 2000, 10, 10}, 0};
    EXPECT_EQ(rfbscreens::fitted({away, away}, {4000, 4000}, {640, 480}), (QList<RfbScreen>{{3, {0, 0, 640, 480}, 0}}));
}

TEST(RfbScreens, AsksForAllOfThem)
{
    const QByteArray message = rfbscreens::request({1440, 600}, {left, right});
    EXPECT_EQ(message.size(), 8 + 2 * 16);
    EXPECT_EQ(message.left(8), QByteArray("\xfb\0\5\xa0\2\x58\2\0", 8));
    EXPECT_EQ(message.mid(8 + 16), QByteArray("\0\0\0\2\3\x20\0\0\2\x80\2\x58\0\0\0\x9", 16));
}
