// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoletabs.h"

#include "tests/ui/support/world.h"
#include "ui/console/consolewindow.h"
#include "ui/console/monitorpane.h"
#include "ui/console/openconsoles.h"
#include "ui/console/stagecard.h"
#include "ui/console/terminalfindbar.h"
#include "ui/console/textconsolepane.h"
#include "viewer/terminal/terminalwidget.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTest>

namespace {
const QByteArray vnc = "<graphics type='vnc' autoport='no' listen='127.0.0.1' port='1'/>";
const QByteArray ports = "<serial type='pty'><target port='0'/></serial><serial type='pty'><target port='1'/></serial>"
                         "<console type='pty'><target type='serial' port='0'/></console><console type='pty'><target type='virtio' port='1'/></console>";

class ConsoleTabsTest : public testing::Test {
protected:
    Machine &machineWith(const QByteArray &devices, const QByteArray &state = "1")
    {
        auto &host = world.connectNode(testDomain("guest", devices, state));
        auto *machine = host.machineNamed(u"guest");
        if (!machine)
            throw std::runtime_error("the host does not list its machine");
        return *machine;
    }
    void open(Machine &machine)
    {
        tabs = std::make_unique<ConsoleTabs>(*world.inventory, machine);
        tabs->resize(800, 600);
        tabs->show();
        tabs->activate();
    }
    QTabBar *bar() const { return tabs->findChild<QTabBar *>(); }
    QStringList labels() const
    {
        QStringList texts;
        for (int i = 0; i < bar()->count(); ++i)
            texts += bar()->tabText(i);
        return texts;
    }
    QString present() const { return bar()->tabText(bar()->currentIndex()); }
    bool says(const QString &words) const
    {
        return spinUntil([&] {
            const auto all = tabs->findChildren<QLabel *>();
            return std::any_of(all.begin(), all.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        });
    }
    void TearDown() override { tabs.reset(); }

    World world;
    std::unique_ptr<ConsoleTabs> tabs;
};
} // namespace

TEST_F(ConsoleTabsTest, GiveEveryPortATab)
{
    open(machineWith(vnc + ports));
    ASSERT_TRUE(spinUntil([&] { return bar()->count() > 1; }));
    EXPECT_EQ(labels(), QStringList({QStringLiteral("Display"), QStringLiteral("Serial 1"), QStringLiteral("Serial 2"), QStringLiteral("Console 1")}));
    EXPECT_EQ(present(), u"Display");
    EXPECT_TRUE(bar()->isVisible());
}

TEST_F(ConsoleTabsTest, ShowNoBarOverADisplayAlone)
{
    open(machineWith(vnc));
    ASSERT_TRUE(says(QStringLiteral("console")));
    EXPECT_EQ(labels(), QStringList(QStringLiteral("Display")));
    EXPECT_FALSE(bar()->isVisible());
}

TEST_F(ConsoleTabsTest, OpenOnThePortOfAMachineWithoutADisplayAndRememberAChoice)
{
    auto &machine = machineWith(ports);
    open(machine);
    ASSERT_TRUE(spinUntil([&] { return present() == u"Serial 1"; }));
    QTest::mouseClick(bar(), Qt::LeftButton, {}, bar()->tabRect(2).center());
    EXPECT_EQ(present(), u"Serial 2");
    tabs.reset();
    open(machine);
    EXPECT_TRUE(spinUntil([&] { return present() == u"Serial 2"; }));
}

TEST_F(ConsoleTabsTest, SayWhyAPortCannotBeOpenedAndTakeNoKeysThen)
{
    open(machineWith(ports));
    // libvirt's test driver has no consoles.
    EXPECT_TRUE(says(QStringLiteral("The port is not connected")));
    EXPECT_TRUE(says(QStringLiteral("not supported")));
    auto *terminal = tabs->findChild<TerminalWidget *>();
    ASSERT_TRUE(terminal);
    EXPECT_EQ(terminal->accessibleName(), u"Serial 1");
    bool typed = false;
    QObject::connect(terminal, &TerminalWidget::typed, terminal, [&] { typed = true; });
    QTest::keyClicks(terminal, QStringLiteral("x"));
    EXPECT_FALSE(typed);
}

TEST_F(ConsoleTabsTest, OfferToStartAMachineThatIsOff)
{
    auto &machine = machineWith(ports, "5");
    open(machine);
    // The display says so too, until it is known that there is none.
    ASSERT_TRUE(spinUntil([&] { return present() == u"Serial 1"; }));
    ASSERT_TRUE(says(QStringLiteral("guest is off")));
    auto *start = named<QPushButton>(*tabs->findChild<TextConsolePane *>(), "Start");
    ASSERT_TRUE(start);
    start->click();
    EXPECT_TRUE(spinUntil([&] { return machine.state() == MachineState::Running; }));
}

TEST_F(ConsoleTabsTest, StepBackWhileTheMachineHasAWindowOfItsOwn)
{
    auto &machine = machineWith(ports);
    open(machine);
    ASSERT_TRUE(says(QStringLiteral("The port is not connected")));
    QPointer<ConsoleWindow> window = ConsoleWindow::show(*world.inventory, machine);
    EXPECT_TRUE(says(QStringLiteral("The console is open in its own window")));
    window->close();
    EXPECT_TRUE(says(QStringLiteral("The port is not connected")));
    EXPECT_TRUE(spinUntil([&] { return window.isNull(); }));
}

TEST_F(ConsoleTabsTest, SurviveTheirMachine)
{
    auto &machine = machineWith(ports, "5");
    open(machine);
    ASSERT_TRUE(says(QStringLiteral("guest is off")));
    machine.remove();
    EXPECT_TRUE(says(QStringLiteral("This machine is gone")));
}

TEST_F(ConsoleTabsTest, ShowTheMonitorOnlyWhereItIsWantedAndSayWhereThereIsNone)
{
    open(machineWith(vnc + ports));
    ASSERT_TRUE(spinUntil([&] { return bar()->count() == 4; }));
    world.settings.set(keys::qemuMonitor, true);
    tabs->activate();
    ASSERT_EQ(labels().last(), u"Monitor");
    bar()->setCurrentIndex(4);
    auto *command = named<QLineEdit>(*tabs, "Command for QEMU");
    ASSERT_TRUE(command);
    command->setText(QStringLiteral("info status"));
    Q_EMIT command->returnPressed();
    EXPECT_TRUE(says(QStringLiteral("This host has no QEMU monitor")));
    EXPECT_FALSE(command->isEnabled());
    world.settings.set(keys::qemuMonitor, false);
    tabs->activate();
    EXPECT_EQ(bar()->count(), 4);
    EXPECT_EQ(present(), u"Display");
}

TEST_F(ConsoleTabsTest, OpenTheSearchByItsKeysAndCloseItByEscape)
{
    open(machineWith(ports));
    ASSERT_TRUE(spinUntil([&] { return tabs->findChild<TerminalWidget *>() != nullptr; }));
    auto *terminal = tabs->findChild<TerminalWidget *>();
    auto *search = tabs->findChild<TerminalFindBar *>();
    EXPECT_FALSE(search->isVisible());
    QTest::keyClick(terminal, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(search->isVisible());
    auto *text = named<QLineEdit>(*search, "Search in this console");
    terminal->feed("a needle in hay");
    QTest::keyClicks(text, QStringLiteral("needle"));
    EXPECT_EQ(terminal->selectedText(), u"needle");
    text->setText(QStringLiteral("thread"));
    EXPECT_TRUE(says(QStringLiteral("Not found")));
    QTest::keyClick(text, Qt::Key_Escape);
    EXPECT_FALSE(search->isVisible());
}

TEST_F(ConsoleTabsTest, ChangeTabsByTheKeysThatATerminalLeavesAlone)
{
    open(machineWith(vnc + ports));
    ASSERT_TRUE(spinUntil([&] { return bar()->count() == 4; }));
    bar()->setCurrentIndex(1);
    auto *terminal = tabs->findChild<TerminalWidget *>();
    ASSERT_TRUE(terminal);
    QTest::keyClick(terminal, Qt::Key_PageDown, Qt::ControlModifier);
    EXPECT_EQ(present(), u"Serial 2");
}
