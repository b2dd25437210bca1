// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalhistory.h"

#include <algorithm>
#include <utility>

namespace {
void appendUtf8(std::string &text, char32_t code)
{
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xc0 | (code >> 6));
        text += char(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        text += char(0xe0 | (code >> 12));
        text += char(0x80 | ((code >> 6) & 0x3f));
        text += char(0x80 | (code & 0x3f));
    } else {
        text += char(0xf0 | (code >> 18));
        text += char(0x80 | ((code >> 12) & 0x3f));
        text += char(0x80 | ((code >> 6) & 0x3f));
        text += char(0x80 | (code & 0x3f));
    }
}

/// Of what appendUtf8() wrote.
char32_t nextOf(const std::string &text, size_t &at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80)
        return first;
    const int more = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    char32_t code = first & (0x3f >> more);
    for (int i = 0; i < more && at < text.size(); ++i)
        code = (code << 6) | (static_cast<unsigned char>(text[at++]) & 0x3f);
    return code;
}
} // namespace

void TerminalHistory::setLimit(int rows)
{
    m_limit = std::max(rows, 0);
    trim();
}

void TerminalHistory::setColumns(int columns)
{
    if (std::exchange(m_columns, columns) == columns)
        return;
    auto number = m_first;
    for (auto &entry : m_entries) {
        entry.first = number;
        number += rowsOf(entry);
    }
    trim();
}

void TerminalHistory::clear()
{
    m_first = end();
    m_entries.clear();
    m_bytes = 0;
}

qint64 TerminalHistory::end() const
{
    return m_entries.empty() ? m_first : m_entries.back().first + rowsOf(m_entries.back());
}

qint64 TerminalHistory::sizeOf(const Entry &entry)
{
    auto size = qint64(sizeof(Entry) + entry.text.capacity() + entry.runs.capacity() * sizeof(Run));
    for (const auto &mark : entry.marks)
        size += qint64(sizeof(mark) + mark.second.capacity() * sizeof(char32_t));
    return size;
}

void TerminalHistory::append(Entry &entry, const TerminalLine &line, int length)
{
    for (int column = 0; column < length; ++column) {
        const auto &cell = line.cells[size_t(column)];
        appendUtf8(entry.text, cell.code);
        entry.wide = entry.wide || (cell.style.flags & TerminalStyle::Wide);
        if (entry.runs.empty()) {
            if (cell.style == TerminalStyle())
                continue;
            if (const int before = entry.columns + column; before > 0)
                entry.runs.push_back({std::uint16_t(before), {}});
        }
        if (!entry.runs.empty() && entry.runs.back().style == cell.style && entry.columns + column > 0)
            ++entry.runs.back().length;
        else
            entry.runs.push_back({1, cell.style});
    }
    for (const auto &[column, text] : line.marks) {
        if (column < length)
            entry.marks.emplace_back(entry.columns + column, text);
    }
    entry.columns += length;
}

void TerminalHistory::push(const TerminalLine &line)
{
    if (m_limit == 0) {
        ++m_first;
        return;
    }
    const bool joins = line.continues && !m_entries.empty() && m_entries.back().columns + m_columns <= longestLine;
    if (joins) {
        auto &entry = m_entries.back();
        m_bytes -= sizeOf(entry);
        // What was trimmed of the row above stands before this one.
        const int full = (rowsOf(entry) * m_columns) - entry.columns;
        if (full > 0 && !entry.wide)
            append(entry, TerminalLine{std::vector<TerminalCell>(size_t(full)), {}, false}, full);
        append(entry, line, line.length());
        m_bytes += sizeOf(entry);
    } else {
        Entry entry;
        entry.first = end();
        entry.continues = line.continues;
        const int length = line.length();
        entry.text.reserve(size_t(length));
        append(entry, line, length);
        m_bytes += sizeOf(entry);
        m_entries.push_back(std::move(entry));
    }
    trim();
}

TerminalLine TerminalHistory::unpack(const Entry &entry)
{
    TerminalLine line;
    line.cells.resize(size_t(entry.columns));
    line.marks = entry.marks;
    line.continues = entry.continues;
    size_t at = 0;
    for (auto &cell : line.cells)
        cell.code = nextOf(entry.text, at);
    size_t column = 0;
    for (const auto &run : entry.runs) {
        for (int i = 0; i < run.length && column < line.cells.size(); ++i)
            line.cells[column++].style = run.style;
    }
    return line;
}

TerminalLine TerminalHistory::takeLast()
{
    if (m_entries.empty())
        return {};
    auto line = unpack(m_entries.back());
    m_bytes -= sizeOf(m_entries.back());
    m_entries.pop_back();
    return line;
}

std::vector<int> TerminalHistory::breaks(const Entry &entry) const
{
    std::vector<int> starts{0};
    if (!entry.wide) {
        for (int at = m_columns; at < entry.columns; at += m_columns)
            starts.push_back(at);
    } else {
        const auto line = unpack(entry);
        int width = 0;
        for (int at = 0; at < entry.columns; ++at) {
            const bool wide = line.cells[size_t(at)].style.flags & TerminalStyle::Wide;
            if (width + (wide && m_columns > 1 ? 2 : 1) > m_columns) {
                starts.push_back(at);
                width = 0;
            }
            ++width;
        }
    }
    starts.push_back(entry.columns);
    return starts;
}

int TerminalHistory::rowsOf(const Entry &entry) const
{
    if (entry.wide)
        return int(breaks(entry).size()) - 1;
    return std::max(1, (entry.columns + m_columns - 1) / m_columns);
}

TerminalLine TerminalHistory::row(int index) const
{
    const auto number = m_first + index;
    auto found = std::upper_bound(m_entries.begin(), m_entries.end(), number,
                                  [](qint64 wanted, const Entry &entry) { return wanted < entry.first; });
    if (found == m_entries.begin())
        return {};
    const auto &entry = *--found;
    const auto starts = breaks(entry);
    const auto part = size_t(number - entry.first);
    if (part + 1 >= starts.size())
        return {};
    auto whole = unpack(entry);
    TerminalLine line;
    line.continues = part > 0 || entry.continues;
    line.cells.assign(whole.cells.begin() + starts[part], whole.cells.begin() + starts[part + 1]);
    for (auto &[column, text] : whole.marks) {
        if (column >= starts[part] && column < starts[part + 1])
            line.marks.emplace_back(column - starts[part], std::move(text));
    }
    return line;
}

void TerminalHistory::trim()
{
    while (!m_entries.empty() && (end() - m_first > m_limit || m_bytes > mostBytes)) {
        m_bytes -= sizeOf(m_entries.front());
        m_first = m_entries.front().first + rowsOf(m_entries.front());
        m_entries.pop_front();
    }
}
