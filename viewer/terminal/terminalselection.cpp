// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalselection.h"

#include <algorithm>

namespace {
// A paragraph may be endless: what is looked at at once is not.
constexpr int mostRows = 400;

qint64 lastRow(const TerminalScreen &screen)
{
    return screen.droppedRows() + screen.historyRows() + screen.rows() - 1;
}

TerminalLine lineAt(const TerminalScreen &screen, qint64 row)
{
    const auto index = row - screen.droppedRows();
    return index < 0 ? TerminalLine() : screen.line(int(index));
}

bool isPartOfWord(QChar c)
{
    // What paths and addresses are made of belongs together.
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || QStringLiteral("_-./~:@%+#?&=").contains(c);
}

void addRow(TerminalParagraph &paragraph, const TerminalLine &line, qint64 row, int width)
{
    for (int column = 0; column < width; ++column) {
        const auto piece = line.textAt(column);
        paragraph.text += piece;
        paragraph.spots.insert(paragraph.spots.end(), size_t(piece.size()), TerminalSpot{row, column});
    }
}
} // namespace

TerminalParagraph TerminalParagraph::at(const TerminalScreen &screen, qint64 row)
{
    TerminalParagraph paragraph;
    auto first = row;
    while (first > screen.droppedRows() && row - first < mostRows && lineAt(screen, first).continues)
        --first;
    paragraph.first = paragraph.last = first;
    auto line = lineAt(screen, first);
    const auto end = lastRow(screen);
    while (true) {
        const bool more = paragraph.last < end && paragraph.last - first < 2 * mostRows;
        auto next = more ? lineAt(screen, paragraph.last + 1) : TerminalLine();
        const bool runsOver = more && next.continues;
        addRow(paragraph, line, paragraph.last, runsOver ? screen.columns() : line.length());
        if (!runsOver)
            return paragraph;
        line = std::move(next);
        ++paragraph.last;
    }
}

std::pair<TerminalSpot, TerminalSpot> TerminalSelection::grown(const TerminalScreen &screen, TerminalSpot spot) const
{
    if (m_unit == Unit::Characters || m_unit == Unit::Block)
        return {spot, spot};
    const auto paragraph = TerminalParagraph::at(screen, spot.row);
    if (m_unit == Unit::Lines)
        return {{paragraph.first, 0}, {paragraph.last, screen.columns()}};
    const auto place = std::lower_bound(paragraph.spots.begin(), paragraph.spots.end(), spot);
    if (place == paragraph.spots.end())
        return {spot, spot};
    auto begin = qsizetype(place - paragraph.spots.begin()), end = begin + 1;
    if (isPartOfWord(paragraph.text[begin])) {
        while (begin > 0 && isPartOfWord(paragraph.text[begin - 1]))
            --begin;
        while (end < paragraph.text.size() && isPartOfWord(paragraph.text[end]))
            ++end;
    }
    auto behind = paragraph.spots[size_t(end - 1)];
    ++behind.column;
    return {paragraph.spots[size_t(begin)], behind};
}

void TerminalSelection::start(const TerminalScreen &screen, TerminalSpot spot, Unit unit)
{
    m_unit = unit;
    m_active = true;
    m_anchor = grown(screen, spot);
    std::tie(m_from, m_to) = m_anchor;
}

void TerminalSelection::extend(const TerminalScreen &screen, TerminalSpot spot)
{
    if (!m_active)
        return;
    const auto reached = grown(screen, spot);
    m_from = std::min(m_anchor.first, reached.first);
    m_to = std::max(m_anchor.second, reached.second);
    if (m_unit == Unit::Block) {
        m_from.column = std::min(m_anchor.first.column, spot.column);
        m_to.column = std::max(m_anchor.first.column, spot.column);
    }
}

void TerminalSelection::selectAll(const TerminalScreen &screen)
{
    set({screen.droppedRows(), 0}, {lastRow(screen), screen.columns()});
}

void TerminalSelection::set(TerminalSpot from, TerminalSpot to)
{
    m_unit = Unit::Characters;
    m_active = true;
    m_from = from;
    m_to = to;
    m_anchor = {from, to};
}

std::optional<std::pair<int, int>> TerminalSelection::columnsIn(qint64 row, int columns) const
{
    if (isEmpty() || row < m_from.row || row > m_to.row)
        return std::nullopt;
    if (m_unit == Unit::Block)
        return std::pair(m_from.column, m_to.column);
    const int begin = row == m_from.row ? m_from.column : 0;
    const int end = row == m_to.row ? std::min(m_to.column, columns) : columns;
    return begin < end ? std::optional(std::pair(begin, end)) : std::nullopt;
}

QString TerminalSelection::text(const TerminalScreen &screen) const
{
    QString all;
    const auto first = std::max(m_from.row, screen.droppedRows());
    const auto last = std::min(m_to.row, lastRow(screen));
    for (auto row = first; !isEmpty() && row <= last; ++row) {
        const auto line = lineAt(screen, row);
        if (row > first && !(line.continues && m_unit != Unit::Block))
            all += u'\n';
        const auto marked = columnsIn(row, screen.columns());
        if (!marked)
            continue;
        const bool runsOver = row < last && m_unit != Unit::Block && lineAt(screen, row + 1).continues;
        const int end = std::min(marked->second, runsOver ? screen.columns() : line.length());
        QString part;
        for (int column = marked->first; column < end; ++column)
            part += line.textAt(column);
        if (!runsOver) {
            while (part.endsWith(u' '))
                part.chop(1);
        }
        all += part;
    }
    return all;
}

std::vector<terminalsearch::Match> terminalsearch::in(const TerminalParagraph &paragraph, const QString &text)
{
    std::vector<Match> matches;
    if (text.isEmpty())
        return matches;
    const bool exact = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
    const auto manner = exact ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (auto at = paragraph.text.indexOf(text, 0, manner); at >= 0; at = paragraph.text.indexOf(text, at + text.size(), manner)) {
        auto to = paragraph.spots[size_t(at + text.size() - 1)];
        ++to.column;
        matches.push_back({paragraph.spots[size_t(at)], to});
    }
    return matches;
}

std::optional<terminalsearch::Match> terminalsearch::next(const TerminalScreen &screen, const QString &text, TerminalSpot from,
                                                          Direction direction)
{
    const auto top = screen.droppedRows(), bottom = lastRow(screen);
    auto row = std::clamp(from.row, top, bottom);
    const bool up = direction == Direction::Up;
    // Every paragraph once, and the first one again for what is on its other side.
    for (qint64 seen = 0; seen <= bottom - top + 1;) {
        const auto paragraph = TerminalParagraph::at(screen, row);
        const auto matches = in(paragraph, text);
        const bool isFirst = seen == 0;
        if (up) {
            for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
                if (!isFirst || match->from < from)
                    return *match;
            }
        } else {
            for (const auto &match : matches) {
                if (!isFirst || match.from > from)
                    return match;
            }
        }
        seen += paragraph.last - paragraph.first + 1;
        row = up ? paragraph.first - 1 : paragraph.last + 1;
        row = row < top ? bottom : row > bottom ? top : row;
    }
    // It is the only one.
    const auto own = in(TerminalParagraph::at(screen, std::clamp(from.row, top, bottom)), text);
    return own.empty() ? std::nullopt : std::optional(up ? own.back() : own.front());
}
