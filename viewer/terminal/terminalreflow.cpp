// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalreflow.h"

#include <algorithm>
#include <utility>

namespace {
/// A line as it was written, however many rows it fills; `cursor` is a column of it, or -1.
struct Written {
    TerminalLine line;
    int cursor = -1;
};

void join(TerminalLine &whole, const TerminalLine &row, int length)
{
    const int offset = int(whole.cells.size());
    whole.cells.insert(whole.cells.end(), row.cells.begin(), row.cells.begin() + length);
    for (const auto &[column, text] : row.marks) {
        if (column < length)
            whole.marks.emplace_back(offset + column, text);
    }
}

std::vector<Written> writtenOf(const TerminalGrid &grid, TerminalHistory &history, int used, TerminalPlace cursor)
{
    std::vector<Written> lines;
    if (grid.rows() > 0 && grid[0].continues && !history.isEmpty()) {
        // The row above is full, also where its blanks were left out.
        auto above = history.takeLast();
        const auto columns = size_t(grid.columns());
        above.cells.resize((std::max<size_t>(above.cells.size(), 1) + columns - 1) / columns * columns);
        lines.push_back({std::move(above), -1});
    }
    for (int row = 0; row < used; ++row) {
        const auto &line = grid[row];
        if (lines.empty() || !line.continues)
            lines.push_back({TerminalLine{{}, {}, false}, -1});
        auto &whole = lines.back();
        const bool runsOver = row + 1 < used && grid[row + 1].continues;
        int length = runsOver ? grid.columns() : line.length();
        if (row == cursor.row) {
            whole.cursor = int(whole.line.cells.size()) + cursor.column;
            length = std::max(length, cursor.column);
        }
        join(whole.line, line, length);
    }
    return lines;
}

/// Breaks one line into rows of at most `columns`.
void lay(const Written &written, int columns, std::vector<TerminalLine> &rows, TerminalPlace &cursor)
{
    const auto &cells = written.line.cells;
    const int length = int(cells.size());
    int at = 0;
    do {
        int end = std::min(at + columns, length);
        if (end < length && end - at > 1 && (cells[size_t(end)].style.flags & TerminalStyle::WideTail))
            --end;
        if (end < length && end == at)
            ++end; // too narrow for it
        TerminalLine row;
        row.continues = at > 0 || written.line.continues;
        row.cells.assign(cells.begin() + at, cells.begin() + end);
        row.cells.resize(size_t(columns));
        for (const auto &[column, text] : written.line.marks) {
            if (column >= at && column < end)
                row.marks.emplace_back(column - at, text);
        }
        if (written.cursor >= at && (written.cursor < end || end >= length))
            cursor = {int(rows.size()), std::min(written.cursor - at, columns - 1)};
        rows.push_back(std::move(row));
        at = end;
    } while (at < length);
}

int usedRows(const TerminalGrid &grid, int cursorRow)
{
    int used = grid.rows();
    while (used > cursorRow + 1 && grid[used - 1].length() == 0)
        --used;
    return used;
}
} // namespace

TerminalPlace reflow(TerminalGrid &grid, TerminalHistory &history, int rows, int columns, TerminalPlace cursor)
{
    cursor.row = std::clamp(cursor.row, 0, grid.rows() - 1);
    const int used = usedRows(grid, cursor.row);
    const bool wasFull = used == grid.rows();
    auto lines = writtenOf(grid, history, used, cursor);
    history.setColumns(columns);
    std::vector<TerminalLine> laid;
    TerminalPlace place{0, 0};
    for (const auto &line : lines)
        lay(line, columns, laid, place);

    // Rows under the cursor give way before the cursor does.
    const int surplus = int(laid.size()) - rows;
    const int leaving = std::clamp(surplus, 0, std::max(place.row, 0));
    for (int i = 0; i < leaving; ++i)
        history.push(laid[size_t(i)]);
    laid.erase(laid.begin(), laid.begin() + leaving);
    place.row -= leaving;
    if (wasFull) {
        while (int(laid.size()) < rows && !history.isEmpty()) {
            std::vector<TerminalLine> back;
            TerminalPlace nowhere{0, 0};
            lay({history.takeLast(), -1}, columns, back, nowhere);
            const int room = rows - int(laid.size());
            // Only the last rows of a long line fit: the others go back.
            const int extra = std::max(0, int(back.size()) - room);
            for (int i = 0; i < extra; ++i)
                history.push(back[size_t(i)]);
            back.erase(back.begin(), back.begin() + extra);
            place.row += int(back.size());
            laid.insert(laid.begin(), std::make_move_iterator(back.begin()), std::make_move_iterator(back.end()));
            if (extra > 0)
                break;
        }
    }
    laid.resize(size_t(rows));
    grid.setLines(std::move(laid), columns);
    place.row = std::clamp(place.row, 0, rows - 1);
    return place;
}
