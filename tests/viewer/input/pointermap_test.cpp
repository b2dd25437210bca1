// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/pointermap.h"

#include <gtest/gtest.h>

using Mode = PointerMap::Mode;

TEST(PointerMap, CentresASmallerScreenAtOneToOne)
{
    const PointerMap map({640, 480}, {800, 600}, 1, Mode::OneToOne);
    EXPECT_EQ(map.target(), QRect(80, 60, 640, 480));
    EXPECT_TRUE(map.isExact());
    EXPECT_FALSE(map.canPan());
    EXPECT_EQ(map.toRemote({80, 60}), QPoint(0, 0));
    EXPECT_EQ(map.toRemote({719.9, 539.9}), QPoint(639, 479));
    EXPECT_FALSE(map.contains({79, 60}));
}

TEST(PointerMap, ClampsPlacesOutsideToTheNearestEdge)
{
    const PointerMap map({640, 480}, {800, 600}, 1, Mode::OneToOne);
    EXPECT_EQ(map.toRemote({-5, 300}), QPoint(0, 240));
    EXPECT_EQ(map.toRemote({5000, 5000}), QPoint(639, 479));
}

TEST(PointerMap, FitsAndKeepsTheAspect)
{
    const PointerMap map({1920, 1080}, {960, 600}, 1, Mode::Fit);
    EXPECT_EQ(map.target(), QRect(0, 30, 960, 540));
    EXPECT_DOUBLE_EQ(map.scale(), 0.5);
    EXPECT_EQ(map.toRemote({480, 300}), QPoint(960, 540));
}

TEST(PointerMap, FillsTheRoomAndMovesWhatIsTooMuch)
{
    const PointerMap map({1920, 1080}, {800, 800}, 1, Mode::Fill, {300, 7});
    EXPECT_EQ(map.target().height(), 800);
    EXPECT_GT(map.target().width(), 800);
    EXPECT_TRUE(map.canPan());
    EXPECT_EQ(map.pan(), QPoint(300, 0));
    EXPECT_EQ(map.target().topLeft(), QPoint(-300, 0));
}

TEST(PointerMap, TakesTheLargestWholeMultipleThatFits)
{
    const PointerMap twice({640, 400}, {1919, 1100}, 1, Mode::Integer);
    EXPECT_DOUBLE_EQ(twice.scale(), 2);
    EXPECT_EQ(twice.target(), QRect(319, 150, 1280, 800));
    EXPECT_TRUE(twice.isWhole());
    const PointerMap dense({640, 400}, {1000, 700}, 2, Mode::Integer);
    EXPECT_DOUBLE_EQ(dense.scale(), 3);
    const PointerMap reduced({640, 400}, {320, 400}, 1, Mode::Integer);
    EXPECT_DOUBLE_EQ(reduced.scale(), 0.5);
    EXPECT_FALSE(reduced.isWhole());
}

TEST(PointerMap, CountsPercentInPixelsOfTheDisplay)
{
    const PointerMap map({400, 300}, {400, 300}, 1.25, Mode::Percent, {}, 150);
    EXPECT_EQ(map.target().size(), QSize(600, 450));
    EXPECT_TRUE(map.canPan());
    EXPECT_FALSE(map.isWhole());
    EXPECT_TRUE(PointerMap({400, 300}, {400, 300}, 1.25, Mode::Percent, {}, 300).isWhole());
    EXPECT_TRUE(PointerMap({400, 300}, {400, 300}, 1.25, Mode::Percent, {}, 100).isExact());
}

TEST(PointerMap, ShowsOnePixelOnOneOfTheDisplayAtEveryScaleOfTheDesktop)
{
    for (const qreal ratio : {1.0, 1.25, 1.5, 2.0}) {
        const PointerMap map({300, 200}, {400, 300}, ratio, Mode::OneToOne);
        EXPECT_EQ(map.target().size(), QSize(300, 200)) << ratio;
        EXPECT_TRUE(map.isExact());
    }
}

TEST(PointerMap, FindsEveryPixelAgainWhereScalingKeepsThemApart)
{
    for (const qreal ratio : {1.0, 1.25, 1.5, 2.0}) {
        for (const Mode mode : {Mode::Fit, Mode::OneToOne}) {
            const PointerMap map({64, 48}, {101, 83}, ratio, mode);
            for (int y = 0; y < 48; ++y) {
                for (int x = 0; x < 64; ++x)
                    ASSERT_EQ(map.toRemote(map.toWidget(QPoint(x, y))), QPoint(x, y)) << ratio << ' ' << int(mode);
            }
        }
    }
}

TEST(PointerMap, PansWithinBounds)
{
    const PointerMap map({1000, 300}, {400, 400}, 1, Mode::OneToOne, {10000, 50});
    EXPECT_TRUE(map.canPan());
    EXPECT_EQ(map.pan(), QPoint(600, 0));
    EXPECT_EQ(map.target().topLeft(), QPoint(-600, 50));
    EXPECT_EQ(map.toRemote({0, 50}), QPoint(600, 0));
    EXPECT_EQ(PointerMap({1000, 300}, {400, 400}, 1, Mode::OneToOne, {-7, 0}).pan(), QPoint(0, 0));
}

TEST(PointerMap, CoversDamageWhenScaled)
{
    const PointerMap exact({640, 480}, {640, 480}, 1, Mode::Fit);
    EXPECT_EQ(exact.toWidget(QRegion(10, 20, 30, 40)).boundingRect(), QRect(10, 20, 30, 40));
    const PointerMap half({640, 480}, {320, 240}, 1, Mode::Fit);
    EXPECT_TRUE(half.toWidget(QRegion(10, 20, 30, 40)).boundingRect().contains(QRect(5, 10, 15, 20)));
    const PointerMap dense({640, 480}, {640, 480}, 2, Mode::OneToOne);
    EXPECT_EQ(dense.target(), QRect(320, 240, 640, 480));
    EXPECT_EQ(dense.toWidget(QRegion(0, 0, 2, 2)).boundingRect(), QRect(160, 120, 1, 1));
}

TEST(PointerMap, SurvivesNothing)
{
    const PointerMap none;
    EXPECT_EQ(none.toRemote({3, 3}), QPoint());
    const PointerMap empty({}, {100, 100}, 1, Mode::Fit);
    EXPECT_TRUE(empty.target().isEmpty());
    EXPECT_TRUE(empty.toWidget(QRegion(0, 0, 5, 5)).isEmpty());
}
