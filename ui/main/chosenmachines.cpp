// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/chosenmachines.h"

#include "ui/main/machinerows.h"

#include <QAbstractItemView>
#include <QItemSelection>

#include <algorithm>

ChosenMachines::ChosenMachines(QAbstractItemView *view, MachineRows &rows) : QObject(view), m_view(view), m_rows(rows)
{
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChosenMachines::changed);
    connect(&m_rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = now(); });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, [this] {
        if (!m_kept.empty())
            choose(m_kept);
        m_kept.clear();
    });
}

std::vector<Machine *> ChosenMachines::now() const
{
    std::vector<Machine *> machines;
    for (const auto &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (auto *machine = m_rows.at(row))
                machines.push_back(machine);
        }
    }
    return machines;
}

void ChosenMachines::choose(const std::vector<Machine *> &machines)
{
    std::vector<int> rows;
    for (const auto *machine : machines) {
        if (const int row = m_rows.rowOf(machine); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    const int lastColumn = m_view->selectionBehavior() == QAbstractItemView::SelectRows ? m_rows.columnCount() - 1 : 0;
    QItemSelection selection;
    // A range per stretch: thousands of single rows would be looked through one by one ever after.
    for (size_t i = 0; i < rows.size();) {
        size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_rows.index(rows[i], 0), m_rows.index(rows[end - 1], lastColumn)));
        i = end;
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}
