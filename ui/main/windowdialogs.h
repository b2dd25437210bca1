// SPDX-License-Identifier: GPL-3.0-or-later
// The windows that the main window opens beside itself. None of them holds it up, so that a connection's questions
// can be answered meanwhile. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>

class AddHostDialog;
class CreateWizard;
class Host;
class Inventory;
class Job;
class Machine;
class QWidget;

class WindowDialogs final : public QObject {
    Q_OBJECT
public:
    WindowDialogs(Inventory &inventory, QWidget *window);

    /// `media` may be empty: a file that the machine shall start from.
    void openWizard(Host *preselected, const QString &media);
    /// Asks where to, and exports.
    void openExport(Machine *machine);
    void openAddHost();
    void openPreferences();
    void openAbout();

Q_SIGNALS:
    /// A machine is being made.
    void creating(Job *job);
    void hostAdded(Host *host);
    void preferencesChanged();

private:
    Inventory &m_inventory;
    QWidget *m_window;
    QPointer<CreateWizard> m_wizard;
    QPointer<AddHostDialog> m_addHost;
};
