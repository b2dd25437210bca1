// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/decode/decodingprobe.h"

#include <gtest/gtest.h>

namespace {

/// From all zeros to pure noise.
QByteArray anyBytes(std::mt19937 &random)
{
    QByteArray bytes(qsizetype(random() % 300'000), Qt::Uninitialized);
    const auto values = 1u + random() % 256u;
    const auto repeat = 1u + random() % 64u;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = random() % repeat && i > 0 ? bytes.at(i - 1) : char(random() % values);
    return bytes;
}

} // namespace

TEST(Inflater, GivesBackWhatZlibDeflated)
{
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        rfbencoders::Deflater deflater(int(seed % 10));
        rfb::Inflater inflater;
        for (int round = 0; round < 6; ++round) {
            const QByteArray bytes = anyBytes(random);
            const QByteArray compressed = deflater.compress(bytes, random() % 4 == 0);
            MemoryStream source(compressed, seed % 2 ? 77 : size_t(-1));
            rfb::InflatedPiece piece(source.stream, inflater, quint32(compressed.size()));
            QByteArray out(bytes.size(), '\0');
            // Asked for in pieces of all sizes.
            for (qsizetype done = 0; done < out.size();) {
                const auto room = std::min<size_t>(1 + random() % 70'000, size_t(out.size() - done));
                size_t got = 0;
                ASSERT_TRUE(piece.read(reinterpret_cast<uchar *>(out.data()) + done, room, got));
                ASSERT_EQ(got, room);
                done += qsizetype(got);
            }
            ASSERT_EQ(out, bytes) << "seed " << seed << " round " << round;
            ASSERT_TRUE(piece.finish());
        }
    }
}

TEST(Inflater, BeginsAnewAfterAReset)
{
    rfb::Inflater inflater;
    for (int i = 0; i < 3; ++i) {
        rfbencoders::Deflater deflater;
        const QByteArray compressed = deflater.compress("one and the same, one and the same");
        MemoryStream source(compressed);
        rfb::InflatedPiece piece(source.stream, inflater, quint32(compressed.size()));
        uchar out[100];
        size_t got = 0;
        ASSERT_TRUE(piece.read(out, sizeof out, got));
        EXPECT_EQ(QByteArray(reinterpret_cast<char *>(out), qsizetype(got)), "one and the same, one and the same");
        inflater.reset();
    }
}
