// SPDX-License-Identifier: GPL-3.0-or-later
// Machines as a table: every column, sorted by a click, chosen in the header's menu, ticked for bulk verbs. GUI thread.
#pragma once

#include "core/settings/settings.h"

#include <QTreeView>

#include <vector>

class ChosenMachines;
class Machine;
class MachineRows;
class TableDelegate;
class VisibleRows;

class MachineTable final : public QTreeView {
    Q_OBJECT
public:
    /// Header state is kept under `key`; null: not kept.
    MachineTable(MachineRows &rows, Settings &settings, const SettingsKey<QByteArray> *key, QWidget *parent = nullptr);
    ~MachineTable() override;

    ChosenMachines &chosen() { return *m_chosen; }
    void setColumns(const std::vector<int> &shown);

Q_SIGNALS:
    void machineActivated(Machine *machine);
    void menuRequested(const QPoint &globalPosition);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void paintEvent(QPaintEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void openHeaderMenu(const QPoint &position);
    void saveHeader() const;
    void repaintSampled();

    MachineRows &m_rows;
    Settings &m_settings;
    const SettingsKey<QByteArray> *m_key;
    TableDelegate *m_delegate;
    VisibleRows *m_visible;
    ChosenMachines *m_chosen;
};
