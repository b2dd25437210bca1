// SPDX-License-Identifier: GPL-3.0-or-later
// What a person has marked in a terminal, and what was searched for. Rows are counted from the terminal's beginning, so
// that they stay what they are while others scroll off. Pure; GUI thread.
#pragma once

#include "viewer/terminal/terminalscreen.h"

#include <optional>
#include <utility>

struct TerminalSpot {
    qint64 row = 0;
    int column = 0;
    friend auto operator<=>(const TerminalSpot &, const TerminalSpot &) = default;
};

/// One line as it was written, over all the rows that it fills: where each character of its text stands.
struct TerminalParagraph {
    QString text;
    std::vector<TerminalSpot> spots; ///< one per character of `text`
    qint64 first = 0, last = 0;      ///< rows

    static TerminalParagraph at(const TerminalScreen &screen, qint64 row);
};

class TerminalSelection final {
public:
    enum class Unit { Characters, Words, Lines, Block };

    void start(const TerminalScreen &screen, TerminalSpot spot, Unit unit);
    void extend(const TerminalScreen &screen, TerminalSpot spot);
    void selectAll(const TerminalScreen &screen);
    void set(TerminalSpot from, TerminalSpot to);
    void clear() { m_active = false; }

    bool isEmpty() const { return !m_active || (m_unit != Unit::Lines && m_from == m_to); }
    /// First column and the one behind the last that are marked in a row; nothing where none is.
    std::optional<std::pair<int, int>> columnsIn(qint64 row, int columns) const;
    /// Rows that ran over are one line again; blanks at the ends of lines are left out.
    QString text(const TerminalScreen &screen) const;
    TerminalSpot from() const { return m_from; }
    TerminalSpot to() const { return m_to; }

private:
    std::pair<TerminalSpot, TerminalSpot> grown(const TerminalScreen &screen, TerminalSpot spot) const;

    bool m_active = false;
    Unit m_unit = Unit::Characters;
    std::pair<TerminalSpot, TerminalSpot> m_anchor; ///< what was marked first: it stays marked
    TerminalSpot m_from, m_to;                      ///< `to` is behind the last
};

namespace terminalsearch {
struct Match {
    TerminalSpot from, to; ///< `to` is behind the last
    friend bool operator==(const Match &, const Match &) = default;
};
/// All of one paragraph. Case counts where `text` has an upper-case letter.
std::vector<Match> in(const TerminalParagraph &paragraph, const QString &text);
enum class Direction { Up, Down };
/// The next one above or below `from`, around the end if need be.
std::optional<Match> next(const TerminalScreen &screen, const QString &text, TerminalSpot from, Direction direction);
} // namespace terminalsearch
