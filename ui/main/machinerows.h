// SPDX-License-Identifier: GPL-3.0-or-later
// The machines that a table or gallery shows, worded, filtered and sorted, over core's MachineList.
// Written by hand because QSortFilterProxyModel announces every gap of a new filter by itself: with 5000
// rows that costs whole frames. Samples are passed on once per tick. GUI thread.
#pragma once

#include "core/machines/machinelist.h"
#include "ui/main/machinenames.h"
#include "ui/main/stategroup.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <vector>

class Host;

class MachineRows final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit MachineRows(MachineList &source, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    Machine *at(int row) const;
    int rowOf(const Machine *machine) const;
    static Machine *machineOf(const QModelIndex &index);

    /// Part of the name, capitals do not matter.
    void setText(const QString &text);
    void setGroup(StateGroup group);
    /// Null: all hosts.
    void setHost(const Host *host);

private:
    struct Item;
    Item itemOf(Machine *machine) const;
    bool before(const Item &a, const Item &b) const;
    bool accepts(Machine *machine) const;
    const std::vector<Machine *> &sorted() const;
    void arrange(std::vector<Machine *> &machines) const;
    void rebuild();
    void reorder();
    void insert(Machine *machine);
    void removeRow(int row);
    void takeInserted(int first, int last);
    void takeRemoved(int first, int last);
    void takeChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void reconsider(Machine *machine);
    void flushSamples();

    MachineList &m_source;
    mutable MachineNames m_names;
    mutable std::vector<Machine *> m_sorted; ///< all, in order; emptied by whatever may change the order
    std::vector<Machine *> m_shown;
    mutable QHash<const Machine *, int> m_rows; ///< filled when asked after a change
    QString m_text;
    StateGroup m_group = StateGroup::Any;
    const Host *m_host = nullptr; ///< compared, never followed
    int m_sortColumn = MachineList::Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QTimer m_samples;
    QTimer m_reorder;
};
