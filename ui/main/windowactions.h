// SPDX-License-Identifier: GPL-3.0-or-later
// What the window itself can do, apart from verbs on machines and hosts: every action once, with its shortcut, and
// the window's menu. What an action does is connected by the window. GUI thread.
#pragma once

#include <QAction>
#include <QList>

class HostActions;
class MachineActions;
class QMenu;
class Settings;

class WindowActions final : public QObject {
    Q_OBJECT
    QList<QAction *> m_all; ///< stands before the actions, which enter themselves

public:
    /// The actions belong to the window, so that their shortcuts work in it.
    WindowActions(Settings &settings, QWidget *window);

    /// For the palette: all but the key that opens the menu.
    const QList<QAction *> &all() const { return m_all; }
    QMenu *makeMenu(MachineActions &machines, const HostActions &hosts, QWidget *parent) const;

    QAction *const newMachine;
    QAction *const addHost;
    QAction *const allMachines;
    QAction *const asCards;
    QAction *const asTable;
    QAction *const search;
    QAction *const filter;
    QAction *const sortByName;
    QAction *const sortByState;
    QAction *const consoleWindow;
    QAction *const demonstration;
    QAction *const preferences;
    QAction *const about;
    QAction *const nextPart;
    QAction *const previousPart;
    QAction *const quit;
    QAction *const openMenu;

private:
    QAction *make(const QIcon &icon, const QString &text, const QKeySequence &keys);
    QMenu *appearanceMenu(QMenu *menu) const;

    Settings &m_settings;
};
