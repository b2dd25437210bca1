// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbquality.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

/// Updates that arrive at so many bytes a second; how often the levels changed.
int feed(RfbQuality &quality, double rate, int count)
{
    int changes = 0;
    constexpr quint64 bytes = 100'000;
    for (int i = 0; i < count; ++i)
        changes += quality.learn(bytes, std::chrono::microseconds(qint64(double(bytes) * 1e6 / rate)));
    return changes;
}

} // namespace

TEST(RfbQuality, ShowsTheBestPictureOnAFastWay)
{
    RfbQuality quality;
    feed(quality, 100e6, 50);
    EXPECT_EQ(quality.levels().jpeg, 9);
    EXPECT_EQ(quality.levels().compression, 1);
}

TEST(RfbQuality, CompressesMoreTheSlowerTheWay)
{
    RfbLevels last{0, 10};
    for (const double rate : {50e6, 4e6, 1e6, 400e3, 150e3, 20e3}) {
        RfbQuality quality;
        feed(quality, rate, 50);
        EXPECT_LT(quality.levels().jpeg, last.jpeg) << rate;
        EXPECT_GT(quality.levels().compression, last.compression) << rate;
        last = quality.levels();
    }
}

TEST(RfbQuality, ChangesSeldom)
{
    RfbQuality quality;
    EXPECT_LE(feed(quality, 300e3, 100), 2);
    // A way that wavers about the border between two steps.
    feed(quality, 250e3, 50);
    int changes = 0;
    for (int i = 0; i < 50; ++i)
        changes += feed(quality, 240e3, 1) + feed(quality, 260e3, 1);
    EXPECT_LE(changes, 1);
}

TEST(RfbQuality, IsNotImpressedByOneSlowUpdate)
{
    RfbQuality quality;
    feed(quality, 100e6, 50);
    EXPECT_EQ(feed(quality, 1e6, 1), 0);
    feed(quality, 100e6, 20);
    EXPECT_EQ(quality.levels().jpeg, 9);
}

TEST(RfbQuality, LearnsNothingFromSmallUpdates)
{
    RfbQuality quality;
    const RfbLevels before = quality.levels();
    for (int i = 0; i < 100; ++i)
        EXPECT_FALSE(quality.learn(500, 200ms));
    EXPECT_EQ(quality.levels(), before);
}

TEST(RfbQuality, ObeysAPerson)
{
    RfbQuality quality(PictureQuality::Best);
    const RfbLevels best = quality.levels();
    EXPECT_EQ(feed(quality, 20e3, 100), 0);
    EXPECT_EQ(quality.levels(), best);
    quality.choose(PictureQuality::Fast);
    EXPECT_LT(quality.levels().jpeg, best.jpeg);
    quality.choose(PictureQuality::Automatic);
    EXPECT_EQ(quality.levels().jpeg, 1) << "it has learnt meanwhile";
}

TEST(RfbQuality, SurvivesAnUpdateThatTookNoTime)
{
    RfbQuality quality;
    for (int i = 0; i < 20; ++i)
        quality.learn(1 << 20, 0us);
    EXPECT_EQ(quality.levels().jpeg, 9);
}
