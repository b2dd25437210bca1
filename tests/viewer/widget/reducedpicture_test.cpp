// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/reducedpicture.h"

#include "tests/viewer/rfb/sessionprobe.h"

#include <gtest/gtest.h>

TEST(ReducedPicture, HalvesAsOftenAsTheScaleNeeds)
{
    EXPECT_EQ(ReducedPicture::levelsFor(1), 0);
    EXPECT_EQ(ReducedPicture::levelsFor(0.5), 0);
    EXPECT_EQ(ReducedPicture::levelsFor(0.49), 1);
    EXPECT_EQ(ReducedPicture::levelsFor(0.2), 2);
    EXPECT_EQ(ReducedPicture::levelsFor(0), 0);
}

TEST(ReducedPicture, AveragesPixels)
{
    QImage image(4, 2, QImage::Format_RGB32);
    image.fill(Qt::black);
    image.setPixel(0, 0, 0xffffffff);
    image.setPixel(1, 1, 0xffffffff);
    ReducedPicture reduced;
    reduced.update(image, QRegion(), 1);
    ASSERT_EQ(reduced.image().size(), QSize(2, 1));
    EXPECT_NEAR(qRed(reduced.image().pixel(0, 0)), 127, 1);
    EXPECT_EQ(reduced.image().pixel(1, 0), 0xff000000u);
}

TEST(ReducedPicture, IsTheSameByDamageAsFromScratch)
{
    const QSize size(37, 23);
    QImage image = pattern(size);
    ReducedPicture byDamage;
    byDamage.update(image, QRegion(), 2);
    const QRect area(13, 5, 9, 7);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            image.setPixel(x, y, 0xff00ff00);
    }
    byDamage.update(image, area, 2);
    ReducedPicture fresh;
    fresh.update(image, QRegion(), 2);
    EXPECT_EQ(byDamage.image(), fresh.image());
}
