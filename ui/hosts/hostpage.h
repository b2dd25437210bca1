// SPDX-License-Identifier: GPL-3.0-or-later
// One host: its load, what it is, what should be known about it, its machines; and while it is not connected,
// why. One page serves all hosts in turn. GUI thread.
#pragma once

#include "core/machines/machine.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class AccentButton;
class ElidedLabel;
class ErrorPanel;
class FactCard;
class FindingsCard;
class Host;
class HostActions;
class Inventory;
class LoadCard;
class MachineActions;
class MachineRows;
class MachineTable;
class QLabel;
class QPushButton;
class QStackedWidget;
class TileLabel;
class UnderlineTabs;

class HostPage final : public QWidget {
    Q_OBJECT
public:
    HostPage(Inventory &inventory, HostActions &hostActions, MachineActions &machineActions, QWidget *parent = nullptr);

    void setHost(Host *host);
    Host *host() const { return m_host; }

Q_SIGNALS:
    void machineActivated(Machine *machine);
    void machinesSelected(const std::vector<Machine *> &machines);

private:
    QLayout *makeHead();
    QWidget *makeOverview();
    QWidget *makeTrouble();
    void makeTable();
    void write();
    void writeLoad();
    void writeComputer();
    void writeTrouble();
    void applyTab();

    Inventory &m_inventory;
    HostActions &m_hostActions;
    MachineActions &m_machineActions;
    QPointer<Host> m_host;
    TileLabel *m_tile;
    ElidedLabel *m_name;
    ElidedLabel *m_line;
    UnderlineTabs *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_overview;
    QWidget *m_trouble;
    LoadCard *m_processor;
    LoadCard *m_memory;
    LoadCard *m_promised;
    FindingsCard *m_findings;
    FactCard *m_computer;
    QLabel *m_troubleTitle;
    ErrorPanel *m_error;
    QLabel *m_countDown;
    AccentButton *m_retry;
    MachineRows *m_rows = nullptr;
    MachineTable *m_table = nullptr; ///< made when first shown
    QTimer m_second;
};
