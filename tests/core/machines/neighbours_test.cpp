// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/neighbours.h"

namespace {
const QByteArray table =
    "IP address       HW type     Flags       HW address            Mask     Device\n"
    "10.77.0.5        0x1         0x2         52:54:00:aa:bb:01     *        labbr\n"
    "10.77.0.6        0x1         0x0         52:54:00:aa:bb:02     *        labbr\n"
    "192.168.1.1      0x1         0x2         00:11:22:33:44:55     *        eth0\n"
    "10.78.0.5        0x1         0x2         52:54:00:aa:bb:01     *        otherbr\n";
}

TEST(Neighbours, GivesEveryAddressOfAMachine)
{
    EXPECT_EQ(neighboursIn(table, {QStringLiteral("52:54:00:AA:BB:01")}), (QStringList{QStringLiteral("10.77.0.5"), QStringLiteral("10.78.0.5")}));
}

TEST(Neighbours, KnowsNothingOfOnesThatDidNotAnswerOrAreNotThere)
{
    EXPECT_EQ(neighboursIn(table, {QStringLiteral("52:54:00:aa:bb:02"), QStringLiteral("52:54:00:00:00:00")}), QStringList());
    EXPECT_EQ(neighboursIn(table, {}), QStringList());
    EXPECT_EQ(neighboursIn("no table at all\n\n x", {QStringLiteral("52:54:00:aa:bb:01")}), QStringList());
}
