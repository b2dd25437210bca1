// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts with their machines as a two-level model for the sidebar. Values only; ui words, sorts and filters.
// Level one: hosts in the person's order; level two: a host's machines in order of arrival. Samples change
// nothing that stands here. GUI thread.
#pragma once

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

class Host;
class HostList;
class Machine;

class InventoryTree final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        HostRole = Qt::UserRole + 1, ///< Host *, at both levels
        MachineRole,                 ///< Machine *; null at a host's row
    };

    explicit InventoryTree(HostList &hosts, QObject *parent = nullptr);
    ~InventoryTree() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QModelIndex indexOf(const Host *host) const;
    QModelIndex indexOf(const Machine *machine) const;
    Host *hostAt(const QModelIndex &index) const;
    Machine *machineAt(const QModelIndex &index) const;

private:
    struct Branch;
    void addHost(Host *host, int row);
    void removeHost(Host *host);
    void moveHost(int from, int to);
    void addMachines(Host *host, const std::vector<Machine *> &machines);
    void removeMachines(Host *host, const std::vector<Machine *> &machines);
    void touch(const QModelIndex &index);
    Branch *branchOf(const Host *host) const;
    void renumber();

    HostList &m_hosts;
    std::vector<std::unique_ptr<Branch>> m_branches;
    QHash<const Machine *, int> m_rows;
};
