// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/fuzzy.h"

#include <gtest/gtest.h>

TEST(Fuzzy, FindsLettersInOrderAndRefusesOthers)
{
    EXPECT_GE(fuzzy::score(u"pgb", u"postgres-b"), 0);
    EXPECT_LT(fuzzy::score(u"bgp", u"postgres-b"), 0);
    EXPECT_EQ(fuzzy::score(u"", u"anything"), 0);
}

TEST(Fuzzy, PrefersWholeRunsAndBeginningsOfWords)
{
    EXPECT_GT(fuzzy::score(u"web", u"web-01"), fuzzy::score(u"web", u"my web"));
    EXPECT_GT(fuzzy::score(u"web", u"my web"), fuzzy::score(u"web", u"cobweb"));
    EXPECT_GT(fuzzy::score(u"web", u"cobweb"), fuzzy::score(u"web", u"west bank"));
    EXPECT_GT(fuzzy::score(u"fo", u"force off"), fuzzy::score(u"fo", u"xfxo"));
}
