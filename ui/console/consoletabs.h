// SPDX-License-Identifier: GPL-3.0-or-later
// All consoles of a machine: its display, each serial port and text console, and QEMU's monitor where a person wants
// it. A tab bar where there is more than one. GUI thread.
#pragma once

#include "core/machines/machinefacts.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class ConsolePane;
class Inventory;
class Machine;
class MonitorPane;
class QStackedWidget;
class TextConsolePane;
class UnderlineTabs;

class ConsoleTabs final : public QWidget {
    Q_OBJECT
public:
    ConsoleTabs(Inventory &inventory, Machine &machine, QWidget *parent = nullptr);

    /// The person looks at it now: the present console connects and takes the keyboard.
    void activate();
    Machine *machine() const { return m_machine; }
    ConsolePane *display() const { return m_display; }
    void setInOwnWindow();
    /// Tabs, toolbars and status lines; off in full screen.
    void setBarsVisible(bool visible);

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Port {
        TextPortFacts facts;
        QString label;
        TextConsolePane *pane = nullptr; ///< made when it is looked at first
    };
    void refresh();
    void takePorts(const std::vector<TextPortFacts> &facts);
    void rebuildTabs();
    void chooseFirst();
    void showTab(int index);
    QString tabKey(int index) const;
    TextConsolePane *paneOf(size_t index);

    Inventory &m_inventory;
    QPointer<Machine> m_machine;
    QString m_key; ///< the machine's identity in the settings
    UnderlineTabs *m_tabs;
    QStackedWidget *m_stack;
    ConsolePane *m_display;
    MonitorPane *m_monitor = nullptr;
    std::vector<Port> m_ports;
    bool m_hasMonitor = false;
    bool m_hasDisplay = true; ///< or could be given one
    bool m_chosen = false; ///< which tab comes first has been decided
    bool m_ownWindow = false;
    bool m_bars = true;
};
