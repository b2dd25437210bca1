// SPDX-License-Identifier: GPL-3.0-or-later
// A person's hand on the logs of one text port: what its menu says of them, and the file that is asked for. GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

class ConsoleLogs;
class Inventory;
class Machine;
class PortSession;
class QWidget;
class TerminalMenu;

class PortLogging final : public QObject {
    Q_OBJECT
public:
    /// Of the machine's port at `index`, whose tab says `label`. Asks over `window`; all but the machine outlive this.
    PortLogging(Inventory &inventory, Machine &machine, int index, const QString &label, PortSession &port, TerminalMenu &menu, QWidget &window);

    /// For the status line; empty where there is no log.
    QString words() const;
    /// What the menu offers is what there is now.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void askForLog();
    void askForEveryLog(bool on);

    QPointer<Machine> m_machine;
    const void *m_key; ///< for comparing only: the machine may be gone
    const int m_index;
    const QString m_label;
    ConsoleLogs &m_logs;
    PortSession &m_port;
    TerminalMenu &m_menu;
    QWidget &m_window;
};
