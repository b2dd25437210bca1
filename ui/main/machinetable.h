// SPDX-License-Identifier: GPL-3.0-or-later
// Machines as a table: every column, sorted by a click, chosen in the header's menu, ticked for bulk verbs. GUI thread.
#pragma once

#include "core/settings/settings.h"

#include <QTreeView>

#include <vector>

class Machine;
class MachineRows;
class VisibleRows;

class MachineTable final : public QTreeView {
    Q_OBJECT
public:
    /// Header state is kept under `key`; null: not kept.
    MachineTable(MachineRows &rows, Settings &settings, const SettingsKey<QByteArray> *key, QWidget *parent = nullptr);
    ~MachineTable() override;

    std::vector<Machine *> chosen() const;
    void choose(const std::vector<Machine *> &machines);
    void setColumns(const std::vector<int> &shown);

Q_SIGNALS:
    void machineActivated(Machine *machine);
    void chosenChanged();
    void menuRequested(const QPoint &globalPosition);

protected:
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index, const QEvent *event) const override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void openHeaderMenu(const QPoint &position);
    void saveHeader() const;
    void repaintSampled();
    void keepChosenOverReset();

    MachineRows &m_rows;
    Settings &m_settings;
    const SettingsKey<QByteArray> *m_key;
    VisibleRows *m_visible;
    std::vector<Machine *> m_kept; ///< over a reset; compared only
};
