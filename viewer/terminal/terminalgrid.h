// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of one of a terminal's two screens, and what of them must be painted again. Every place is checked: what
// comes from outside may point anywhere. Pure; any thread, one at a time.
#pragma once

#include "viewer/terminal/terminalcell.h"

#include <vector>

struct TerminalRect {
    int top, bottom, left, right; ///< bottom and right are the first outside
};

class TerminalGrid final {
public:
    TerminalGrid(int rows, int columns);

    int rows() const { return int(m_lines.size()); }
    int columns() const { return m_columns; }
    TerminalLine &operator[](int row) { return m_lines[size_t(row)]; }
    const TerminalLine &operator[](int row) const { return m_lines[size_t(row)]; }
    bool contains(int row, int column) const { return row >= 0 && row < rows() && column >= 0 && column < m_columns; }

    /// Puts a character with its marks; half of a wide one that it meets vanishes.
    void put(int row, int column, int width, const char32_t *codes, const TerminalStyle &style);
    void erase(TerminalRect area, TerminalColour background);
    /// Moves what is in `area` up and left; negative: down and right.
    void scroll(TerminalRect area, int up, int left, TerminalColour background);
    /// Cuts or fills at the right and at the bottom.
    void crop(int rows, int columns);
    void setLines(std::vector<TerminalLine> lines, int columns);

    void touch(int row);
    void touchAll();
    std::vector<bool> takeTouched();

private:
    TerminalRect within(TerminalRect area) const;
    void split(TerminalLine &line, int column);
    void shiftRow(TerminalLine &line, const TerminalRect &area, int left, const TerminalCell &blank);

    std::vector<TerminalLine> m_lines;
    std::vector<bool> m_touched;
    int m_columns;
};
