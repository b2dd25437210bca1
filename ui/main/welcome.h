// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the window while there is no machine to show: looking, nothing usable, or nothing made yet. GUI thread.
#pragma once

#include <QWidget>

class AccentButton;
class ErrorPanel;
class Inventory;
class QLabel;
class QPushButton;

class Welcome final : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(Inventory &inventory, QWidget *parent = nullptr);

    /// Whether the present inventory calls for this page in place of the machines.
    static bool isCalledFor(Inventory &inventory);
    void refresh();

Q_SIGNALS:
    void newMachineRequested();
    void addHostRequested();
    void demonstrationRequested();

private:
    Inventory &m_inventory;
    QLabel *m_title;
    QLabel *m_text;
    ErrorPanel *m_error;
    AccentButton *m_newMachine;
    QPushButton *m_addHost;
    QPushButton *m_demonstration;
};
