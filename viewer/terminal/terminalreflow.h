// SPDX-License-Identifier: GPL-3.0-or-later
// Lays a screen out anew when its size changes: lines that ran over are put together and broken where the new edge is,
// with what has scrolled off taken into account. Pure.
#pragma once

#include "viewer/terminal/terminalgrid.h"
#include "viewer/terminal/terminalhistory.h"

struct TerminalPlace {
    int row, column;
};

/// Gives `grid` the new size, moves rows between it and `history` (which gets the new width), and says where the place
/// of the cursor has gone.
TerminalPlace reflow(TerminalGrid &grid, TerminalHistory &history, int rows, int columns, TerminalPlace cursor);
