// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machineactions.h"

#include "tests/ui/support/testhost.h"
#include "ui/common/statetext.h"

#include <QAction>
#include <QDialog>
#include <QPushButton>
#include <QWidget>

#include <gtest/gtest.h>

namespace {

const MachineVerb verbs[]{MachineVerb::Start, MachineVerb::ShutDown, MachineVerb::Reboot, MachineVerb::Reset, MachineVerb::ForceOff,
                          MachineVerb::Pause, MachineVerb::Resume, MachineVerb::Save, MachineVerb::Restore, MachineVerb::DiscardSavedState,
                          MachineVerb::ChangeAutostart, MachineVerb::Rename, MachineVerb::Remove, MachineVerb::Export, MachineVerb::OpenConsole};

class Actions : public testing::Test {
protected:
    void SetUp() override
    {
        host = world.connectWith(4);
        ASSERT_NE(host, nullptr);
        running = host->machineNamed(u"vm-0");
        off = host->machineNamed(u"vm-1");
        ASSERT_NE(running, nullptr);
        ASSERT_NE(off, nullptr);
        ASSERT_EQ(running->state(), MachineState::Running);
        ASSERT_EQ(off->state(), MachineState::Off);
    }

    TestHost world;
    Host *host = nullptr;
    Machine *running = nullptr;
    Machine *off = nullptr;
    QWidget window;
};

QPushButton *buttonOf(QDialog *dialog, const QString &name)
{
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

TEST_F(Actions, AreEnabledExactlyAsTheMachinePermits)
{
    MachineActions actions(world.inventory, &window);
    for (auto *machine : {running, off}) {
        actions.setMachines({machine});
        for (const auto verb : verbs)
            EXPECT_EQ(actions.action(verb)->isEnabled(), bool(machine->may(verb))) << int(verb);
    }
}

TEST_F(Actions, SayWhyTheyCannotBeUsed)
{
    MachineActions actions(world.inventory, &window);
    for (const auto verb : verbs)
        EXPECT_FALSE(actions.action(verb)->isEnabled());
    EXPECT_EQ(actions.action(MachineVerb::Start)->toolTip(), QStringLiteral("No machine is selected."));
    actions.setMachines({off});
    EXPECT_EQ(actions.action(MachineVerb::Pause)->toolTip(), statetext::refusal(off->may(MachineVerb::Pause).refusal, MachineVerb::Pause));
}

TEST_F(Actions, OnSeveralMachinesActOnThoseThatPermit)
{
    MachineActions actions(world.inventory, &window);
    actions.setMachines({running, off});
    EXPECT_TRUE(actions.action(MachineVerb::Start)->isEnabled());
    EXPECT_TRUE(actions.action(MachineVerb::Pause)->isEnabled());
    EXPECT_FALSE(actions.action(MachineVerb::Rename)->isEnabled());
    actions.action(MachineVerb::Pause)->trigger();
    EXPECT_TRUE(spinUntil([this] { return running->state() == MachineState::Paused; }));
    EXPECT_EQ(off->state(), MachineState::Off);
}

TEST_F(Actions, FollowWhatTheHypervisorSays)
{
    MachineActions actions(world.inventory, &window);
    actions.setMachines({off});
    actions.action(MachineVerb::Start)->trigger();
    EXPECT_TRUE(spinUntil([&] { return actions.action(MachineVerb::ShutDown)->isEnabled(); }));
    EXPECT_FALSE(actions.action(MachineVerb::Start)->isEnabled());
}

TEST_F(Actions, AskBeforeForcingOffAndDoNothingOnCancel)
{
    window.show();
    const int before = world.inventory.jobs().rowCount();
    MachineActions actions(world.inventory, &window);
    actions.setMachines({running});
    actions.action(MachineVerb::ForceOff)->trigger();
    auto *dialog = window.findChild<QDialog *>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(world.inventory.jobs().runningCount(), 0);
    auto *cancel = buttonOf(dialog, QStringLiteral("Cancel"));
    ASSERT_NE(cancel, nullptr);
    EXPECT_TRUE(cancel->isDefault());
    cancel->click();
    EXPECT_EQ(world.inventory.jobs().rowCount(), before);
    EXPECT_EQ(running->state(), MachineState::Running);
}

TEST_F(Actions, ForceOffOnceItIsConfirmed)
{
    window.show();
    MachineActions actions(world.inventory, &window);
    actions.setMachines({running});
    actions.action(MachineVerb::ForceOff)->trigger();
    auto *dialog = window.findChild<QDialog *>();
    ASSERT_NE(dialog, nullptr);
    auto *yes = buttonOf(dialog, QStringLiteral("Force off"));
    ASSERT_NE(yes, nullptr);
    yes->click();
    EXPECT_TRUE(spinUntil([this] { return running->state() == MachineState::Off; }));
}

TEST_F(Actions, LetGoOfAMachineThatVanishes)
{
    MachineActions actions(world.inventory, &window);
    actions.setMachines({off});
    off->remove();
    EXPECT_TRUE(spinUntil([&] { return actions.machines().empty(); }));
    EXPECT_TRUE(spinUntil([&] { return !actions.action(MachineVerb::Start)->isEnabled(); }));
}
