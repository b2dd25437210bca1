// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/powermenu.h"

#include "core/machines/machine.h"
#include "ui/main/machineactions.h"

#include <QAction>

PowerMenu::PowerMenu(Inventory &inventory, Machine *machine, QWidget *parent)
    : QMenu(tr("Power"), parent), m_inventory(inventory), m_machine(machine)
{
    setAccessibleName(title());
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &PowerMenu::list);
}

void PowerMenu::list()
{
    if (m_actions)
        return;
    // Its questions are asked over the window; its life is the menu's.
    m_actions = new MachineActions(m_inventory, parentWidget()->window());
    m_actions->setParent(this);
    if (m_machine)
        m_actions->setMachines({m_machine.data()});
    // The window's own actions have the shortcuts, and in a console the keys are the guest's.
    for (auto *action : m_actions->all())
        action->setShortcut({});
    for (const auto verb : {MachineVerb::Start, MachineVerb::Restore, MachineVerb::ShutDown, MachineVerb::Reboot})
        addAction(m_actions->action(verb));
    addSeparator();
    for (const auto verb : {MachineVerb::Pause, MachineVerb::Resume, MachineVerb::Save})
        addAction(m_actions->action(verb));
    addSeparator();
    for (const auto verb : {MachineVerb::Reset, MachineVerb::ForceOff})
        addAction(m_actions->action(verb));
}
