// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errordialog.h"
#include "ui/common/errorpanel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include <gtest/gtest.h>

namespace {
ErrorText example()
{
    return {QStringLiteral("It broke."), QStringLiteral("It is broken."), QStringLiteral("Mend it."), QStringLiteral("raw: ENOENT")};
}
} // namespace

TEST(ErrorPanel, FoldsTheOriginalAwayUntilAsked)
{
    ErrorPanel panel;
    panel.setError(example());
    auto *original = panel.findChild<QPlainTextEdit *>();
    auto *details = panel.findChild<QToolButton *>();
    EXPECT_TRUE(original->isHidden());
    details->click();
    EXPECT_FALSE(original->isHidden());
    EXPECT_EQ(original->toPlainText(), u"raw: ENOENT");
    EXPECT_EQ(details->accessibleName(), details->text());
}

TEST(ErrorPanel, CopiesTheOriginal)
{
    ErrorPanel panel;
    panel.setError(example());
    QApplication::clipboard()->clear();
    panel.findChild<QPushButton *>()->click();
    EXPECT_EQ(QApplication::clipboard()->text(), u"raw: ENOENT");
}

TEST(ErrorPanel, HidesWithoutAnError)
{
    QWidget window;
    ErrorPanel panel(&window);
    panel.setError(example());
    EXPECT_FALSE(panel.isHidden());
    panel.clear();
    EXPECT_TRUE(panel.isHidden());
}

TEST(ErrorDialog, DoesNotPileUpTheSameFailure)
{
    QWidget window;
    showError(&window, example());
    showError(&window, example());
    EXPECT_EQ(window.findChildren<QDialog *>().size(), 1);
    auto other = example();
    other.what = QStringLiteral("Something else broke.");
    showError(&window, other);
    const auto dialogs = window.findChildren<QDialog *>();
    EXPECT_EQ(dialogs.size(), 1);
    for (const auto *dialog : dialogs) {
        EXPECT_FALSE(dialog->isModal());
        EXPECT_FALSE(dialog->windowTitle().isEmpty());
    }
}
