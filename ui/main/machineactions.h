// SPDX-License-Identifier: GPL-3.0-or-later
// Every verb on machines as one QAction, made once and shared by menus, toolbars, shortcuts and the palette.
// They act on the present selection, one machine or many, and say why they cannot. GUI thread.
#pragma once

#include "core/machines/machinestate.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <vector>

class Inventory;
class Machine;
class QAction;
class QMenu;
class QWidget;

class MachineActions final : public QObject {
    Q_OBJECT
public:
    /// `window` gets the shortcuts and is the parent of questions.
    MachineActions(Inventory &inventory, QWidget *window);

    void setMachines(const std::vector<Machine *> &machines);
    std::vector<Machine *> machines() const;

    QAction *action(MachineVerb verb) const { return m_actions.value(verb); }
    /// In the order of menus.
    QList<QAction *> all() const;
    /// Fills a menu with the verbs, grouped.
    void fill(QMenu *menu) const;

Q_SIGNALS:
    void consoleRequested(Machine *machine);
    /// The name is asked in place, in the list.
    void renameRequested(Machine *machine);
    /// The file is asked for.
    void exportRequested(Machine *machine);

private:
    QAction *make(MachineVerb verb, const QIcon &icon, const QKeySequence &shortcut);
    void refresh();
    void refreshLater();
    void trigger(MachineVerb verb);
    void run(MachineVerb verb, const std::vector<Machine *> &machines);
    std::vector<Machine *> willing(MachineVerb verb) const;

    QWidget *m_window;
    QHash<MachineVerb, QAction *> m_actions;
    std::vector<QPointer<Machine>> m_machines;
    QTimer m_refresh;
};
