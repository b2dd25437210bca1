// SPDX-License-Identifier: GPL-3.0-or-later
// Every verb on a host as one QAction, shared by menus, the host's page and the palette. GUI thread.
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class Host;
class Inventory;
class QAction;
class QMenu;
class QWidget;

class HostActions final : public QObject {
    Q_OBJECT
public:
    HostActions(Inventory &inventory, QWidget *window);

    /// The host that the actions are about; null: none.
    void setHost(Host *host);
    Host *host() const { return m_host; }
    /// Chooses the host and fills the menu.
    void fill(QMenu *menu, Host *host);
    QList<QAction *> all() const;

    QAction *newMachine() const { return m_newMachine; }
    QAction *connectHost() const { return m_connect; }
    QAction *disconnectHost() const { return m_disconnect; }

Q_SIGNALS:
    void newMachineRequested(Host *host);
    /// The name is asked in place, in the list.
    void renameRequested(Host *host);

private:
    void refresh();
    void move(int by);
    void remove();

    Inventory &m_inventory;
    QWidget *m_window;
    QPointer<Host> m_host;
    QAction *m_newMachine;
    QAction *m_connect;
    QAction *m_disconnect;
    QAction *m_autoconnect;
    QAction *m_rename;
    QAction *m_up;
    QAction *m_down;
    QAction *m_remove;
};
