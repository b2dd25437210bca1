// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolepane.h"

#include "tests/support/rfbserver.h"
#include "tests/ui/support/world.h"
#include "ui/console/consolewindow.h"
#include "ui/console/stagecard.h"
#include "viewer/widget/consolewidget.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace {
using Stage = ConsolePane::Stage;

class ConsolePaneTest : public testing::Test {
protected:
    Machine &machineWith(const QByteArray &devices, const QByteArray &state = "1")
    {
        auto &host = world.connectNode(testDomain("guest", devices, state));
        auto *machine = host.machineNamed(u"guest");
        if (!machine)
            throw std::runtime_error("the host does not list its machine");
        return *machine;
    }
    Machine &machineAt(int port)
    {
        return machineWith("<graphics type='vnc' autoport='no' listen='127.0.0.1' port='" + QByteArray::number(port) + "'/>");
    }
    void open(Machine &machine)
    {
        pane = std::make_unique<ConsolePane>(*world.inventory, machine);
        pane->resize(640, 480);
        pane->show();
        pane->activate();
    }
    bool reaches(Stage stage) { return spinUntil([&] { return pane->stage() == stage; }); }
    QPushButton *action() const { return pane->findChild<StageCard *>()->findChild<QPushButton *>(); }
    void TearDown() override { pane.reset(); }

    World world;
    std::unique_ptr<ConsolePane> pane;
};
} // namespace

TEST_F(ConsolePaneTest, OffersToStartAMachineThatIsOff)
{
    auto &machine = machineWith({}, "5");
    open(machine);
    ASSERT_TRUE(reaches(Stage::Off));
    EXPECT_EQ(action()->accessibleName(), u"Start");
    EXPECT_FALSE(action()->isHidden());
    action()->click();
    EXPECT_TRUE(spinUntil([&] { return machine.state() == MachineState::Running; }));
    EXPECT_TRUE(reaches(Stage::NoDisplay));
}

TEST_F(ConsolePaneTest, SaysThatThereIsNoDisplay)
{
    open(machineWith({}));
    ASSERT_TRUE(reaches(Stage::NoDisplay));
    EXPECT_TRUE(pane->findChild<StageCard *>()->isVisible());
    EXPECT_EQ(action()->accessibleName(), u"Add a display");
}

TEST_F(ConsolePaneTest, AddsADisplayForTheNextStart)
{
    auto &machine = machineWith({});
    open(machine);
    ASSERT_TRUE(reaches(Stage::NoDisplay));
    action()->click();
    ASSERT_TRUE(reaches(Stage::DisplayAdded));
    const auto definition = machine.definition();
    ASSERT_TRUE(spinUntil([&] { return definition.isFinished(); }));
    EXPECT_TRUE(definition.result()->contains(QStringLiteral("<graphics type='vnc'")));
    machine.forceOff();
    ASSERT_TRUE(reaches(Stage::Off));
    action()->click();
    EXPECT_TRUE(spinUntil([&] { return pane->stage() == Stage::Disconnected || pane->stage() == Stage::Connecting; }));
}

TEST_F(ConsolePaneTest, WaitsToBeToldToConnectWhereThatIsWanted)
{
    world.settings.set(keys::consoleConnects, false);
    RfbServer server({});
    open(machineAt(server.port()));
    ASSERT_TRUE(reaches(Stage::Unconnected));
    EXPECT_EQ(action()->accessibleName(), u"Connect");
    EXPECT_EQ(server.heard().connections, 0);
    action()->click();
    EXPECT_TRUE(reaches(Stage::Live));
}

TEST_F(ConsolePaneTest, SwitchesItsMachine)
{
    auto &machine = machineWith({}, "5");
    open(machine);
    auto *power = named<QToolButton>(*pane, "Power")->menu();
    Q_EMIT power->aboutToShow();
    const auto actions = power->actions();
    const auto start = std::find_if(actions.begin(), actions.end(), [](const QAction *each) { return each->text() == u"Start"; });
    ASSERT_NE(start, actions.end());
    EXPECT_TRUE((*start)->shortcut().isEmpty()) << "the window has it";
    ASSERT_TRUE(spinUntil([&] { return (*start)->isEnabled(); }));
    (*start)->trigger();
    EXPECT_TRUE(spinUntil([&] { return machine.state() == MachineState::Running; }));
}

TEST_F(ConsolePaneTest, SaysThatItCannotShowDisplaysOfAnotherKind)
{
    open(machineWith("<graphics type='rdp' autoport='no' port='5999'/>"));
    EXPECT_TRUE(reaches(Stage::ForeignDisplay));
}

TEST_F(ConsolePaneTest, PrefersSpiceWhereAMachineHasBoth)
{
    open(machineWith("<graphics type='vnc' autoport='no' port='5998'/><graphics type='spice' autoport='no' port='5999'/>"));
    const auto *view = pane->findChild<ConsoleWidget *>();
    ASSERT_TRUE(spinUntil([view] { return view->session() != nullptr; }));
    EXPECT_EQ(view->session()->protocolName(), u"SPICE");
}

TEST_F(ConsolePaneTest, ShowsThePictureOfAVncDisplay)
{
    RfbServer::Script script;
    script.size = QSize(320, 200);
    QImage screen(script.size, QImage::Format_RGB32);
    screen.fill(Qt::darkBlue);
    script.greeting = RfbServer::update({RfbServer::raw(screen)});
    RfbServer server(script);
    open(machineAt(server.port()));
    ASSERT_TRUE(reaches(Stage::Live));
    EXPECT_TRUE(spinUntil([&] { return pane->findChild<ConsoleWidget *>()->picture().size() == QSize(320, 200); }));
    EXPECT_FALSE(pane->findChild<StageCard *>()->isVisible());
    EXPECT_EQ(pane->findChild<ConsoleWidget *>()->picture().pixelColor(10, 10), QColor(Qt::darkBlue));
    EXPECT_TRUE(spinUntil([&] {
        const auto labels = pane->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == u"320 × 200"; });
    }));
}

TEST_F(ConsolePaneTest, PutsPausedOverThePictureAndResumes)
{
    RfbServer server({});
    auto &machine = machineAt(server.port());
    open(machine);
    ASSERT_TRUE(reaches(Stage::Live));
    machine.pause();
    ASSERT_TRUE(reaches(Stage::Paused));
    EXPECT_EQ(action()->accessibleName(), u"Resume");
    action()->click();
    EXPECT_TRUE(reaches(Stage::Live));
}

TEST_F(ConsolePaneTest, AsksForAPasswordInPlaceAndAgainWhenItWasWrong)
{
    RfbServer::Script script;
    script.password = "right";
    RfbServer server(script);
    open(machineAt(server.port()));
    ASSERT_TRUE(reaches(Stage::Password));
    auto *password = named<QLineEdit>(*pane, "Password");
    ASSERT_TRUE(password->isVisible());
    EXPECT_EQ(password->echoMode(), QLineEdit::Password);
    password->setText(QStringLiteral("wrong"));
    Q_EMIT password->returnPressed();
    EXPECT_TRUE(password->text().isEmpty());
    ASSERT_TRUE(spinUntil([&] { return pane->stage() == Stage::Password && server.heard().wrongPasswords == 1; }));
    password->setText(QStringLiteral("right"));
    Q_EMIT password->returnPressed();
    EXPECT_TRUE(reaches(Stage::Live));
}

TEST_F(ConsolePaneTest, ComesBackAfterTheConnectionBroke)
{
    RfbServer server({});
    open(machineAt(server.port()));
    ASSERT_TRUE(reaches(Stage::Live));
    server.hangUp();
    ASSERT_TRUE(spinUntil([&] { return pane->stage() != Stage::Live; }));
    EXPECT_TRUE(reaches(Stage::Live));
    EXPECT_EQ(server.heard().connections, 2);
}

TEST_F(ConsolePaneTest, FollowsARestartOfTheMachine)
{
    RfbServer server({});
    auto &machine = machineAt(server.port());
    open(machine);
    ASSERT_TRUE(reaches(Stage::Live));
    machine.forceOff();
    ASSERT_TRUE(reaches(Stage::Off));
    ASSERT_TRUE(spinUntil([&] { return server.heard().ended; }));
    machine.start();
    EXPECT_TRUE(reaches(Stage::Live));
}

TEST_F(ConsolePaneTest, CountsDownAndRetriesOnDemand)
{
    int port = 0;
    {
        const RfbServer gone({});
        port = gone.port();
    }
    open(machineAt(port));
    ASSERT_TRUE(reaches(Stage::Disconnected));
    EXPECT_EQ(action()->accessibleName(), u"Retry now");
    action()->click();
    EXPECT_TRUE(reaches(Stage::Disconnected));
}

TEST_F(ConsolePaneTest, StepsBackWhileItsOwnWindowIsOpen)
{
    RfbServer server({});
    auto &machine = machineAt(server.port());
    open(machine);
    ASSERT_TRUE(reaches(Stage::Live));
    QPointer<ConsoleWindow> window = ConsoleWindow::show(*world.inventory, machine);
    EXPECT_EQ(pane->stage(), Stage::Elsewhere);
    EXPECT_EQ(ConsoleWindow::show(*world.inventory, machine), window);
    auto *own = window->findChild<ConsolePane *>();
    EXPECT_TRUE(spinUntil([&] { return own->stage() == Stage::Live; }));
    EXPECT_TRUE(window->windowTitle().startsWith(u"guest – "));
    window->close();
    EXPECT_TRUE(reaches(Stage::Live));
    EXPECT_TRUE(spinUntil([&] { return window.isNull(); }));
}

TEST_F(ConsolePaneTest, SurvivesTheRemovalOfItsMachine)
{
    auto &machine = machineWith({}, "5");
    open(machine);
    ASSERT_TRUE(reaches(Stage::Off));
    auto *window = ConsoleWindow::show(*world.inventory, machine);
    const QPointer<ConsoleWindow> watched(window);
    machine.remove();
    EXPECT_TRUE(reaches(Stage::Gone));
    EXPECT_EQ(pane->machine(), nullptr);
    EXPECT_TRUE(spinUntil([&] { return watched.isNull(); }));
}

TEST_F(ConsolePaneTest, SendsTheKeysOfItsMenu)
{
    RfbServer server({});
    open(machineAt(server.port()));
    ASSERT_TRUE(reaches(Stage::Live));
    const auto *menu = named<QToolButton>(*pane, "Send keys")->menu();
    ASSERT_FALSE(menu->actions().isEmpty());
    EXPECT_EQ(menu->actions().first()->text(), u"Ctrl+Alt+Del");
    menu->actions().first()->trigger();
    ASSERT_TRUE(spinUntil([&] { return server.heard().keys.size() >= 6; }));
    const auto keys = server.heard().keys;
    EXPECT_EQ(keys[0].keysym, 0xffe3U);
    EXPECT_EQ(keys[1].keysym, 0xffe9U);
    EXPECT_EQ(keys[2].keysym, 0xffffU);
    EXPECT_TRUE(keys[2].down);
    EXPECT_FALSE(keys[3].down);
}

TEST_F(ConsolePaneTest, RemembersTheScaleOfEachMachine)
{
    auto &machine = machineWith({}, "5");
    open(machine);
    EXPECT_EQ(pane->findChild<ConsoleWidget *>()->scaling(), ConsoleWidget::Scaling::Fit);
    named<QToolButton>(*pane, "View")->menu()->actions().at(1)->trigger();
    open(machine);
    EXPECT_EQ(pane->findChild<ConsoleWidget *>()->scaling(), ConsoleWidget::Scaling::OneToOne);
}

TEST_F(ConsolePaneTest, RemembersForEachMachineThatAPersonWantsToLookOnly)
{
    RfbServer server({});
    auto &machine = machineAt(server.port());
    open(machine);
    ASSERT_TRUE(reaches(Stage::Live));
    const auto viewOnly = [](const QWidget &consoles) {
        auto *menu = named<QToolButton>(consoles, "View")->menu();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        return *std::find_if(actions.begin(), actions.end(), [](const QAction *each) { return each->text() == u"View only"; });
    };
    viewOnly(*pane)->trigger();
    EXPECT_FALSE(pane->findChild<ConsoleWidget *>()->isEnabled());

    QPointer<ConsoleWindow> window = ConsoleWindow::show(*world.inventory, machine);
    auto *own = window->findChild<ConsolePane *>();
    ASSERT_TRUE(spinUntil([&] { return own->stage() == Stage::Live; }));
    EXPECT_FALSE(own->findChild<ConsoleWidget *>()->isEnabled());
    const auto sendingTools = [&window] {
        const auto tools = window->findChildren<QToolButton *>();
        return std::count_if(tools.begin(), tools.end(), [](const QToolButton *tool) { return tool->accessibleName() == u"Send keys" && tool->isEnabled(); });
    };
    EXPECT_EQ(sendingTools(), 0);
    viewOnly(*own)->trigger();
    EXPECT_EQ(sendingTools(), 2) << "in the toolbar and in the bar of full screen";
    window->close();
    ASSERT_TRUE(reaches(Stage::Live));
    EXPECT_TRUE(pane->findChild<ConsoleWidget *>()->isEnabled()) << "as the other console left it";
    ASSERT_TRUE(spinUntil([&] { return window.isNull(); }));
}
