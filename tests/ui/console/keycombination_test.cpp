// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/keycombination.h"

#include <QStringList>

#include <gtest/gtest.h>

TEST(KeyCombination, ReadsNamesLettersAndFunctionKeys)
{
    EXPECT_EQ(keycombination::parse(QStringLiteral("Ctrl+Alt+Del")), (QList<quint32>{0xffe3, 0xffe9, 0xffff}));
    EXPECT_EQ(keycombination::parse(QStringLiteral(" super + l ")), (QList<quint32>{0xffeb, 'l'}));
    EXPECT_EQ(keycombination::parse(QStringLiteral("F12")), (QList<quint32>{0xffc9}));
    EXPECT_EQ(keycombination::parse(QStringLiteral("AltGr+é")), (QList<quint32>{0xfe03, 0xe9}));
}

TEST(KeyCombination, TakesNothingThatItDoesNotKnow)
{
    for (const auto *text : {"", "+", "Ctrl+", "Ctrl+Nope", "F0", "F25", "Fx", "Ctrl+Ctrl", "a+b+a"})
        EXPECT_TRUE(keycombination::parse(QLatin1StringView(text)).isEmpty()) << text;
}

TEST(KeyCombination, KeepsTheKnownOnesOfAList)
{
    EXPECT_EQ(keycombination::known(QStringLiteral("Ctrl+A, bogus key,Alt+F2 ,")), (QStringList{QStringLiteral("Ctrl+A"), QStringLiteral("Alt+F2")}));
}
