// SPDX-License-Identifier: GPL-3.0-or-later
// What switches a machine on and off, from its console. GUI thread.
#pragma once

#include <QMenu>
#include <QPointer>

class Inventory;
class Machine;
class MachineActions;

class PowerMenu final : public QMenu {
    Q_OBJECT
public:
    PowerMenu(Inventory &inventory, Machine *machine, QWidget *parent);

private:
    void list();

    Inventory &m_inventory;
    QPointer<Machine> m_machine;
    MachineActions *m_actions = nullptr; ///< once it was opened
};
