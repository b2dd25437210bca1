// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's consoles in their own window, one per machine. GUI thread. Deletes itself when closed or when its machine
// goes.
#pragma once

#include "ui/console/viewwindow.h"

#include <QPointer>

class ConsoleTabs;
class Inventory;
class Machine;

class ConsoleWindow final : public ViewWindow {
    Q_OBJECT
public:
    /// Opens the machine's window, or raises the one that is open.
    static ConsoleWindow *show(Inventory &inventory, Machine &machine);
    /// The machine's window; null while it has none.
    static ConsoleWindow *of(const Machine &machine);
    ~ConsoleWindow() override;

protected:
    void takeUp() override;
    void setBarsVisible(bool visible) override;
    void closeEvent(QCloseEvent *event) override;

private:
    ConsoleWindow(Inventory &inventory, Machine &machine);
    void retitle();

    QPointer<Machine> m_machine;
    ConsoleTabs *m_consoles;
};
