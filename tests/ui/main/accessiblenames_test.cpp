// SPDX-License-Identifier: GPL-3.0-or-later
// Walks over everything that a person can operate, page by page: each is called what it shows.
#include "tests/ui/support/testhost.h"
#include "ui/main/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSlider>
#include <QTabBar>
#include <QToolButton>

#include <gtest/gtest.h>

namespace {

bool isOperated(const QWidget *widget)
{
    if (qobject_cast<const QHeaderView *>(widget) || widget->objectName().startsWith(QStringLiteral("qt_")))
        return false;
    // A text field's own signs and a tab bar's scroll arrows belong to these.
    const auto *parent = widget->parentWidget();
    if (qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QTabBar *>(parent))
        return false;
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QSlider *>(widget) || qobject_cast<const QTabBar *>(widget);
}

QString nameOf(QWidget *widget)
{
    auto *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// How many there were.
int expectNames(MainWindow &window, const char *page)
{
    int looked = 0;
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !isOperated(widget))
            continue;
        ++looked;
        const auto name = nameOf(widget);
        EXPECT_FALSE(name.isEmpty()) << page << ": a " << widget->metaObject()->className() << " has no name";
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const auto *tool = qobject_cast<const QToolButton *>(widget);
        if (!button || button->text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
            continue;
        auto shown = button->text();
        shown.replace(QStringLiteral("&&"), QStringLiteral("\x01")).remove(QLatin1Char('&')).replace(QLatin1Char('\x01'), QLatin1Char('&'));
        EXPECT_EQ(name, shown) << page;
    }
    return looked;
}

void trigger(MainWindow &window, const QString &text)
{
    for (auto *action : window.actions()) {
        if (action->text() == text) {
            action->trigger();
            return;
        }
    }
    FAIL() << "no action " << qPrintable(text);
}

} // namespace

TEST(AccessibleNames, AreWhatEveryPageShows)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.resize(1280, 800);
    window.show();
    EXPECT_GT(expectNames(window, "at first"), 4);
    auto *host = world.connectWith(6);
    ASSERT_NE(host, nullptr);
    host->setLabel(QStringLiteral("Smith & <b>Sons</b>"));
    trigger(window, QStringLiteral("Show as cards"));
    EXPECT_GT(expectNames(window, "cards"), 10);
    trigger(window, QStringLiteral("Show as table"));
    EXPECT_GT(expectNames(window, "table"), 10);
    window.showHost(host);
    EXPECT_GT(expectNames(window, "host"), 6);
    for (auto *tabs : window.findChildren<QTabBar *>()) {
        if (tabs->isVisible())
            tabs->setCurrentIndex(1);
    }
    EXPECT_GT(expectNames(window, "host's machines"), 6);
    window.showMachine(host->machineNamed(u"vm-0"));
    EXPECT_GT(expectNames(window, "machine"), 8);
    window.showConsole(host->machineNamed(u"vm-0"));
    EXPECT_GT(expectNames(window, "console"), 8);
    window.showMachine(host->machineNamed(u"vm-1"));
    EXPECT_GT(expectNames(window, "machine that is off"), 8);
}

TEST(AccessibleNames, EveryMenuEntryHasWordsAndSaysWhyItIsGrey)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(2);
    ASSERT_NE(host, nullptr);
    window.showMachine(host->machineNamed(u"vm-1"));
    int grey = 0;
    for (const auto *menu : window.findChildren<QMenu *>()) {
        for (const auto *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            EXPECT_FALSE(action->text().isEmpty());
            if (action->isEnabled())
                continue;
            ++grey;
            EXPECT_NE(action->toolTip(), action->text()) << "no reason is given";
            EXPECT_TRUE(action->toolTip().endsWith(QLatin1Char('.'))) << qPrintable(action->toolTip());
        }
    }
    EXPECT_GT(grey, 3);
}

TEST(MainWindowKeys, F6GoesFromPartToPart)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(spinUntil([&] { return window.isActiveWindow(); }));
    auto *first = window.focusWidget();
    ASSERT_NE(first, nullptr);
    QSet<QWidget *> met;
    for (int step = 0; step < 4; ++step) {
        trigger(window, QStringLiteral("Next part of the window"));
        met.insert(window.focusWidget());
    }
    EXPECT_GE(met.size(), 3);
    EXPECT_TRUE(met.contains(first));
}
