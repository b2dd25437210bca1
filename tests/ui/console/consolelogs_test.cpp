// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolelogs.h"

#include "tests/ui/support/world.h"
#include "ui/console/consoletabs.h"
#include "ui/console/consolewindow.h"
#include "ui/console/portsession.h"
#include "viewer/terminal/terminalwidget.h"

#include <QAction>
#include <QDialog>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>

namespace {
const QByteArray onePort = "<serial type='pty'><target port='0'/></serial>";

class FakePort final : public ByteChannel {
public:
    using ByteChannel::ByteChannel;
    QByteArray read() override { return std::exchange(incoming, {}); }
    qint64 skipped() const override { return 0; }
    qsizetype write(QByteArrayView bytes) override
    {
        written += bytes;
        return bytes.size();
    }
    QByteArray incoming, written;
};

class ConsoleLogsTest : public testing::Test {
protected:
    ConsoleLogsTest()
    {
        PortSession::maker() = [this](Machine &, const TextPortFacts &port, SerialSession::Take, const std::function<void(const Error &)> &,
                                      QObject *parent) {
            devices << port.device;
            channel = new FakePort(parent);
            QMetaObject::invokeMethod(channel, [made = channel] { Q_EMIT made->opened(); }, Qt::QueuedConnection);
            return channel;
        };
    }
    ~ConsoleLogsTest() override { PortSession::maker() = real; }
    Machine &machineWith(const QByteArray &ports, const QByteArray &state)
    {
        auto domain = testDomain("guest", ports, state);
        domain.replace("<memory", "<uuid>8f0b0e2c-6f4a-4c8d-9a53-1b1f6f7e0001</uuid><memory");
        return *world.connectNode(domain).machineNamed(u"guest");
    }
    QString path() const { return world.folder.filePath(QStringLiteral("guest.log")); }
    bool holds(const QByteArray &content) const
    {
        return spinUntil([&] {
            QFile file(path());
            return file.open(QIODevice::ReadOnly) && file.readAll() == content;
        });
    }
    void say(const QByteArray &bytes)
    {
        channel->incoming += bytes;
        Q_EMIT channel->readyRead();
    }
    bool opened(qsizetype times) const { return spinUntil([&] { return devices.size() == times; }); }

    World world;
    QStringList devices; ///< opened, one after the other
    QPointer<FakePort> channel;
    const PortSession::MakeChannel real = PortSession::maker();
};
} // namespace

TEST_F(ConsoleLogsTest, BeginWithTheMachineThoughNobodyLooks)
{
    auto &machine = machineWith(onePort, "5");
    auto &logs = ConsoleLogs::of(*world.inventory);
    logs.setFile(machine, 0, path());
    EXPECT_EQ(&ConsoleLogs::of(*world.inventory), &logs);
    machine.start();
    ASSERT_TRUE(opened(1));
    say("first start\n");
    EXPECT_TRUE(holds("first start\n"));
    machine.forceOff();
    ASSERT_TRUE(spinUntil([&] { return machine.state() == MachineState::Off && !channel; }));
    machine.start();
    ASSERT_TRUE(opened(2));
    say("second start\n");
    EXPECT_TRUE(holds("first start\nsecond start\n"));
}

TEST_F(ConsoleLogsTest, AreRememberedForTheNextRun)
{
    auto &machine = machineWith(onePort, "1");
    world.settings.set(keys::consoleLogs, QVariantMap{{QStringLiteral("8f0b0e2c-6f4a-4c8d-9a53-1b1f6f7e0001/0"), path()}});
    auto &logs = ConsoleLogs::of(*world.inventory);
    EXPECT_EQ(logs.file(machine, 0), path());
    ASSERT_TRUE(opened(1)) << "it runs already";
    logs.setFile(machine, 0, {});
    EXPECT_TRUE(logs.file(machine, 0).isEmpty());
    EXPECT_TRUE(world.settings.get(keys::consoleLogs).isEmpty());
    EXPECT_TRUE(spinUntil([&] { return !channel; })) << "the port is free again";
}

TEST_F(ConsoleLogsTest, WriteEachLineOnceThoughTabAndWindowAreOpen)
{
    auto &machine = machineWith(onePort, "1");
    ConsoleLogs::of(*world.inventory).setFile(machine, 0, path());
    ASSERT_TRUE(opened(1));
    ConsoleTabs tabs(*world.inventory, machine);
    tabs.resize(800, 600);
    tabs.show();
    tabs.activate();
    const QPointer<TerminalWidget> tab = [&] {
        spinUntil([&] { return tabs.findChild<TerminalWidget *>() != nullptr; });
        return tabs.findChild<TerminalWidget *>();
    }();
    ASSERT_TRUE(tab);
    say("to the tab\r\n");
    EXPECT_TRUE(spinUntil([&] { return tab->allText().contains(u"to the tab"); }));

    const QPointer<ConsoleWindow> window = ConsoleWindow::show(*world.inventory, machine);
    ASSERT_TRUE(spinUntil([&] { return window->findChild<TerminalWidget *>() != nullptr; }));
    auto *inWindow = window->findChild<TerminalWidget *>();
    // It asks where the cursor is.
    say("to the window\r\n\x1b[6n");
    EXPECT_TRUE(spinUntil([&] { return inWindow->allText().contains(u"to the window"); }));
    EXPECT_FALSE(tab->allText().contains(u"to the window"));
    EXPECT_EQ(channel->written.count('R'), 1) << "one terminal answers";
    EXPECT_TRUE(holds("to the tab\r\nto the window\r\n\x1b[6n"));
    window->close();
    ASSERT_TRUE(spinUntil([&] { return window.isNull(); }));
    say("back\r\n");
    EXPECT_TRUE(spinUntil([&] { return tab->allText().contains(u"back"); }));
    EXPECT_EQ(devices.size(), 1) << "the port was opened once";
}

TEST_F(ConsoleLogsTest, SayOnceThatAFileCannotBeWrittenAndTryAgainAtTheNextStart)
{
    auto &machine = machineWith(onePort, "1");
    auto &logs = ConsoleLogs::of(*world.inventory);
    QSignalSpy failed(&logs, &ConsoleLogs::failed);
    const auto nowhere = world.folder.filePath(QStringLiteral("missing/guest.log"));
    logs.setFile(machine, 0, nowhere);
    ASSERT_TRUE(spinUntil([&] { return failed.count() == 1; }));
    EXPECT_EQ(failed.first().first().toString(), u"guest");
    EXPECT_EQ(failed.first().at(1).value<Error>().detail, nowhere);
    say("lost\n");
    ASSERT_TRUE(QDir(world.folder.path()).mkdir(QStringLiteral("missing")));
    machine.forceOff();
    ASSERT_TRUE(spinUntil([&] { return machine.state() == MachineState::Off; }));
    machine.start();
    ASSERT_TRUE(opened(2));
    say("kept\n");
    EXPECT_TRUE(spinUntil([&] {
        QFile file(nowhere);
        return file.open(QIODevice::ReadOnly) && file.readAll() == "kept\n";
    }));
    EXPECT_EQ(failed.count(), 1);
}

TEST_F(ConsoleLogsTest, AreChosenInTheTerminalsMenu)
{
    auto &machine = machineWith(onePort, "5");
    ConsoleTabs tabs(*world.inventory, machine);
    tabs.show();
    tabs.activate();
    ASSERT_TRUE(spinUntil([&] { return named<QToolButton>(tabs, "Terminal") != nullptr; }));
    const auto actions = named<QToolButton>(tabs, "Terminal")->menu()->actions();
    auto *every = *std::find_if(actions.begin(), actions.end(), [](const QAction *each) { return each->text() == u"Log from every start…"; });
    every->trigger();
    EXPECT_FALSE(every->isChecked()) << "no file is chosen yet";
    auto *dialog = tabs.findChild<QFileDialog *>();
    ASSERT_TRUE(dialog);
    EXPECT_TRUE(dialog->selectedFiles().first().contains(u"guest Serial 1"));
    Q_EMIT dialog->fileSelected(path());
    EXPECT_TRUE(every->isChecked());
    const auto labels = tabs.findChildren<QLabel *>();
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [this](const QLabel *each) { return each->text() == QStringLiteral("From the next start on, logging to ") + path(); }));
    machine.start();
    ASSERT_TRUE(opened(1));
    say("hello\n");
    EXPECT_TRUE(holds("hello\n"));
    EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [this](const QLabel *each) { return each->text() == QStringLiteral("Logging to ") + path(); }));
    every->trigger();
    EXPECT_FALSE(every->isChecked());
    say("not this\n");
    EXPECT_TRUE(spinUntil([&] { return tabs.findChild<TerminalWidget *>()->allText().contains(u"not this"); })) << "the console goes on";
    EXPECT_TRUE(holds("hello\n"));
}
