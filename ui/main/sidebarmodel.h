// SPDX-License-Identifier: GPL-3.0-or-later
// The sidebar's rows over core's InventoryTree: "All machines", then hosts with their machines, worded,
// filtered and sorted. A filter that changes much resets once instead of announcing every gap. GUI thread.
#pragma once

#include "ui/main/sidebarorder.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

class Host;
class InventoryTree;
class Machine;

class SidebarModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    using Order = SidebarOrder::By;
    enum Role {
        HostRole = Qt::UserRole + 1, ///< Host *; null for "All machines"
        MachineRole,                 ///< Machine *; null above
        DetailRole,                  ///< second-level text
    };

    explicit SidebarModel(InventoryTree &source, QObject *parent = nullptr);
    ~SidebarModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QModelIndex allMachines() const { return index(0, 0); }
    QModelIndex indexOf(const Host *host) const;
    QModelIndex indexOf(const Machine *machine) const;
    Host *hostAt(const QModelIndex &index) const;    ///< of a host's row or of a machine's
    Machine *machineAt(const QModelIndex &index) const;

    const QString &filter() const { return m_rule.filter(); }
    void setFilter(const QString &text);
    void setOrder(Order order);

private:
    struct Branch;
    void adopt(int first, int last);
    void dropHosts(int first, int last);
    void takeMachines(Host *host, int first, int last);
    void dropMachines(Host *host, int first, int last);
    void takeChanged(const QModelIndex &index);
    void reconsider(Branch &branch, Machine *machine);
    void rebuild();
    void show(Branch &branch);
    bool accepts(const Branch &branch, Machine *machine);
    bool accepts(const Branch &branch) const;
    void insert(Branch &branch, Machine *machine);
    void touch(const QModelIndex &index);
    Branch *branchOf(const Host *host) const;

    InventoryTree &m_source;
    SidebarOrder m_rule;
    std::vector<std::unique_ptr<Branch>> m_branches; ///< all, in the source's order
    std::vector<Branch *> m_shown;
};
