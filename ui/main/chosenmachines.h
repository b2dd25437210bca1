// SPDX-License-Identifier: GPL-3.0-or-later
// Which machines of a table or gallery are chosen, as machines and not as rows: kept when the rows are reset. GUI thread.
#pragma once

#include <QObject>

#include <vector>

class Machine;
class MachineRows;
class QAbstractItemView;

class ChosenMachines final : public QObject {
    Q_OBJECT
public:
    /// The view shows `rows` already and chooses either whole rows or first cells.
    ChosenMachines(QAbstractItemView *view, MachineRows &rows);

    /// In the order in which they were chosen.
    std::vector<Machine *> now() const;
    /// These and no others; whoever is not shown is left out.
    void choose(const std::vector<Machine *> &machines);

Q_SIGNALS:
    void changed();

private:
    QAbstractItemView *m_view;
    MachineRows &m_rows;
    std::vector<Machine *> m_kept; ///< over a reset; compared only
};
