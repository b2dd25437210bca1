// SPDX-License-Identifier: GPL-3.0-or-later
// What a guest writes to its serial port, from the filter to the screen, while a person changes the window, types and
// marks text. Two bytes of size, then the guest's own; NUL, which no terminal heeds, and a byte stand for the person.
#include "viewer/terminal/terminalscreen.h"
#include "viewer/terminal/terminalselection.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace {

constexpr int historyLimit = 200;

void demand(bool holds)
{
    if (!holds)
        std::abort();
}

/// Whatever was written, these hold of a row.
void check(const TerminalLine &line, int columns)
{
    demand(int(line.cells.size()) <= columns);
    demand(line.length() <= int(line.cells.size()));
    int before = -1;
    for (const auto &[column, text] : line.marks) {
        demand(column > before && column < int(line.cells.size()));
        demand(!text.empty() && text.size() <= 16);
        before = column;
    }
    for (const auto &cell : line.cells)
        demand(cell.code <= 0x10ffff && (cell.code < 0xd800 || cell.code > 0xdfff));
}

void check(const TerminalScreen &screen)
{
    const auto &cursor = screen.cursor();
    demand(cursor.row >= 0 && cursor.row < screen.rows() && cursor.column >= 0 && cursor.column < screen.columns());
    for (int row = 0; row < screen.historyRows() + screen.rows(); ++row)
        check(screen.line(row), screen.columns());
    for (int row = 0; row < screen.rows(); ++row)
        demand(int(screen.screenLine(row).cells.size()) == screen.columns());
    demand(screen.historyRows() <= historyLimit);
    demand(screen.title().size() <= 256);
}

/// What a person does, both times alike.
void act(TerminalScreen &screen, uchar what)
{
    const int number = what & 31;
    switch (what >> 5) {
    case 0: screen.resize(1 + number, screen.columns()); break;
    case 1: screen.resize(screen.rows(), 2 + 3 * number); break;
    case 2: screen.press(TerminalKey(number % (int(TerminalKey::F12) + 1)), number & 1 ? Qt::ShiftModifier : Qt::NoModifier); break;
    case 3:
        screen.movePointer(number, 2 * number, {});
        screen.pressButton(1 + number % 5, number & 1, {});
        break;
    case 4: screen.paste(QString(number, u'p')); break;
    case 5: screen.setHistoryLimit(number & 1 ? historyLimit : number); break;
    case 6: number & 1 ? screen.clear() : screen.reset(); break;
    default: screen.setFocused(number & 1);
    }
}

/// A selection may begin and end anywhere, and search may meet anything.
void mark(const TerminalScreen &screen, uchar what)
{
    using Unit = TerminalSelection::Unit;
    TerminalSelection selection;
    selection.start(screen, {screen.droppedRows() + what % 40, what % 7}, std::array{Unit::Characters, Unit::Words, Unit::Lines, Unit::Block}[what % 4]);
    selection.extend(screen, {screen.droppedRows() + screen.historyRows() + screen.rows() - 1, what % 11});
    selection.text(screen);
    terminalsearch::next(screen, QStringLiteral("a"), selection.from(), terminalsearch::Direction::Down);
}

/// All of it in pieces of `piece` bytes.
void run(TerminalScreen &screen, QByteArrayView bytes, qsizetype piece)
{
    while (!bytes.isEmpty()) {
        const auto end = bytes.indexOf('\0');
        auto text = end < 0 ? bytes : bytes.first(end);
        bytes = bytes.sliced(text.size());
        for (; !text.isEmpty(); text = text.sliced(std::min(piece, text.size())))
            screen.feed(text.first(std::min(piece, text.size())));
        if (bytes.size() < 2)
            return;
        act(screen, uchar(bytes[1]));
        bytes = bytes.sliced(2);
    }
}

void demandAlike(TerminalScreen &one, TerminalScreen &other)
{
    demand(one.rows() == other.rows() && one.columns() == other.columns() && one.historyRows() == other.historyRows());
    for (int row = 0; row < one.historyRows() + one.rows(); ++row) {
        const auto a = one.line(row), b = other.line(row);
        demand(a.cells == b.cells && a.marks == b.marks && a.continues == b.continues);
    }
    demand(one.cursor() == other.cursor() && one.title() == other.title() && one.mouse() == other.mouse());
    demand(one.takeReplies() == other.takeReplies());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 2, qsizetype(size - 2));
    const int rows = 1 + data[0] % 32, columns = 2 + data[1] % 96;
    TerminalScreen whole(rows, columns), cut(rows, columns);
    whole.setHistoryLimit(historyLimit);
    cut.setHistoryLimit(historyLimit);
    run(whole, bytes, bytes.size() + 1);
    run(cut, bytes, 1 + data[0] / 32);
    check(whole);
    mark(whole, data[1]);
    // Where a stream is cut makes no difference.
    demandAlike(whole, cut);
    demand(int(whole.takeChanges().rows.size()) == whole.rows());
    return 0;
}
