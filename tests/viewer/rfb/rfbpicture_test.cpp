// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/sessionprobe.h"

#include <gtest/gtest.h>

namespace {

RfbServer::Script sized(QSize size)
{
    RfbServer::Script script;
    script.size = size;
    return script;
}

bool shows(SessionProbe &probe, const QImage &expected)
{
    return spinUntil([&] { return probe.session.framebuffer().snapshot() == expected; });
}

bool ready(RfbServer &server)
{
    return server.waitFor([](const RfbServer::Heard &heard) { return heard.updateRequests > 0; });
}

} // namespace

TEST(RfbPicture, ShowsTheServersPixelsExactly)
{
    const QSize size(61, 47);
    RfbServer server(sized(size));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    const QImage image = pattern(size);
    server.send(RfbServer::update({RfbServer::raw(image)}));
    EXPECT_TRUE(shows(probe, image));
    EXPECT_TRUE(spinUntil([&] { return probe.sizes == QList<QSize>{size}; }));
}

TEST(RfbPicture, ReportsTheDamageOfEachUpdate)
{
    const QSize size(64, 48);
    RfbServer server(sized(size));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    QImage image = pattern(size);
    server.send(RfbServer::update({RfbServer::raw(image)}));
    ASSERT_TRUE(shows(probe, image));
    probe.fetchDamage();
    const QImage patch = pattern({8, 4}, 77);
    server.send(RfbServer::update({RfbServer::raw(patch, {10, 20}), RfbServer::copyRect({40, 30, 8, 4}, {10, 20})}));
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 8; ++x) {
            image.setPixel(10 + x, 20 + y, patch.pixel(x, y));
            image.setPixel(40 + x, 30 + y, patch.pixel(x, y));
        }
    }
    ASSERT_TRUE(shows(probe, image));
    EXPECT_EQ(probe.fetchDamage(), QRegion(10, 20, 8, 4) + QRegion(40, 30, 8, 4));
}

TEST(RfbPicture, DecodesHextile)
{
    const QSize size(20, 10); // two tiles, the second of them narrow
    RfbServer server(sized(size));
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.link = Endpoint::Link::Remote;
    probe.open(server, endpoint);
    ASSERT_TRUE(ready(server));
    const auto colour = [](quint32 rgb) { return QByteArray(reinterpret_cast<const char *>(&rgb), 4); };
    // 0x1a: a background, then one rectangle with a colour of its own, 3×2 at (4,5). 0x02: a background alone.
    const QByteArray first = QByteArray(1, '\x1a') + colour(0x112233) + QByteArray(1, '\x01') + colour(0xff8800)
                             + QByteArray("\x45\x21", 2);
    const QByteArray second = QByteArray(1, '\x02') + colour(0x445566);
    server.send(RfbServer::update({RfbServer::rectangle(QRect({}, size), 5, first + second)}));
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(0x11, 0x22, 0x33));
    for (int y = 0; y < 10; ++y) {
        for (int x = 16; x < 20; ++x)
            image.setPixel(x, y, 0xff445566);
    }
    for (int y = 5; y < 7; ++y) {
        for (int x = 4; x < 7; ++x)
            image.setPixel(x, y, 0xffff8800);
    }
    EXPECT_TRUE(shows(probe, image));
}

TEST(RfbPicture, PublishesAtTheEndOfAnUpdateOnly)
{
    const QSize size(32, 32);
    RfbServer server(sized(size));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    const QImage before = pattern(size, 1);
    server.send(RfbServer::update({RfbServer::raw(before)}));
    ASSERT_TRUE(shows(probe, before));
    const QImage after = pattern(size, 2);
    const QByteArray message = RfbServer::update({RfbServer::raw(after.copy(0, 0, 32, 16)),
                                                  RfbServer::raw(after.copy(0, 16, 32, 16), {0, 16})});
    const int requests = server.heard().updateRequests;
    server.send(message.left(message.size() - 1));
    // The next request is on its way while this update is still being read: so the client has begun it.
    ASSERT_TRUE(server.waitFor([&](const RfbServer::Heard &heard) { return heard.updateRequests > requests; }));
    EXPECT_EQ(probe.session.framebuffer().snapshot(), before);
    server.send(message.right(1));
    EXPECT_TRUE(shows(probe, after));
}

TEST(RfbPicture, WakesTheReaderOnceUntilItLooks)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    QImage last;
    for (quint32 i = 0; i < 20; ++i) {
        last = pattern({16, 16}, i);
        server.send(RfbServer::update({RfbServer::raw(last)}));
    }
    ASSERT_TRUE(shows(probe, last));
    server.send(QByteArray(1, '\x02')); // after all that came before
    ASSERT_TRUE(spinUntil([&] { return probe.bells == 1; }));
    EXPECT_EQ(probe.timesDamaged, 1);
    probe.fetchDamage();
    server.send(RfbServer::update({RfbServer::raw(pattern({16, 16}, 99))}));
    EXPECT_TRUE(spinUntil([&] { return probe.timesDamaged == 2; }));
}

TEST(RfbPicture, FollowsANewDesktopSize)
{
    for (const bool extended : {false, true}) {
        RfbServer server(sized({16, 16}));
        SessionProbe probe;
        probe.open(server);
        ASSERT_TRUE(ready(server));
        server.send(RfbServer::update({RfbServer::raw(pattern({16, 16}))}));
        ASSERT_TRUE(shows(probe, pattern({16, 16})));
        const int full = server.heard().fullRequests;
        const QSize size(40, 24);
        // QEMU's only screen has the number 0.
        server.send(RfbServer::update({extended ? RfbServer::extendedSize(size, 0)
                                                : RfbServer::rectangle(QRect({}, size), -223)}));
        ASSERT_TRUE(server.waitFor([&](const RfbServer::Heard &heard) { return heard.fullRequests > full; }));
        const QImage image = pattern(size, 5);
        server.send(RfbServer::update({RfbServer::raw(image)}));
        EXPECT_TRUE(shows(probe, image));
        EXPECT_TRUE(spinUntil([&] { return probe.sizes == QList<QSize>{{16, 16}, size}; }));
        EXPECT_FALSE(probe.error);
        EXPECT_EQ(probe.session.canResize(), extended);
    }
}

TEST(RfbPicture, TakesASizeAndPixelsInOneUpdate)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    const QImage image = pattern({20, 8});
    server.send(RfbServer::update({RfbServer::extendedSize({20, 8}, 7), RfbServer::raw(image)}));
    EXPECT_TRUE(shows(probe, image));
}

TEST(RfbPicture, EndsWhenARectangleLeavesTheScreen)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    server.send(RfbServer::update({RfbServer::raw(pattern({16, 16}), {1, 0})}));
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, ConsoleError::Kind::ProtocolViolation);
}

TEST(RfbPicture, CopiesNothingFromOutside)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    server.send(RfbServer::update({RfbServer::raw(pattern({16, 16}))}));
    server.send(RfbServer::update({RfbServer::copyRect({0, 0, 8, 8}, {60000, 60000})}));
    server.send(QByteArray(1, '\x02'));
    ASSERT_TRUE(spinUntil([&] { return probe.bells == 1 || probe.error; }));
    EXPECT_EQ(probe.session.framebuffer().snapshot(), pattern({16, 16}));
}

TEST(RfbPicture, ReceivesCursors)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    QImage image(11, 5, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setPixel(0, 0, 0xffff0000);
    image.setPixel(10, 4, 0xff00ff80);
    server.send(RfbServer::update({RfbServer::cursor(image, {2, 3})}));
    ASSERT_TRUE(spinUntil([&] { return probe.cursors.size() == 1; }));
    EXPECT_EQ(probe.cursors.last().hotSpot, QPoint(2, 3));
    EXPECT_EQ(probe.cursors.last().image, image.convertToFormat(QImage::Format_ARGB32_Premultiplied));
    // Without pixels: the server shows none.
    server.send(RfbServer::update({RfbServer::rectangle({0, 0, 0, 0}, -239)}));
    ASSERT_TRUE(spinUntil([&] { return probe.cursors.size() == 2; }));
    EXPECT_TRUE(probe.cursors.last().image.isNull());
    // With an alpha channel, red with its share multiplied in.
    const QByteArray pixel("\x80\x00\x00\x80", 4);
    server.send(RfbServer::update({RfbServer::rectangle({0, 0, 1, 1}, -314, QByteArray(4, '\0') + pixel)}));
    ASSERT_TRUE(spinUntil([&] { return probe.cursors.size() == 3; }));
    EXPECT_EQ(probe.cursors.last().image.pixel(0, 0), 0x80800000u);
}

TEST(RfbPicture, ReceivesACursorAfterPixelsInOneUpdate)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    QImage image(3, 3, QImage::Format_ARGB32);
    image.fill(0xff102030);
    server.send(RfbServer::update({RfbServer::raw(pattern({16, 16})), RfbServer::cursor(image, {1, 1}),
                                   RfbServer::rectangle({5, 6, 0, 0}, -232)}));
    ASSERT_TRUE(spinUntil([&] { return probe.cursorPlaces.size() == 1; }));
    EXPECT_EQ(probe.cursorPlaces.last(), QPoint(5, 6));
    ASSERT_EQ(probe.cursors.size(), 1);
    EXPECT_EQ(probe.cursors.last().image.pixel(1, 1), 0xff102030u);
    EXPECT_TRUE(shows(probe, pattern({16, 16})));
}

TEST(RfbPicture, EndsOverACursorOfAbsurdSize)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    server.send(RfbServer::update({RfbServer::rectangle({0, 0, 60000, 60000}, -239)}));
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, ConsoleError::Kind::TooLarge);
}

TEST(RfbPicture, SkipsAColourMap)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    server.send(QByteArray("\x01\x00\x00\x00\x00\x02", 6) + QByteArray(12, '\x55'));
    server.send(RfbServer::update({RfbServer::raw(pattern({16, 16}))}));
    EXPECT_TRUE(shows(probe, pattern({16, 16})));
}

TEST(RfbPicture, EndsAnUpdateAtItsLastRectangle)
{
    RfbServer server(sized({16, 16}));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(ready(server));
    // Servers that do not know how many there will be say that there are very many, and then that one was the last.
    QByteArray update = RfbServer::update({RfbServer::raw(pattern({16, 16}, 1)), RfbServer::rectangle({}, -224)});
    update[2] = update[3] = '\xff';
    server.send(update);
    EXPECT_TRUE(shows(probe, pattern({16, 16}, 1)));
    server.send(RfbServer::update({RfbServer::raw(pattern({16, 16}, 2))}));
    EXPECT_TRUE(shows(probe, pattern({16, 16}, 2)));
}

TEST(RfbPicture, CountsWhatItReceives)
{
    RfbServer::Script script = sized({64, 64});
    script.everyUpdate = RfbServer::update({RfbServer::raw(pattern({64, 64}))});
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(spinUntil([&] { return probe.session.statistics().framesPerSecond > 1; }));
    EXPECT_GT(probe.session.statistics().bytesReceived, 64u * 64u * 4u);
}
