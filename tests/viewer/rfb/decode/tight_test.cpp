// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/decode/decodingprobe.h"

#include <gtest/gtest.h>

using rfb::Decoded;
using rfbencoders::Tight;

namespace {

QByteArray tight(const QRect &area, const QByteArray &payload)
{
    return RfbServer::rectangle(area, rfb::Tight, payload);
}

QImage twoColours(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, (x * 7 + y * 3) % 5 ? 0xff102030 : 0xffd0e0f0);
    }
    return image;
}

} // namespace

TEST(TightDecoder, RefusesWhatMakesNoSense)
{
    DecodingProbe probe({64, 64});
    const QRect area(0, 0, 64, 64);
    for (const char control : {'\xa0', '\xb0', '\xc0', '\xf0'})
        EXPECT_EQ(probe.draw(tight(area, QByteArray(1, control) + QByteArray(20'000, '\0'))), Decoded::Broken);
    EXPECT_EQ(probe.draw(tight(area, QByteArray("\x40\x03", 2) + QByteArray(20'000, '\0'))), Decoded::Broken)
        << "there is no fourth filter";
    EXPECT_EQ(probe.draw(tight(area, QByteArray("\x90\x05xxxxx", 7))), Decoded::Broken) << "that is no JPEG";
    EXPECT_EQ(probe.draw(tight(area, QByteArray("\x90\x00", 2))), Decoded::Broken) << "nothing is no JPEG";
    EXPECT_EQ(probe.draw(tight(area, QByteArray("\x00\x05xxxxx", 7))), Decoded::Broken) << "that is no zlib stream";
}

TEST(TightDecoder, RefusesAJpegOfAnotherSize)
{
    Tight server;
    for (const QSize size : {QSize(63, 64), QSize(64, 65), QSize(1, 1), QSize(640, 640)}) {
        DecodingProbe probe({64, 64});
        EXPECT_EQ(probe.draw(tight({0, 0, 64, 64}, server.encode(twoColours(size), Tight::Form::Jpeg))), Decoded::Broken);
    }
}

TEST(TightDecoder, RefusesAStreamOfAnotherLengthThanItsPixels)
{
    Tight small;
    Tight large;
    DecodingProbe tooShort({64, 64});
    EXPECT_EQ(tooShort.draw(tight({0, 0, 64, 64}, small.encode(twoColours({64, 63}), Tight::Form::Full))), Decoded::Broken);
    DecodingProbe tooLong({64, 64});
    EXPECT_EQ(tooLong.draw(tight({0, 0, 64, 64}, large.encode(twoColours({64, 65}), Tight::Form::Full))), Decoded::Broken);
}

TEST(TightDecoder, ShowsBlackForNumbersBeyondAPalette)
{
    DecodingProbe probe({2, 2});
    probe.image.fill(Qt::white);
    // Stream 2, a palette of three colours, four pixels without compression.
    const QByteArray payload = QByteArray("\x60\x01\x02", 3) + QByteArray("\1\1\1\2\2\2\3\3\3", 9) + QByteArray("\0\2\3\xff", 4);
    ASSERT_EQ(probe.draw(tight({0, 0, 2, 2}, payload)), Decoded::Done);
    EXPECT_EQ(probe.image.pixel(0, 0), 0xff010101u);
    EXPECT_EQ(probe.image.pixel(1, 0), 0xff030303u);
    EXPECT_EQ(probe.image.pixel(0, 1), 0xff000000u);
    EXPECT_EQ(probe.image.pixel(1, 1), 0xff000000u);
}

TEST(TightDecoder, TakesPicturesBeyondItsBuffer)
{
    Tight server;
    std::mt19937 random(4);
    QImage noise(900, 700, QImage::Format_RGB32);
    for (int y = 0; y < noise.height(); ++y) {
        for (int x = 0; x < noise.width(); ++x)
            noise.setPixel(x, y, 0xff000000u | quint32(random()));
    }
    for (const auto form : {Tight::Form::Full, Tight::Form::Gradient}) {
        DecodingProbe probe(noise.size());
        ASSERT_EQ(probe.draw(tight(noise.rect(), server.encode(noise, form)), 1, 1000), Decoded::Done);
        EXPECT_EQ(probe.image, noise);
    }
    server.setJpeg(100, Tight::Chroma::All);
    const QByteArray jpeg = server.encode(noise, Tight::Form::Jpeg);
    ASSERT_GT(jpeg.size(), qsizetype(rfb::ByteStream::capacity));
    DecodingProbe probe(noise.size());
    EXPECT_EQ(probe.draw(tight(noise.rect(), jpeg)), Decoded::Done);
}
