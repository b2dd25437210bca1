// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/mirrors.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {
QString through(const QStringList &lines, const char *address)
{
    return Mirrors(lines).apply(QUrl(QString::fromLatin1(address))).toString();
}
} // namespace

TEST(Mirrors, ExchangeTheBeginningOfAnAddress)
{
    const QStringList lines{QStringLiteral("https://deb.example http://127.0.0.1:81"), QStringLiteral("https://a.example/pub/ http://near/a")};
    EXPECT_EQ(through(lines, "https://deb.example/x/y.iso"), QStringLiteral("http://127.0.0.1:81/x/y.iso"));
    EXPECT_EQ(through(lines, "https://a.example/pub/y.iso"), QStringLiteral("http://near/a/y.iso"));
    EXPECT_EQ(through(lines, "https://a.example/other/y.iso"), QStringLiteral("https://a.example/other/y.iso"));
}

TEST(Mirrors, DoNotTakeOneHostForAnotherThatBeginsLikeIt)
{
    EXPECT_EQ(through({QStringLiteral("https://deb.example http://near")}, "https://deb.example.org/x"), QStringLiteral("https://deb.example.org/x"));
}

TEST(Mirrors, PreferTheLongestBeginning)
{
    const QStringList lines{QStringLiteral("https://a.example http://one"), QStringLiteral("https://a.example/b http://two")};
    EXPECT_EQ(through(lines, "https://a.example/b/c"), QStringLiteral("http://two/c"));
    EXPECT_EQ(through(lines, "https://a.example/d"), QStringLiteral("http://one/d"));
}

TEST(Mirrors, PassOverLinesThatSayNothing)
{
    for (const auto *line : {"", "https://a.example", "ftp://a.example http://b", "https://a.example file:///etc", "a b c"})
        EXPECT_FALSE(Mirrors::isValid(QString::fromLatin1(line))) << line;
    EXPECT_TRUE(Mirrors::isValid(QStringLiteral("  https://a.example \t http://b  ")));
}
