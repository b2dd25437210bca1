// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalgrid.h"

#include <algorithm>
#include <utility>

namespace {
constexpr size_t mostMarks = 16;

TerminalCell blankOf(TerminalColour background)
{
    TerminalCell cell;
    cell.style.background = background;
    return cell;
}

void eraseMarks(TerminalLine &line, int left, int right)
{
    std::erase_if(line.marks, [=](const auto &mark) { return mark.first >= left && mark.first < right; });
}
} // namespace

TerminalGrid::TerminalGrid(int rows, int columns) : m_columns(columns)
{
    m_lines.resize(size_t(rows));
    for (auto &line : m_lines)
        line.cells.resize(size_t(columns));
    m_touched.assign(size_t(rows), true);
}

void TerminalGrid::touch(int row)
{
    m_touched[size_t(row)] = true;
}

void TerminalGrid::touchAll()
{
    m_touched.assign(m_lines.size(), true);
}

std::vector<bool> TerminalGrid::takeTouched()
{
    return std::exchange(m_touched, std::vector<bool>(m_lines.size(), false));
}

/// A wide character that begins left of `column` and reaches into it loses both halves.
void TerminalGrid::split(TerminalLine &line, int column)
{
    if (column <= 0 || column >= m_columns || !(line.cells[size_t(column)].style.flags & TerminalStyle::WideTail))
        return;
    for (const int half : {column - 1, column}) {
        auto &cell = line.cells[size_t(half)];
        cell.code = 0;
        cell.style.flags &= std::uint16_t(~(TerminalStyle::Wide | TerminalStyle::WideTail));
    }
    eraseMarks(line, column - 1, column);
}

void TerminalGrid::put(int row, int column, int width, const char32_t *codes, const TerminalStyle &style)
{
    if (!contains(row, column) || width <= 0)
        return;
    auto &line = m_lines[size_t(row)];
    const int after = std::min(column + width, m_columns);
    split(line, column);
    split(line, after);
    if (!line.marks.empty())
        eraseMarks(line, column, after);
    auto &cell = line.cells[size_t(column)];
    cell.code = codes[0];
    cell.style = style;
    for (int tail = column + 1; tail < after; ++tail) {
        cell.style.flags |= TerminalStyle::Wide;
        line.cells[size_t(tail)] = {codes[0], style};
        line.cells[size_t(tail)].style.flags |= TerminalStyle::WideTail;
    }
    if (codes[0] && codes[1]) {
        std::u32string marks;
        for (size_t i = 1; codes[i] && marks.size() < mostMarks; ++i)
            marks += codes[i];
        line.setMarks(column, std::move(marks));
    }
    touch(row);
}

TerminalRect TerminalGrid::within(TerminalRect area) const
{
    area.top = std::clamp(area.top, 0, rows());
    area.bottom = std::clamp(area.bottom, area.top, rows());
    area.left = std::clamp(area.left, 0, m_columns);
    area.right = std::clamp(area.right, area.left, m_columns);
    return area;
}

void TerminalGrid::erase(TerminalRect area, TerminalColour background)
{
    area = within(area);
    if (area.left == area.right)
        return;
    const auto blank = blankOf(background);
    for (int row = area.top; row < area.bottom; ++row) {
        auto &line = m_lines[size_t(row)];
        split(line, area.left);
        split(line, area.right);
        std::fill(line.cells.begin() + area.left, line.cells.begin() + area.right, blank);
        if (!line.marks.empty())
            eraseMarks(line, area.left, area.right);
        if (area.left == 0 && area.right == m_columns)
            line.continues = false;
        if (area.right == m_columns && row + 1 < rows())
            m_lines[size_t(row + 1)].continues = false;
        touch(row);
    }
}

void TerminalGrid::shiftRow(TerminalLine &line, const TerminalRect &area, int left, const TerminalCell &blank)
{
    split(line, area.left);
    split(line, area.right);
    const auto begin = line.cells.begin() + area.left, end = line.cells.begin() + area.right;
    const int width = area.right - area.left;
    const int step = std::min(std::abs(left), width);
    if (left > 0) {
        split(line, area.left + step);
        std::move(begin + step, end, begin);
        std::fill(end - step, end, blank);
    } else {
        split(line, area.right - step);
        std::move_backward(begin, end - step, end);
        std::fill(begin, begin + step, blank);
    }
    std::vector<std::pair<int, std::u32string>> marks;
    for (auto &mark : line.marks) {
        const bool inside = mark.first >= area.left && mark.first < area.right;
        const int to = inside ? mark.first - left : mark.first;
        if (!inside || (to >= area.left && to < area.right))
            marks.emplace_back(to, std::move(mark.second));
    }
    line.marks = std::move(marks);
}

void TerminalGrid::scroll(TerminalRect area, int up, int left, TerminalColour background)
{
    area = within(area);
    if (area.top == area.bottom || area.left == area.right)
        return;
    if (left) {
        const auto blank = blankOf(background);
        for (int row = area.top; row < area.bottom; ++row)
            shiftRow(m_lines[size_t(row)], area, left, blank);
    }
    const int step = std::min(std::abs(up), area.bottom - area.top);
    const auto begin = m_lines.begin() + area.top, end = m_lines.begin() + area.bottom;
    if (step && area.left == 0 && area.right == m_columns) {
        std::rotate(begin, up > 0 ? begin + step : end - step, end);
    } else if (step) {
        // Between margins: the rows stay, what is between moves.
        const auto copy = [&](int to, int from) {
            const auto &source = m_lines[size_t(from)].cells;
            std::copy(source.begin() + area.left, source.begin() + area.right, m_lines[size_t(to)].cells.begin() + area.left);
        };
        if (up > 0) {
            for (int row = area.top; row + step < area.bottom; ++row)
                copy(row, row + step);
        } else {
            for (int row = area.bottom - 1; row - step >= area.top; --row)
                copy(row, row - step);
        }
    }
    if (step)
        erase(up > 0 ? TerminalRect{area.bottom - step, area.bottom, area.left, area.right}
                     : TerminalRect{area.top, area.top + step, area.left, area.right},
              background);
    for (int row = area.top; row < area.bottom; ++row)
        touch(row);
}

void TerminalGrid::crop(int rows, int columns)
{
    for (auto &line : m_lines) {
        if (columns < m_columns) {
            split(line, columns);
            eraseMarks(line, columns, m_columns);
        }
        line.cells.resize(size_t(columns));
    }
    m_columns = columns;
    m_lines.resize(size_t(rows));
    for (auto &line : m_lines)
        line.cells.resize(size_t(columns));
    touchAll();
}

void TerminalGrid::setLines(std::vector<TerminalLine> lines, int columns)
{
    m_lines = std::move(lines);
    m_columns = columns;
    for (auto &line : m_lines)
        line.cells.resize(size_t(columns));
    touchAll();
}
