// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolewindow.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/console/consolepane.h"
#include "ui/console/consoletabs.h"
#include "ui/console/openconsoles.h"

#include <QCloseEvent>

ConsoleWindow *ConsoleWindow::show(Inventory &inventory, Machine &machine)
{
    auto *window = of(machine);
    if (!window) {
        window = new ConsoleWindow(inventory, machine);
        OpenConsoles::all().opened(&machine, window);
        window->QMainWindow::show();
    } else if (window->isMinimized()) {
        window->showNormal();
    }
    window->raise();
    window->activateWindow();
    window->m_consoles->activate();
    return window;
}

ConsoleWindow *ConsoleWindow::of(const Machine &machine)
{
    return OpenConsoles::all().windowOf(&machine);
}

ConsoleWindow::ConsoleWindow(Inventory &inventory, Machine &machine)
    : ViewWindow(inventory.settings(), machine.uuid().toString(QUuid::WithoutBraces)), m_machine(&machine),
      m_consoles(new ConsoleTabs(inventory, machine, this))
{
    m_consoles->setInOwnWindow();
    setView(m_consoles->display()->view(), m_consoles);
    retitle();
    connect(m_consoles->display(), &ConsolePane::fullScreenRequested, this, &ConsoleWindow::toggleFullScreen);
    connect(&machine, &Machine::changed, this, &ConsoleWindow::retitle);
    connect(&machine.host(), &Host::changed, this, &ConsoleWindow::retitle);
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *removed) {
        if (removed == m_machine)
            close();
    });
}

ConsoleWindow::~ConsoleWindow()
{
    OpenConsoles::all().closed(this);
}

void ConsoleWindow::retitle()
{
    if (m_machine)
        setNames(tr("%1 – %2").arg(m_machine->name(), m_machine->host().label()), m_machine->name());
}

void ConsoleWindow::takeUp()
{
    m_consoles->activate();
}

void ConsoleWindow::setBarsVisible(bool visible)
{
    m_consoles->setBarsVisible(visible);
}

void ConsoleWindow::closeEvent(QCloseEvent *event)
{
    // The pane elsewhere takes over at once, not when this is destroyed.
    OpenConsoles::all().closed(this);
    ViewWindow::closeEvent(event);
}
