// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errordialog.h"

#include <QDialog>
#include <QListWidget>
#include <QWidget>

#include <gtest/gtest.h>

TEST(ErrorDialog, GathersManyFailuresInOneWindow)
{
    QWidget window;
    window.show();
    for (int number = 0; number < 30; ++number)
        showError(&window, {QStringLiteral("vm-%1 could not be started.").arg(number), {}, {}, QStringLiteral("error %1").arg(number)});
    const auto dialogs = window.findChildren<QDialog *>();
    ASSERT_EQ(dialogs.size(), 1);
    auto *list = dialogs.front()->findChild<QListWidget *>();
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->count(), 30);
    EXPECT_EQ(list->currentRow(), 0);
    EXPECT_TRUE(list->isVisible());
}

TEST(ErrorDialog, ShowsTheSameFailureOnceAndAloneWithoutAList)
{
    QWidget window;
    window.show();
    for (int again = 0; again < 3; ++again)
        showError(&window, {QStringLiteral("It failed."), {}, {}, QStringLiteral("why")});
    auto *list = window.findChild<QListWidget *>();
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->count(), 1);
    EXPECT_FALSE(list->isVisible());
}
