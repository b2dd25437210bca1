// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QLocale>

#include <gtest/gtest.h>

using namespace std::chrono_literals;

namespace {
class Format : public testing::Test {
protected:
    void SetUp() override { QLocale::setDefault(QLocale::c()); }
};
} // namespace

TEST_F(Format, ShowsOneDecimalBelowTenAndDropsAZero)
{
    EXPECT_EQ(format::size(Bytes::gib(20)), QStringLiteral("20 GiB"));
    EXPECT_EQ(format::size(Bytes::gib(4)), QStringLiteral("4 GiB"));
    EXPECT_EQ(format::size(Bytes(6764573491ULL)), QStringLiteral("6.3 GiB"));
    EXPECT_EQ(format::size(Bytes(0)), QStringLiteral("0 B"));
}

TEST_F(Format, StepsToTheNextUnitBeforeFourDigitsAppear)
{
    EXPECT_EQ(format::size(Bytes((1ULL << 20) - 1)), QStringLiteral("1 MiB"));
    EXPECT_EQ(format::size(Bytes(1023)), QStringLiteral("1023 B"));
    EXPECT_EQ(format::bitRate(124999.9), QStringLiteral("1 Mbit/s"));
}

TEST_F(Format, CountsNetworksInBitsAndDisksInBytes)
{
    EXPECT_EQ(format::rate(18 * 1024 * 1024), QStringLiteral("18 MiB/s"));
    EXPECT_EQ(format::bitRate(525000), QStringLiteral("4.2 Mbit/s"));
    EXPECT_EQ(format::rate(-5), QStringLiteral("0 B/s"));
}

TEST_F(Format, KeepsPercentagesWithinBounds)
{
    EXPECT_EQ(format::percent(0.364), QStringLiteral("36 %"));
    EXPECT_EQ(format::percent(1.7), QStringLiteral("100 %"));
    EXPECT_EQ(format::percent(-1), QStringLiteral("0 %"));
}

TEST_F(Format, SaysDurationsInTheLargestFittingUnit)
{
    EXPECT_EQ(format::duration(9s), QStringLiteral("9 s"));
    EXPECT_EQ(format::duration(150s), QStringLiteral("2 min"));
    EXPECT_EQ(format::duration(3h), QStringLiteral("3 h"));
    EXPECT_EQ(format::duration(47h), QStringLiteral("47 h"));
    EXPECT_EQ(format::duration(41 * 24h), QStringLiteral("41 d"));
    EXPECT_EQ(format::duration(-5s), QStringLiteral("0 s"));
}

TEST_F(Format, PutsUsedAndTotalInTheUnitOfTheTotal)
{
    EXPECT_EQ(format::sizeOf(Bytes::mib(2150), Bytes::gib(4)), QStringLiteral("2.1 / 4 GiB"));
}

TEST_F(Format, SaysNothingOfAMomentThatIsUnknown)
{
    EXPECT_TRUE(format::since({}).isEmpty());
}

TEST_F(Format, FollowsTheLocalesDecimalSign)
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(format::size(Bytes(6764573491ULL)), QStringLiteral("6,3 GiB"));
}
