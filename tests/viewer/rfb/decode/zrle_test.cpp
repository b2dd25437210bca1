// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/decode/decodingprobe.h"

#include <gtest/gtest.h>

using rfb::Decoded;

namespace {

QByteArray zrle(const QRect &area, const QByteArray &tiles, rfbencoders::Deflater &stream)
{
    const QByteArray bytes = stream.compress(tiles);
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(quint32(bytes.size()), length.data());
    return RfbServer::rectangle(area, rfb::Zrle, length + bytes);
}

Decoded drawn(QSize size, const QByteArray &tiles)
{
    rfbencoders::Deflater stream;
    DecodingProbe probe(size);
    return probe.draw(zrle(QRect({}, size), tiles, stream));
}

} // namespace

TEST(ZrleDecoder, RefusesTilesThatMakeNoSense)
{
    const QByteArray colour("\x10\x20\x30", 3);
    EXPECT_EQ(drawn({16, 16}, '\x01' + colour), Decoded::Done);
    EXPECT_EQ(drawn({16, 16}, '\x01' + colour + '\0'), Decoded::Broken) << "more than the tiles need";
    EXPECT_EQ(drawn({16, 16}, '\x01' + colour.left(2)), Decoded::Broken) << "less than the tile needs";
    EXPECT_EQ(drawn({65, 16}, '\x01' + colour), Decoded::Broken) << "less than the tiles need";
    EXPECT_EQ(drawn({16, 16}, QByteArray(1, '\x11') + QByteArray(2000, '\0')), Decoded::Broken) << "17 is no form";
    EXPECT_EQ(drawn({16, 16}, QByteArray(1, '\x81') + QByteArray(2000, '\0')), Decoded::Broken) << "129 is no form";
    EXPECT_EQ(drawn({16, 16}, '\x80' + colour + '\xfe'), Decoded::Broken) << "255 of 256 pixels, and then nothing";
    EXPECT_EQ(drawn({16, 16}, '\x80' + colour + QByteArray("\xff\x00", 2)), Decoded::Done) << "256 pixels";
    EXPECT_EQ(drawn({16, 16}, '\x80' + colour + QByteArray("\xff\x01", 2)), Decoded::Broken) << "257 pixels";
    EXPECT_EQ(drawn({16, 16}, '\x80' + colour + QByteArray(100'000, '\xff')), Decoded::Broken) << "no end of a run";
    EXPECT_EQ(drawn({16, 16}, '\x82' + colour + colour + '\x82' + QByteArray("\xff\x00", 2)), Decoded::Broken)
        << "the third of two colours";
}

TEST(ZrleDecoder, ShowsBlackForNumbersBeyondAPalette)
{
    rfbencoders::Deflater stream;
    DecodingProbe probe({2, 1});
    probe.image.fill(Qt::white);
    const QByteArray tile = QByteArray("\x03\x01\x01\x01\x02\x02\x02\x03\x03\x03", 10) + '\xc0';
    ASSERT_EQ(probe.draw(zrle({0, 0, 2, 1}, tile, stream)), Decoded::Done);
    EXPECT_EQ(probe.image.pixel(0, 0), 0xff000000u);
    EXPECT_EQ(probe.image.pixel(1, 0), 0xff010101u);
}

TEST(ZrleDecoder, IsNotBlownUpByAStreamOfNothing)
{
    // A hundred megabytes behind the pixels of one tile.
    rfbencoders::Deflater stream;
    const QByteArray bomb = zrle({0, 0, 16, 16}, QByteArray("\x01\x10\x20\x30", 4) + QByteArray(100'000'000, '\0'), stream);
    DecodingProbe probe({16, 16});
    MemoryStream source(bomb);
    EXPECT_EQ(probe.draw(source.stream, 1), Decoded::Broken);
}

TEST(ZrleDecoder, RefusesWhatIsNoZlibStream)
{
    for (const QByteArray &bytes : {QByteArray("\x78\x00\x00\x00", 4), QByteArray("\x79\x9c\x00\x00", 4),
                                    QByteArray("\x78\xbb\x00\x00", 4), QByteArray("\x78\x9c\xff\xff\xff\xff", 6)}) {
        QByteArray length(4, '\0');
        length[3] = char(bytes.size());
        DecodingProbe probe({16, 16});
        EXPECT_EQ(probe.draw(RfbServer::rectangle({0, 0, 16, 16}, rfb::Zrle, length + bytes)), Decoded::Broken)
            << bytes.toHex().constData();
    }
}

TEST(ZrleDecoder, KeepsItsStreamFromOneRectangleToTheNext)
{
    rfbencoders::Zrle server;
    std::mt19937 random(5);
    DecodingProbe probe({200, 150});
    QByteArray all;
    QImage last;
    for (int i = 0; i < 20; ++i) {
        last = anyPicture({200, 150}, random);
        all += RfbServer::rectangle(last.rect(), rfb::Zrle, server.encode(last));
    }
    ASSERT_EQ(probe.draw(all, 20, 333), Decoded::Done);
    EXPECT_EQ(probe.image, last);
}
