// SPDX-License-Identifier: GPL-3.0-or-later
// A console in its own window, one per machine; full screen with a bar that hides itself. GUI thread.
// Deletes itself when closed or when its machine goes.
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QUuid>

class ConsoleTabs;
class FullScreenBar;
class Inventory;
class Machine;

class ConsoleWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// Opens the machine's window, or raises the one that is open.
    static ConsoleWindow *show(Inventory &inventory, Machine &machine);
    /// The machine's window; null while it has none.
    static ConsoleWindow *of(const Machine &machine);
    ~ConsoleWindow() override;

    void setFullScreen(bool on);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ConsoleWindow(Inventory &inventory, Machine &machine);
    void retitle();
    void remember();

    Inventory &m_inventory;
    QPointer<Machine> m_machine;
    QString m_key; ///< the machine's identity in the settings
    ConsoleTabs *m_consoles;
    FullScreenBar *m_bar;
};
