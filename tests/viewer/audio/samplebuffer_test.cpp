// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/samplebuffer.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {

QByteArray counting(int from, int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes.append(char(from + i));
    return bytes;
}

} // namespace

TEST(SampleBuffer, GivesWhatCameInOrder)
{
    SampleBuffer buffer;
    buffer.begin(2, 1000);
    buffer.add(counting(0, 6));
    buffer.add(counting(6, 4));
    EXPECT_EQ(buffer.waiting(), 5ms);
    EXPECT_EQ(buffer.read(4), counting(0, 4));
    EXPECT_EQ(buffer.read(6), counting(4, 6));
    EXPECT_EQ(buffer.waiting(), 0ms);
}

TEST(SampleBuffer, IsSilentWhereItIsEmpty)
{
    SampleBuffer buffer;
    buffer.begin(2, 1000);
    buffer.add(counting(1, 2));
    EXPECT_EQ(buffer.read(6), counting(1, 2) + QByteArray(4, '\0'));
}

TEST(SampleBuffer, HandsOutWholeFrames)
{
    SampleBuffer buffer;
    buffer.begin(4, 1000);
    buffer.add(counting(1, 10));
    EXPECT_EQ(buffer.waiting(), 2ms);
    EXPECT_EQ(buffer.read(7), counting(1, 4));
}

TEST(SampleBuffer, GoesRoundItsEndWithoutLosingAnything)
{
    SampleBuffer buffer;
    buffer.begin(1, 1000); // room for 250 bytes
    int next = 0, seen = 0;
    for (int round = 0; round < 50; ++round) {
        buffer.add(counting(next, 70));
        next += 70;
        ASSERT_EQ(buffer.read(70), counting(seen, 70)) << round;
        seen += 70;
    }
}

TEST(SampleBuffer, NeverLagsFarBehind)
{
    SampleBuffer buffer;
    buffer.begin(1, 1000);
    buffer.add(counting(0, 200));
    EXPECT_EQ(buffer.waiting(), 200ms);
    buffer.add(counting(200, 100));
    EXPECT_EQ(buffer.waiting(), SampleBuffer::comfortable);
    EXPECT_EQ(buffer.read(80), counting(220, 80)) << "the newest";
    buffer.add(counting(0, 5000));
    EXPECT_EQ(buffer.waiting(), SampleBuffer::comfortable);
    EXPECT_EQ(buffer.read(80), counting(4920, 80));
}

TEST(SampleBuffer, HoldsNothingBeforeItBegins)
{
    SampleBuffer buffer;
    buffer.add(counting(0, 100));
    EXPECT_EQ(buffer.waiting(), 0ms);
}
