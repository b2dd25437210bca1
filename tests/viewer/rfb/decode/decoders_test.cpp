// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/decode/decodingprobe.h"
#include "tests/viewer/rfb/decode/librarydecoder.h"

#include <gtest/gtest.h>

using rfb::Decoded;
using rfbencoders::Choice;
using rfbencoders::Tight;

namespace {

/// Encodes like a server that never repeats itself, in one connection.
class AnyServer final {
public:
    AnyServer(qint32 encoding, QSize size, unsigned seed)
        : m_encoding(encoding)
        , m_size(size)
        , m_random(seed)
    {
    }

    QByteArray rectangle()
    {
        const int width = 1 + below(m_size.width());
        const int height = 1 + below(m_size.height());
        const QRect area(below(m_size.width() - width + 1), below(m_size.height() - height + 1), width, height);
        return RfbServer::rectangle(area, m_encoding, payload(area));
    }

private:
    int below(int bound) { return int(m_random() % unsigned(bound)); }

    QByteArray payload(const QRect &area)
    {
        const QImage image = anyPicture(area.size(), m_random);
        const Choice choice(m_random);
        switch (m_encoding) {
        case rfb::Hextile:
            return rfbencoders::hextile(image, choice);
        case rfb::Zrle:
            return m_zrle.encode(image, choice);
        case rfb::Tight:
            m_tight.setJpeg(1 + below(100), Tight::Chroma(below(4)), below(3) == 0);
            return m_tight.encode(image, Tight::Form(below(4)), choice);
        case rfb::CopyRect: {
            const QPoint from(below(m_size.width() - area.width() + 1), below(m_size.height() - area.height() + 1));
            return RfbServer::copyRect(area, from).mid(rfb::Rectangle::size);
        }
        default:
            return RfbServer::raw(image).mid(rfb::Rectangle::size);
        }
    }

    const qint32 m_encoding;
    const QSize m_size;
    std::mt19937 m_random;
    rfbencoders::Zrle m_zrle;
    Tight m_tight;
};

constexpr rfb::Encoding encodings[] = {rfb::Raw, rfb::CopyRect, rfb::Hextile, rfb::Tight, rfb::Zrle};

QByteArray rectangles(AnyServer &server, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += server.rectangle();
    return bytes;
}

} // namespace

TEST(Decoders, ShowWhatTheLibraryShows)
{
    constexpr int perUpdate = 6;
    for (const auto encoding : encodings) {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            const QSize size(1 + int(seed * 37 % 211), 1 + int(seed * 53 % 157));
            AnyServer server(encoding, size, seed);
            // Something to copy from.
            AnyServer background(rfb::Raw, size, seed);
            const QByteArray all = rectangles(background, 2) + rectangles(server, perUpdate);
            const QByteArray header = RfbServer::update({}).left(2) + QByteArray("\0\x08", 2);
            const auto expected = shownByLibrary(size, header + all, 1);
            ASSERT_TRUE(expected) << "encoding " << encoding << " seed " << seed;
            DecodingProbe probe(size);
            ASSERT_EQ(probe.draw(all, perUpdate + 2, seed % 3 == 0 ? 50 : size_t(-1)), Decoded::Done)
                << "encoding " << encoding << " seed " << seed;
            ASSERT_EQ(probe.image, *expected) << "encoding " << encoding << " seed " << seed;
        }
    }
}

TEST(Decoders, ShowLargeScreensAsTheLibraryDoes)
{
    const QSize size(1920, 1080);
    for (const auto encoding : encodings) {
        AnyServer background(rfb::Raw, size, 3);
        AnyServer server(encoding, size, 11);
        const QByteArray all = background.rectangle() + rectangles(server, 3);
        const auto expected = shownByLibrary(size, RfbServer::update({}).left(2) + QByteArray("\0\x04", 2) + all, 1);
        ASSERT_TRUE(expected) << "encoding " << encoding;
        DecodingProbe probe(size);
        ASSERT_EQ(probe.draw(all, 4), Decoded::Done) << "encoding " << encoding;
        EXPECT_EQ(probe.image, *expected) << "encoding " << encoding;
        EXPECT_GT(probe.pauses, 0) << "keys wait while that is drawn";
    }
}

TEST(Decoders, NoticeAnEndAtEveryByte)
{
    const QSize size(40, 36);
    for (const auto encoding : encodings) {
        for (unsigned seed = 1; seed <= 6; ++seed) {
            AnyServer server(encoding, size, seed);
            const QByteArray all = rectangles(server, 3);
            for (qsizetype length = 0; length < all.size(); ++length) {
                DecodingProbe probe(size);
                ASSERT_EQ(probe.draw(all.left(length), 3), Decoded::Ended)
                    << "encoding " << encoding << " seed " << seed << " cut after " << length << " of " << all.size();
            }
        }
    }
}

// That nothing is read or written outside is for the sanitizers to say; that it ends, for the time limit.
TEST(Decoders, SurviveAnyChangedByte)
{
    const QSize size(150, 100);
    std::mt19937 random(99);
    int broken = 0;
    for (const auto encoding : encodings) {
        for (unsigned seed = 1; seed <= 150; ++seed) {
            AnyServer server(encoding, size, seed);
            QByteArray all = rectangles(server, 3);
            for (int i = 0; i < 1 + int(seed % 4); ++i)
                all[qsizetype(random() % size_t(all.size()))] = char(random());
            DecodingProbe probe(size);
            broken += probe.draw(all, 3) == Decoded::Broken;
        }
    }
    EXPECT_GT(broken, 50);
}

TEST(Decoders, RefuseRectanglesOutsideOfTheScreen)
{
    const QSize size(64, 64);
    for (const auto encoding : encodings) {
        for (const QRect area : {QRect(1, 0, 64, 64), QRect(0, 1, 64, 64), QRect(65535, 0, 1, 1), QRect(0, 0, 65535, 1),
                                 QRect(63, 63, 2, 1)}) {
            DecodingProbe probe(size);
            const QImage before = probe.image.copy();
            const QByteArray rectangle = RfbServer::rectangle(area, encoding, QByteArray(1000, '\x01'));
            EXPECT_EQ(probe.draw(rectangle), Decoded::Broken) << "encoding " << encoding;
            EXPECT_EQ(probe.image, before);
        }
    }
}

TEST(Decoders, RefuseEncodingsThatNobodyAskedFor)
{
    for (const qint32 encoding : {2, 4, 6, 8, 15, 17, -1, 0x7fffffff}) {
        DecodingProbe probe({16, 16});
        EXPECT_EQ(probe.draw(RfbServer::rectangle({0, 0, 16, 16}, encoding, QByteArray(2000, '\0'))), Decoded::Broken);
    }
}

TEST(Decoders, TakeEmptyRectangles)
{
    Tight tight;
    rfbencoders::Zrle zrle;
    DecodingProbe probe({16, 16});
    const QByteArray all = RfbServer::rectangle({3, 3, 0, 0}, rfb::Raw)
                           + RfbServer::rectangle({3, 3, 0, 5}, rfb::Hextile)
                           + RfbServer::rectangle({60000, 3, 0, 60000}, rfb::Tight, QByteArray("\x80\1\2\3", 4))
                           + RfbServer::rectangle({3, 3, 0, 4}, rfb::Tight, QByteArray(1, '\0'))
                           + RfbServer::rectangle({3, 3, 4, 0}, rfb::CopyRect, QByteArray(4, '\0'))
                           + RfbServer::rectangle({3, 3, 4, 0}, rfb::Zrle, QByteArray(4, '\0'))
                           + RfbServer::raw(anyPicture({16, 16}, *std::make_unique<std::mt19937>(1)));
    EXPECT_EQ(probe.draw(all, 7), Decoded::Done);
}
