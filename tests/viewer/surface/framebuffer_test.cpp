// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/surface/framebuffer.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace {

QRegion fetch(Framebuffer &framebuffer)
{
    QRegion damage;
    framebuffer.read([&](const QImage &, const QRegion &fresh) { damage = fresh; });
    return damage;
}

} // namespace

TEST(Framebuffer, RefusesAbsurdSizes)
{
    EXPECT_TRUE(Framebuffer::isAcceptable(1920, 1080));
    EXPECT_TRUE(Framebuffer::isAcceptable(7680, 4320));
    EXPECT_FALSE(Framebuffer::isAcceptable(0, 0));
    EXPECT_FALSE(Framebuffer::isAcceptable(0, 100));
    EXPECT_FALSE(Framebuffer::isAcceptable(-1, 100));
    EXPECT_FALSE(Framebuffer::isAcceptable(65535, 65535));
    EXPECT_FALSE(Framebuffer::isAcceptable(65535, 1));
}

TEST(Framebuffer, ShowsNothingBeforeItIsPublished)
{
    Framebuffer framebuffer;
    ASSERT_TRUE(framebuffer.resize({8, 8}));
    framebuffer.pixels().fill(Qt::red);
    framebuffer.damage({0, 0, 8, 8});
    EXPECT_TRUE(framebuffer.snapshot().isNull());
    EXPECT_TRUE(framebuffer.publish());
    EXPECT_EQ(framebuffer.snapshot().pixelColor(3, 3), QColor(Qt::red));
}

TEST(Framebuffer, KeepsTheFormerPictureUntilTheNewSizeHasPixels)
{
    Framebuffer framebuffer;
    framebuffer.resize({8, 8});
    framebuffer.damage({0, 0, 8, 8});
    framebuffer.publish();
    framebuffer.resize({16, 4});
    EXPECT_FALSE(framebuffer.publish());
    EXPECT_EQ(framebuffer.size(), QSize(8, 8));
    framebuffer.damage({0, 0, 1, 1});
    framebuffer.publish();
    EXPECT_EQ(framebuffer.size(), QSize(16, 4));
    EXPECT_EQ(fetch(framebuffer), QRegion(0, 0, 16, 4));
}

TEST(Framebuffer, WakesTheReaderOnceUntilItLooks)
{
    Framebuffer framebuffer;
    framebuffer.resize({8, 8});
    framebuffer.damage({0, 0, 1, 1});
    EXPECT_TRUE(framebuffer.publish());
    framebuffer.damage({1, 1, 1, 1});
    EXPECT_FALSE(framebuffer.publish());
    EXPECT_FALSE(fetch(framebuffer).isEmpty());
    EXPECT_TRUE(fetch(framebuffer).isEmpty());
    framebuffer.damage({2, 2, 1, 1});
    EXPECT_TRUE(framebuffer.publish());
    EXPECT_EQ(fetch(framebuffer), QRegion(2, 2, 1, 1));
}

TEST(Framebuffer, CutsDamageOffAtItsEdge)
{
    Framebuffer framebuffer;
    framebuffer.resize({8, 8});
    framebuffer.damage({0, 0, 8, 8});
    framebuffer.publish();
    fetch(framebuffer);
    framebuffer.damage({6, 6, 100, 100});
    framebuffer.damage({-5, -5, 2, 2});
    framebuffer.publish();
    EXPECT_EQ(fetch(framebuffer), QRegion(6, 6, 2, 2));
}

TEST(Framebuffer, MakesEveryPixelOpaque)
{
    Framebuffer framebuffer;
    framebuffer.resize({2, 2});
    reinterpret_cast<quint32 *>(framebuffer.pixels().bits())[1] = 0x00123456;
    framebuffer.damage({0, 0, 2, 2});
    framebuffer.publish();
    EXPECT_EQ(reinterpret_cast<const quint32 *>(framebuffer.snapshot().constBits())[1], 0xff123456u);
}

TEST(Framebuffer, NeverShowsHalfAnUpdate)
{
    Framebuffer framebuffer;
    constexpr int side = 256;
    framebuffer.resize({side, side});
    framebuffer.damage({0, 0, side, side});
    framebuffer.publish();
    std::atomic<bool> done = false;
    std::thread decoder([&] {
        for (quint32 colour = 1; colour < 400; ++colour) {
            framebuffer.begin();
            for (int y = 0; y < side; ++y) { // in bands, as rectangles come
                auto *line = reinterpret_cast<quint32 *>(framebuffer.pixels().scanLine(y));
                std::fill(line, line + side, colour);
                framebuffer.damage({0, y, side, 1});
            }
            framebuffer.publish();
        }
        done = true;
    });
    int torn = 0;
    while (!done) {
        framebuffer.read([&](const QImage &image, const QRegion &) {
            const auto *first = reinterpret_cast<const quint32 *>(image.constScanLine(0));
            const auto *last = reinterpret_cast<const quint32 *>(image.constScanLine(side - 1));
            torn += first[0] != last[side - 1];
        });
    }
    decoder.join();
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(framebuffer.snapshot().pixel(9, 9), 0xff000000u + 399);
}

TEST(Framebuffer, CopiesNothingForAReaderThatHasJustLooked)
{
    Framebuffer framebuffer;
    framebuffer.setPace(std::chrono::hours(1));
    framebuffer.resize({8, 8});
    const auto publish = [&](const QRect &area, Qt::GlobalColor colour) {
        framebuffer.begin();
        framebuffer.pixels().fill(colour);
        framebuffer.damage(area);
        return framebuffer.publish();
    };
    const auto shown = [&] {
        QColor colour;
        framebuffer.view([&](const QImage &image) { colour = image.pixelColor(0, 0); });
        return colour;
    };
    EXPECT_TRUE(publish({0, 0, 8, 8}, Qt::red));
    EXPECT_EQ(fetch(framebuffer), QRegion(0, 0, 8, 8));
    EXPECT_TRUE(publish({0, 0, 4, 4}, Qt::green)) << "it has to know that something waits";
    EXPECT_FALSE(publish({4, 4, 4, 4}, Qt::blue)) << "it knows";
    EXPECT_EQ(shown(), QColor(Qt::red));
    EXPECT_EQ(fetch(framebuffer), QRegion(0, 0, 4, 4) + QRegion(4, 4, 4, 4));
    EXPECT_EQ(shown(), QColor(Qt::blue));
}

TEST(Framebuffer, ShowsAtTheEndOfAnUpdateWhatAReaderMissed)
{
    Framebuffer framebuffer;
    framebuffer.setPace(std::chrono::hours(1));
    framebuffer.resize({8, 8});
    framebuffer.damage({0, 0, 8, 8});
    framebuffer.publish();
    fetch(framebuffer);
    framebuffer.damage({0, 0, 1, 1});
    framebuffer.publish();
    framebuffer.begin(); // the picture is overwritten from here on
    EXPECT_TRUE(fetch(framebuffer).isEmpty());
    framebuffer.damage({2, 2, 1, 1});
    EXPECT_TRUE(framebuffer.publish()) << "it looked in vain and must be woken";
    EXPECT_EQ(fetch(framebuffer), QRegion(0, 0, 1, 1) + QRegion(2, 2, 1, 1));
}

TEST(Framebuffer, CopiesBeforeAnUpdateWhatIsDueAlready)
{
    Framebuffer framebuffer;
    constexpr std::chrono::milliseconds pace(20);
    framebuffer.setPace(pace);
    framebuffer.resize({8, 8});
    framebuffer.damage({0, 0, 8, 8});
    framebuffer.publish();
    fetch(framebuffer);
    framebuffer.damage({0, 0, 1, 1});
    framebuffer.publish();
    const auto due = std::chrono::steady_clock::now() + pace;
    while (std::chrono::steady_clock::now() < due)
        std::this_thread::yield();
    framebuffer.begin();
    EXPECT_EQ(fetch(framebuffer), QRegion(0, 0, 1, 1)) << "however long that update stalls";
}
