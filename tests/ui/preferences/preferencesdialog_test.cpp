// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferencesdialog.h"

#include "tests/ui/support/world.h"
#include "ui/common/appearance.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>

TEST(PreferencesDialog, KeepsAChoiceAtOnceAndSaysSo)
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("s.ini")));
    settings.set(keys::appearance, QStringLiteral("dark"));
    PreferencesDialog dialog(settings);
    QSignalSpy changed(&dialog, &PreferencesDialog::changed);
    auto *look = named<QComboBox>(dialog, "Appearance");
    EXPECT_EQ(look->currentData().toString(), u"dark");
    look->setCurrentIndex(1);
    Q_EMIT look->activated(1);
    EXPECT_EQ(settings.get(keys::appearance), u"light");
    EXPECT_EQ(changed.size(), 1);
    EXPECT_FALSE(appearance::isDark(QApplication::palette()));
    look->setCurrentIndex(2);
    Q_EMIT look->activated(2);
    EXPECT_TRUE(appearance::isDark(QApplication::palette())) << "the choice does not show at once";
    auto *statistics = named<QComboBox>(dialog, "Statistics");
    statistics->setCurrentIndex(statistics->findData(10));
    Q_EMIT statistics->activated(statistics->currentIndex());
    EXPECT_EQ(settings.get(keys::statisticsSeconds), 10);
    auto *monitor = named<QCheckBox>(dialog, "Show the QEMU monitor of machines");
    EXPECT_FALSE(monitor->isChecked());
    monitor->setChecked(true);
    EXPECT_TRUE(settings.get(keys::qemuMonitor));
}
