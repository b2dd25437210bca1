// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalscreen.h"

#include "viewer/terminal/terminalscreen_p.h"
#include "viewer/terminal/terminalstyling.h"

#include <algorithm>
#include <utility>

namespace {
constexpr int longestTitle = 256;
constexpr size_t mostCombined = 32;

QString tidyTitle(QByteArrayView text)
{
    auto title = QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 4 * longestTitle))).left(longestTitle);
    title.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return title;
}
} // namespace

const VTermStateCallbacks TerminalScreen::Private::callbacks = {
    [](VTermGlyphInfo *info, VTermPos at, void *self) { return static_cast<Private *>(self)->putGlyph(*info, at); },
    [](VTermPos to, VTermPos, int, void *self) {
        static_cast<Private *>(self)->moveTo(to.row, to.col);
        return 1;
    },
    [](VTermRect area, int up, int left, void *self) {
        static_cast<Private *>(self)->scroll(area, up, left);
        return 1;
    },
    nullptr,
    [](VTermRect area, int, void *self) {
        auto &d = *static_cast<Private *>(self);
        d.grid().erase({area.start_row, area.end_row, area.start_col, area.end_col}, d.pen.background);
        return 1;
    },
    [](void *self) {
        static_cast<Private *>(self)->pen = {};
        return 1;
    },
    nullptr,
    [](VTermProp property, VTermValue *value, void *self) {
        static_cast<Private *>(self)->setProperty(property, *value);
        return 1;
    },
    [](void *self) {
        static_cast<Private *>(self)->changes.bell = true;
        return 1;
    },
    // libvterm 0.1 asks for the step of the cursor, later ones for its place.
    [](int rows, int columns, auto *fields, void *self) {
        auto &d = *static_cast<Private *>(self);
        const auto place = d.laidOut(rows, columns);
        if constexpr (requires { fields->pos; })
            fields->pos = {place.row, place.column};
        else
            *fields = {place.row - d.cursor.row, place.column - d.cursor.column};
        return 1;
    },
    nullptr,
};

TerminalScreen::Private::Private(int rows, int columns)
    : term(vterm_new(rows, columns)), primary(rows, columns), other(rows, columns), history(columns)
{
    vterm_set_utf8(term, 1);
    vterm_output_set_callback(
        term, [](const char *bytes, size_t length, void *self) { static_cast<Private *>(self)->reply({bytes, qsizetype(length)}); }, this);
    state = vterm_obtain_state(term);
    vterm_state_set_callbacks(state, &callbacks, this);
    vterm_state_reset(state, 1);
}

void TerminalScreen::Private::reply(QByteArrayView bytes)
{
    if (replies.size() + bytes.size() <= mostReplies)
        replies += bytes;
}

void TerminalScreen::Private::pass(QByteArrayView bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    if (first >= 0x80) {
        // libvterm keeps every mark that follows a character, for ever.
        if (marksFull)
            return;
    } else if (first >= 0x20) {
        marksFull = false;
    } else if (bytes == QByteArrayView("\x1b\x63")) {
        hardReset();
        return;
    }
    write(bytes);
}

int TerminalScreen::Private::putGlyph(const VTermGlyphInfo &glyph, VTermPos at)
{
    auto &here = grid();
    if (!here.contains(at.row, at.col) || glyph.width <= 0)
        return 1;
    static_assert(sizeof(uint32_t) == sizeof(char32_t));
    char32_t codes[mostCombined + 1];
    size_t count = 0;
    while (count < mostCombined && glyph.chars[count]) {
        codes[count] = char32_t(glyph.chars[count]);
        ++count;
    }
    codes[count] = 0;
    marksFull = count == mostCombined;
    if (at.col == 0)
        here[at.row].continues = column != 0 && at.row > 0;
    here.put(at.row, at.col, glyph.width, codes, pen);
    column = std::min(at.col + glyph.width, here.columns() - 1);
    last.assign(codes, count);
    return 1;
}

void TerminalScreen::Private::moveTo(int row, int to)
{
    cursor.row = std::clamp(row, 0, grid().rows() - 1);
    cursor.column = std::clamp(to, 0, grid().columns() - 1);
    column = cursor.column;
    changes.cursor = true;
}

void TerminalScreen::Private::scroll(VTermRect area, int up, int left)
{
    auto &here = grid();
    const bool wholeRows = left == 0 && area.start_col == 0 && area.end_col == here.columns();
    if (!alternate && wholeRows && up > 0 && area.start_row == 0) {
        const int leaving = std::min({up, area.end_row, here.rows()});
        const auto before = history.dropped();
        for (int row = 0; row < leaving; ++row)
            history.push(here[row]);
        changes.scrolled += leaving;
        changes.history = changes.history || history.dropped() != before;
    }
    here.scroll({area.start_row, area.end_row, area.start_col, area.end_col}, up, left, pen.background);
}

void TerminalScreen::Private::setProperty(VTermProp property, const VTermValue &value)
{
    switch (property) {
    case VTERM_PROP_CURSORVISIBLE:
        cursor.visible = value.boolean;
        changes.cursor = true;
        break;
    case VTERM_PROP_CURSORBLINK:
        cursor.blinks = value.boolean;
        changes.cursor = true;
        break;
    case VTERM_PROP_CURSORSHAPE:
        cursor.shape = value.number == VTERM_PROP_CURSORSHAPE_UNDERLINE  ? TerminalCursor::Shape::Underline
                       : value.number == VTERM_PROP_CURSORSHAPE_BAR_LEFT ? TerminalCursor::Shape::Bar
                                                                         : TerminalCursor::Shape::Block;
        changes.cursor = true;
        break;
    case VTERM_PROP_ALTSCREEN:
        if (std::exchange(alternate, value.boolean != 0) == (value.boolean != 0))
            break;
        if (alternate)
            other.erase({0, other.rows(), 0, other.columns()}, {});
        grid().touchAll();
        changes.modes = true;
        break;
    case VTERM_PROP_REVERSE:
        reversed = value.boolean;
        grid().touchAll();
        changes.modes = true;
        break;
    case VTERM_PROP_MOUSE:
        mouse = value.number == VTERM_PROP_MOUSE_CLICK  ? Mouse::Clicks
                : value.number == VTERM_PROP_MOUSE_DRAG ? Mouse::Drags
                : value.number == VTERM_PROP_MOUSE_MOVE ? Mouse::Moves
                                                        : Mouse::None;
        changes.modes = true;
        break;
    default: break;
    }
}

void TerminalScreen::Private::setStyle(const int *arguments, const bool *joined, int count)
{
    const auto link = pen.link;
    applyStyling(pen, arguments, joined, count);
    pen.link = link;
}

void TerminalScreen::Private::saveCursor()
{
    savedPen = pen;
    write("\x1b[?1048h");
}

void TerminalScreen::Private::restoreCursor()
{
    // By the mode and not by the sequence: libvterm looks only here whether the place still exists.
    write("\x1b[?1048l");
    pen = savedPen;
}

void TerminalScreen::Private::repeat(int count)
{
    if (last.empty())
        return;
    const auto text = QString::fromUcs4(last.data(), qsizetype(last.size())).toUtf8();
    for (int i = std::min(count, grid().columns()); i > 0; --i)
        write(text);
}

void TerminalScreen::Private::clearHistory()
{
    history.clear();
    changes.history = true;
}

void TerminalScreen::Private::softReset()
{
    vterm_state_reset(state, 0);
}

void TerminalScreen::Private::hardReset()
{
    for (const auto property : {VTERM_PROP_ALTSCREEN, VTERM_PROP_REVERSE, VTERM_PROP_MOUSE}) {
        VTermValue off{};
        off.number = 0;
        vterm_state_set_termprop(state, property, &off);
    }
    savedPen = {};
    last.clear();
    marksFull = false;
    filter.reset();
    vterm_state_reset(state, 1);
    moveTo(0, 0);
    grid().touchAll();
}

void TerminalScreen::Private::command(int number, QByteArrayView text)
{
    if (number == 0 || number == 2) {
        const auto next = tidyTitle(text);
        changes.title = changes.title || next != title;
        title = next;
    } else if (number == 8) {
        const auto border = text.indexOf(';');
        pen.link = border < 0 ? std::uint16_t(0) : links.numberOf(text.sliced(border + 1));
    }
}

void TerminalScreen::Private::clear()
{
    clearHistory();
    if (alternate)
        return;
    const int up = cursor.row;
    const int at = cursor.column;
    primary.scroll({0, primary.rows(), 0, primary.columns()}, up, 0, {});
    primary.erase({1, primary.rows(), 0, primary.columns()}, {});
    primary[0].continues = false;
    write("\x1b[1;" + QByteArray::number(at + 1) + 'H');
}

void TerminalScreen::Private::resize(int rows, int columns)
{
    // Margins of the former size would send libvterm outside of its rows; setting them moves the cursor.
    const auto back = "\x1b[" + QByteArray::number(cursor.row + 1) + ';' + QByteArray::number(cursor.column + 1) + 'H';
    write("\x1b[r\x1b[0;0s\x1b[?69l" + back);
    vterm_set_size(term, rows, columns);
    changes.history = changes.cursor = true;
}

TerminalPlace TerminalScreen::Private::laidOut(int rows, int columns)
{
    const TerminalPlace before{cursor.row, cursor.column};
    auto place = reflow(primary, history, rows, columns, alternate ? TerminalPlace{primary.rows() - 1, 0} : before);
    other.crop(rows, columns);
    if (alternate)
        place = {std::min(before.row, rows - 1), std::min(before.column, columns - 1)};
    return place;
}

TerminalScreen::TerminalScreen(int rows, int columns)
    : d(std::make_unique<Private>(std::clamp(rows, 1, 500), std::clamp(columns, 2, 1000)))
{
}

TerminalScreen::~TerminalScreen() = default;

void TerminalScreen::feed(QByteArrayView bytes)
{
    d->filter.feed(bytes);
}

TerminalScreen::Changes TerminalScreen::takeChanges()
{
    d->changes.rows = d->grid().takeTouched();
    return std::exchange(d->changes, {});
}

QByteArray TerminalScreen::takeReplies()
{
    return std::exchange(d->replies, {});
}

int TerminalScreen::rows() const
{
    return d->grid().rows();
}

int TerminalScreen::columns() const
{
    return d->grid().columns();
}

void TerminalScreen::resize(int rows, int columns)
{
    rows = std::clamp(rows, 1, 500);
    columns = std::clamp(columns, 2, 1000);
    if (rows != this->rows() || columns != this->columns())
        d->resize(rows, columns);
}

void TerminalScreen::reset()
{
    d->hardReset();
}

void TerminalScreen::clear()
{
    d->clear();
}

void TerminalScreen::setHistoryLimit(int rows)
{
    d->history.setLimit(rows);
    d->changes.history = true;
}

int TerminalScreen::historyRows() const
{
    return d->history.rows();
}

qint64 TerminalScreen::droppedRows() const
{
    return d->history.dropped();
}

TerminalLine TerminalScreen::line(int row) const
{
    const int past = d->history.rows();
    if (row < past)
        return row < 0 ? TerminalLine() : d->history.row(row);
    return row - past < d->grid().rows() ? d->grid()[row - past] : TerminalLine();
}

const TerminalLine &TerminalScreen::screenLine(int row) const
{
    return d->grid()[row];
}

const TerminalCursor &TerminalScreen::cursor() const
{
    return d->cursor;
}

const QString &TerminalScreen::title() const
{
    return d->title;
}

TerminalScreen::Mouse TerminalScreen::mouse() const
{
    return d->mouse;
}

bool TerminalScreen::isAlternate() const
{
    return d->alternate;
}

bool TerminalScreen::isReversed() const
{
    return d->reversed;
}

QString TerminalScreen::link(int number) const
{
    return d->links.address(number);
}
