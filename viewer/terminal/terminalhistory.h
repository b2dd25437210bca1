// SPDX-License-Identifier: GPL-3.0-or-later
// What has scrolled off a terminal's screen. Kept packed and as the lines that were written, not as the rows that they
// happened to fill: a narrower window shows them in more rows without anything being copied. Bounded in rows and in
// bytes; the oldest go first. Pure; any thread, one at a time.
#pragma once

#include "viewer/terminal/terminalcell.h"

#include <deque>

class TerminalHistory final {
public:
    explicit TerminalHistory(int columns) : m_columns(columns) {}

    /// Most rows that are kept; 0 for none.
    void setLimit(int rows);
    int limit() const { return m_limit; }
    void setColumns(int columns);
    void clear();

    /// A row that has left the screen at the top. One that continues the row above is put to its line.
    void push(const TerminalLine &line);
    /// Takes back the line that was pushed last, so that it can be laid out anew; it may be many columns long.
    TerminalLine takeLast();
    /// Whether the last line's row ran over into a next one.
    bool isEmpty() const { return m_entries.empty(); }

    int rows() const { return int(end() - m_first); }
    /// Row 0 is the oldest. As wide as it was written, at most the present columns.
    TerminalLine row(int index) const;
    /// How many rows have been dropped at the top since the beginning.
    qint64 dropped() const { return m_first; }
    /// What it holds, roughly.
    qint64 bytes() const { return m_bytes; }

    static constexpr qint64 mostBytes = 64LL << 20;
    /// A line longer than this goes on in another.
    static constexpr int longestLine = 4096;

private:
    struct Run {
        std::uint16_t length;
        TerminalStyle style;
    };
    struct Entry {
        qint64 first = 0; ///< number of its first row, counted from the beginning
        int columns = 0;
        bool wide = false;
        bool continues = false;
        std::string text; ///< UTF-8; NUL for a place without a character
        std::vector<Run> runs; ///< empty where nothing has a style
        std::vector<std::pair<int, std::u32string>> marks;
    };

    static TerminalLine unpack(const Entry &entry);
    static void append(Entry &entry, const TerminalLine &line, int length);
    static qint64 sizeOf(const Entry &entry);
    /// Where each of its rows begins and the last one ends.
    std::vector<int> breaks(const Entry &entry) const;
    int rowsOf(const Entry &entry) const;
    qint64 end() const;
    void trim();

    std::deque<Entry> m_entries;
    int m_columns;
    int m_limit = 10000;
    qint64 m_first = 0; ///< number of the oldest row
    qint64 m_bytes = 0;
};
