// SPDX-License-Identifier: GPL-3.0-or-later
// One machine: its head with the verbs, and its tabs. One page serves all machines in turn; each keeps its tab. GUI thread.
#pragma once

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QUuid>
#include <QWidget>

#include <vector>

class ConsoleTabs;
class ElidedLabel;
class Inventory;
class Machine;
class MachineActions;
class Overview;
class QLabel;
class QStackedWidget;
class QToolButton;
class RecentEvents;
class ScreenshotCache;
class StatePill;
class TileLabel;
class UnderlineTabs;

class MachinePage final : public QWidget {
    Q_OBJECT
public:
    enum class Tab { Overview, Console };

    MachinePage(Inventory &inventory, MachineActions &actions, ScreenshotCache &pictures, const RecentEvents &events, QWidget *parent = nullptr);

    void setMachine(Machine *machine);
    Machine *machine() const { return m_machine; }
    void showTab(Tab tab);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead(MachineActions &actions);
    void write();
    void writeState();
    void applyTab(int index);
    ConsoleTabs *consoleOf(Machine &machine);
    void drop(ConsoleTabs *pane);

    Inventory &m_inventory;
    MachineActions &m_actions;
    QPointer<Machine> m_machine;
    TileLabel *m_tile;
    ElidedLabel *m_name;
    ElidedLabel *m_place;
    QToolButton *m_copy;
    StatePill *m_state;
    QTimer m_age;
    UnderlineTabs *m_tabs;
    QStackedWidget *m_stack;
    Overview *m_overview;
    ConsoleTabs *m_console = nullptr; ///< of the present machine, once its tab was opened
    std::vector<ConsoleTabs *> m_consoles; ///< the latest few; hidden ones let go of their link by themselves
    QHash<QUuid, int> m_lastTab;
};
