// SPDX-License-Identifier: GPL-3.0-or-later
// All machines of all hosts, flat, in order of arrival. Values only: wording, sorting and filtering are ui's.
// Rows are found by hash; dataChanged names the cells that changed. GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

class Machine;

class MachineList final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, HostName, State, Processor, Memory, Disk, Network, Address, System, VCpus, Autostart, RunningSince, ColumnCount };
    enum Role {
        MachineRole = Qt::UserRole + 1, ///< Machine *
        ValueRole,                      ///< the column's raw value, comparable: sorting uses it
    };

    explicit MachineList(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Machine *at(int row) const;
    /// -1 where it is not in the list.
    int rowOf(const Machine *machine) const;

    // Inventory's side; many at a time, because a host may bring thousands.
    void add(const std::vector<Machine *> &machines);
    void remove(const std::vector<Machine *> &machines);
    void noteChanged(Machine *machine);
    /// New samples for these: the measured columns changed.
    void noteSampled(const std::vector<Machine *> &machines);

private:
    std::vector<Machine *> m_machines;
    QHash<const Machine *, int> m_rows;
};
