// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include "tests/core/testdata.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

TEST(Settings, GivesTheFallbackUntilSomethingIsSet)
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    EXPECT_EQ(settings.get(keys::statisticsSeconds), 2);
    EXPECT_EQ(settings.get(keys::machinesView), QStringLiteral("cards"));
    settings.set(keys::statisticsSeconds, 7);
    EXPECT_EQ(settings.get(keys::statisticsSeconds), 7);
}

TEST(Settings, AreThereInTheNextRun)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("s.ini"));
    const QByteArray bytes("\x00\x01\xff geometry", 12);
    {
        Settings settings(path);
        settings.set(keys::windowGeometry, bytes);
        settings.set(keys::collapsedHosts, QStringList{QStringLiteral("a"), QStringLiteral("b,c")});
        settings.setMachineValue(QStringLiteral("uuid-1"), QLatin1StringView("scaling"), QStringLiteral("1:1"));
    }
    const Settings again(path);
    EXPECT_EQ(again.get(keys::windowGeometry), bytes);
    EXPECT_EQ(again.get(keys::collapsedHosts), (QStringList{QStringLiteral("a"), QStringLiteral("b,c")}));
    EXPECT_EQ(again.machineValue(QStringLiteral("uuid-1"), QLatin1StringView("scaling")).toString(), QStringLiteral("1:1"));
    EXPECT_FALSE(again.machineValue(QStringLiteral("uuid-2"), QLatin1StringView("scaling")).isValid());
}
