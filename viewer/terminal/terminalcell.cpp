// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalcell.h"

#include <algorithm>

namespace {
auto placeOf(const std::vector<std::pair<int, std::u32string>> &marks, int column)
{
    return std::lower_bound(marks.begin(), marks.end(), column, [](const auto &mark, int wanted) { return mark.first < wanted; });
}
} // namespace

const std::u32string *TerminalLine::marksAt(int column) const
{
    const auto place = placeOf(marks, column);
    return place != marks.end() && place->first == column ? &place->second : nullptr;
}

void TerminalLine::setMarks(int column, std::u32string text)
{
    const auto place = marks.begin() + (placeOf(marks, column) - marks.cbegin());
    const bool present = place != marks.end() && place->first == column;
    if (text.empty()) {
        if (present)
            marks.erase(place);
    } else if (present) {
        place->second = std::move(text);
    } else {
        marks.emplace(place, column, std::move(text));
    }
}

QString TerminalLine::textAt(int column) const
{
    if (column < 0 || column >= int(cells.size()) || cells[size_t(column)].code == 0)
        return QStringLiteral(" ");
    const auto &cell = cells[size_t(column)];
    if (cell.style.flags & TerminalStyle::WideTail)
        return {};
    auto text = QString::fromUcs4(&cell.code, 1);
    if (const auto *more = marksAt(column))
        text += QString::fromUcs4(more->data(), qsizetype(more->size()));
    return text;
}

int TerminalLine::length() const
{
    int last = int(cells.size());
    while (last > 0 && cells[size_t(last - 1)].isBlank())
        --last;
    return last;
}

QString TerminalLine::text() const
{
    QString all;
    int last = int(cells.size());
    while (last > 0 && cells[size_t(last - 1)].code == 0)
        --last;
    all.reserve(last);
    for (int column = 0; column < last; ++column) {
        const auto &cell = cells[size_t(column)];
        if (cell.code >= 0x20 && cell.code < 0xd800 && marks.empty()) {
            if (!(cell.style.flags & TerminalStyle::WideTail))
                all += QChar(char16_t(cell.code));
        } else {
            all += textAt(column);
        }
    }
    return all;
}
