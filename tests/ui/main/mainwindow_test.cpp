// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/mainwindow.h"

#include "tests/ui/support/testhost.h"
#include "ui/common/statepill.h"

#include <QAction>
#include <QAbstractButton>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

#include <gtest/gtest.h>

namespace {

QTreeView *sidebarOf(const QWidget &window)
{
    for (auto *tree : window.findChildren<QTreeView *>()) {
        if (tree->accessibleName() == u"Hosts and machines")
            return tree;
    }
    return nullptr;
}

template<class Widget>
Widget *named(const QWidget &window, const QString &name)
{
    for (auto *widget : window.findChildren<Widget *>()) {
        if (widget->accessibleName() == name && widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace

TEST(MainWindow, OpensOnTheDemonstrationHostAndShowsItsMachine)
{
    TestHost world;
    MainWindow window(world.inventory);
    bool painted = false;
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&] { painted = true; });
    window.show();
    EXPECT_TRUE(spinUntil([&] { return painted; }));
    auto *host = world.connectTo(QStringLiteral("test:///default"));
    ASSERT_NE(host, nullptr);
    ASSERT_EQ(host->machines().size(), 1U);
    window.showMachine(host->machines().front());
    EXPECT_TRUE(window.windowTitle().contains(QStringLiteral("test")));
    auto *tree = sidebarOf(window);
    ASSERT_NE(tree, nullptr);
    EXPECT_EQ(tree->currentIndex().data().toString(), QStringLiteral("test"));
    EXPECT_NE(named<QAbstractButton>(window, QStringLiteral("Open console")), nullptr);
    EXPECT_NE(named<QAbstractButton>(window, QStringLiteral("Pause")), nullptr);
}

TEST(MainWindow, TellsHowLongAMachineHasBeenRunningWhereNobodyLooksAtItsFigures)
{
    TestHost world;
    world.settings.set(keys::statisticsSeconds, 60);
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(2);
    ASSERT_TRUE(host);
    auto *machine = host->machineNamed(u"vm-1");
    ASSERT_TRUE(machine);
    window.showMachine(machine);
    machine->start();
    const auto *pill = window.findChild<StatePill *>();
    ASSERT_TRUE(pill);
    EXPECT_TRUE(spinUntil([&] { return pill->accessibleName().startsWith(u"Running · ") && pill->accessibleName() != u"Running · 0 s"; }));
}

TEST(MainWindow, GoesToAllMachinesWhenTheShownHostIsRemoved)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(3);
    ASSERT_NE(host, nullptr);
    window.showMachine(host->machineNamed(u"vm-0"));
    world.inventory.hosts().remove(host);
    EXPECT_TRUE(spinUntil([&] { return window.windowTitle() == u"Vivarium"; }));
}

TEST(MainWindow, EveryVerbIsInTheMenu)
{
    TestHost world;
    MainWindow window(world.inventory);
    QStringList texts;
    for (const auto *menu : window.findChildren<QMenu *>()) {
        for (const auto *action : menu->actions())
            texts << action->text();
    }
    for (const auto *verb : {"New machine", "Add host…", "Open console", "Start", "Shut down", "Reboot", "Reset", "Force off", "Pause", "Resume",
                             "Save", "Restore", "Discard saved state", "Start with the host", "Rename", "Remove", "Connect", "Disconnect",
                             "Rename host", "Move up", "Move down", "Remove from the list", "Preferences…", "Quit"})
        EXPECT_TRUE(texts.contains(QString::fromUtf8(verb))) << verb;
}

TEST(MainWindow, EveryButtonIsCalledWhatItShows)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(3);
    ASSERT_NE(host, nullptr);
    window.showHost(host);
    window.showMachine(host->machineNamed(u"vm-0"));
    int looked = 0;
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        // Qt's own parts, such as scroll buttons, have neither.
        if (button->text().isEmpty() || button->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        ++looked;
        if (button->icon().isNull() || !qobject_cast<const QToolButton *>(button))
            EXPECT_EQ(button->accessibleName(), button->text()) << qPrintable(button->text());
        else
            EXPECT_FALSE(button->accessibleName().isEmpty()) << qPrintable(button->text());
    }
    EXPECT_GT(looked, 12);
}

TEST(MainWindow, ThePaletteFindsAMachineAndGoesThere)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(30);
    ASSERT_NE(host, nullptr);
    auto *field = named<QLineEdit>(window, QStringLiteral("Search machines, settings, commands"));
    ASSERT_NE(field, nullptr);
    field->setFocus();
    field->setText(QStringLiteral("vm-17"));
    Q_EMIT field->textEdited(field->text());
    auto *list = named<QListView>(window, QStringLiteral("Search results"));
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->currentIndex().data().toString(), QStringLiteral("vm-17"));
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &press);
    EXPECT_TRUE(window.windowTitle().startsWith(QStringLiteral("vm-17")));
    EXPECT_TRUE(field->text().isEmpty());
}

TEST(MainWindow, RemembersItsSizeAndTheFoldedHost)
{
    TestHost world;
    auto *host = world.connectWith(3);
    ASSERT_NE(host, nullptr);
    {
        MainWindow window(world.inventory);
        window.show();
        window.resize(1111, 640);
        auto *tree = sidebarOf(window);
        ASSERT_NE(tree, nullptr);
        tree->collapse(tree->model()->index(1, 0));
        window.close();
    }
    MainWindow window(world.inventory);
    EXPECT_EQ(window.size(), QSize(1111, 640));
    auto *tree = sidebarOf(window);
    EXPECT_FALSE(tree->isExpanded(tree->model()->index(1, 0)));
}
