// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of MachineList say to a person: their titles, the words of a cell, and what a column sorts by.
// GUI thread (it translates).
#pragma once

#include <QString>

class Machine;

namespace machinecolumns {
QString title(int column);
/// Empty where nothing is known.
QString wordsOf(const Machine &machine, int column);
/// Whether the column's cells change with every sample.
bool isMeasured(int column);

struct SortValue {
    double number = 0; ///< counts first
    QString text{};    ///< capitals do not matter
};
/// Of the name's column there is nothing: names have an order of their own (MachineNames).
SortValue sortValueOf(const Machine &machine, int column);
} // namespace machinecolumns
