// SPDX-License-Identifier: GPL-3.0-or-later
// Of TerminalWidget: what it paints.
#include "viewer/terminal/terminalwidget.h"
#include "viewer/terminal/terminalwidget_p.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <utility>

namespace {
constexpr int margin = 4;

struct Colours {
    QRgb ink, ground;
};

Colours coloursOf(const TerminalStyle &style, const TerminalPalette &palette)
{
    Colours colours{palette.foreground(style.foreground), palette.background(style.background)};
    if (style.flags & TerminalStyle::Reverse)
        std::swap(colours.ink, colours.ground);
    // A program that gives both colours by their values knows what it does.
    if (style.foreground.kind() != TerminalColour::Kind::Rgb)
        colours.ink = TerminalPalette::legible(colours.ink, colours.ground);
    if (style.flags & TerminalStyle::Faint)
        colours.ink = TerminalPalette::mix(colours.ink, colours.ground, 0.4);
    if (style.flags & TerminalStyle::Hidden)
        colours.ink = colours.ground;
    return colours;
}

void decorate(QPainter &painter, const QRect &area, int ascent, const TerminalStyle &style, bool underlined)
{
    const auto ink = painter.pen().color();
    const int below = std::min(area.top() + ascent + 1, area.bottom());
    if (style.flags & (TerminalStyle::Underline | TerminalStyle::DoubleUnderline) || underlined)
        painter.fillRect(area.left(), below, area.width(), 1, ink);
    if (style.flags & TerminalStyle::DoubleUnderline)
        painter.fillRect(area.left(), std::max(area.top(), below - 2), area.width(), 1, ink);
    if (style.flags & TerminalStyle::Strike)
        painter.fillRect(area.left(), area.top() + ascent * 2 / 3, area.width(), 1, ink);
}
} // namespace

void TerminalWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    d->paint(painter, event->region());
}

void TerminalWidget::Private::paint(QPainter &painter, const QRegion &region)
{
    auto shades = palette;
    if (screen.isReversed())
        std::swap(shades.text, shades.ground);
    const auto shown = std::exchange(palette, shades);
    const auto area = region.boundingRect();
    for (const auto &part : region)
        painter.fillRect(part, QColor(palette.ground));
    const int height = font->cell().height();
    const int first = std::max(0, (area.top() - margin) / height);
    const int last = std::min(screen.rows() - 1, (area.bottom() - margin) / height);
    for (int row = first; row <= last; ++row) {
        const int y = margin + row * height;
        if (region.intersects(QRect(0, y, w.viewport()->width(), height)))
            paintRow(painter, y, topSpot() + row);
    }
    if (region.intersects(cursorRect()))
        paintCursor(painter);
    paintPreedit(painter);
    palette = shown;
}

void TerminalWidget::Private::paintRow(QPainter &painter, int y, qint64 row)
{
    auto line = screen.line(int(row - screen.droppedRows()));
    const int columns = screen.columns();
    line.cells.resize(size_t(columns));
    const auto marked = selection.columnsIn(row, columns);
    std::vector<terminalsearch::Match> matches;
    if (!search.isEmpty())
        matches = terminalsearch::in(TerminalParagraph::at(screen, row), search);
    // What lies over the ground at a column: 0 nothing, 1 selection, 2 a match, 3 the present match.
    const auto veilAt = [&](int column) {
        const TerminalSpot spot{row, column};
        for (const auto &match : matches) {
            if (match.from <= spot && spot < match.to)
                return present && match == *present ? 3 : 2;
        }
        return marked && column >= marked->first && column < marked->second ? 1 : 0;
    };
    const bool plain = matches.empty() && !marked;
    const QSize cell = font->cell();
    int column = 0;
    while (column < columns) {
        const auto style = line.cells[size_t(column)].style;
        const int veil = plain ? 0 : veilAt(column);
        int end = column + 1;
        const auto manner = [](const TerminalStyle &s) { return s.flags & ~(TerminalStyle::Wide | TerminalStyle::WideTail); };
        const auto same = [&](const TerminalStyle &other) {
            return other.foreground == style.foreground && other.background == style.background && manner(other) == manner(style)
                && other.link == style.link;
        };
        while (end < columns && same(line.cells[size_t(end)].style) && (plain || veilAt(end) == veil))
            ++end;
        const QRect area(margin + column * cell.width(), y, (end - column) * cell.width(), cell.height());
        auto colours = coloursOf(style, palette);
        if (veil) {
            colours.ground = veil == 1 ? palette.selection : veil == 2 ? palette.match : palette.present;
            colours.ink = TerminalPalette::legible(colours.ink, colours.ground);
        }
        if (colours.ground != palette.ground)
            painter.fillRect(area, QColor(colours.ground));
        painter.setPen(QColor(colours.ink));
        font->draw(painter, area.topLeft(), line, column, end);
        if (style.flags & ~(TerminalStyle::Wide | TerminalStyle::WideTail) || style.link)
            decorate(painter, area, font->ascent(), style, style.link && style.link == hover);
        column = end;
    }
}

QRect TerminalWidget::Private::cursorRect() const
{
    const auto &cursor = screen.cursor();
    const auto cell = font->cell();
    const int row = screen.historyRows() - topRow() + cursor.row;
    const bool wide = screen.screenLine(cursor.row).cells[size_t(cursor.column)].style.flags & TerminalStyle::Wide;
    return {margin + cursor.column * cell.width(), margin + row * cell.height(), cell.width() * (wide ? 2 : 1), cell.height()};
}

void TerminalWidget::Private::paintCursor(QPainter &painter)
{
    const auto &cursor = screen.cursor();
    const auto area = cursorRect();
    cursorPainted = area;
    if (!cursor.visible || readOnly || area.top() > w.viewport()->height())
        return;
    const QColor ink(screen.isReversed() ? palette.text : palette.cursor);
    if (!w.hasFocus()) {
        painter.setPen(ink);
        painter.drawRect(area.adjusted(0, 0, -1, -1));
        return;
    }
    if (!lit)
        return;
    switch (cursor.shape) {
    case TerminalCursor::Shape::Underline: painter.fillRect(area.left(), area.bottom() - 1, area.width(), 2, ink); return;
    case TerminalCursor::Shape::Bar: painter.fillRect(area.left(), area.top(), 2, area.height(), ink); return;
    case TerminalCursor::Shape::Block: break;
    }
    painter.fillRect(area, ink);
    painter.setPen(QColor(palette.ground));
    const auto &line = screen.screenLine(cursor.row);
    font->draw(painter, area.topLeft(), line, cursor.column, cursor.column + 1);
}

/// What an input method is composing stands over the cursor until it is done.
void TerminalWidget::Private::paintPreedit(QPainter &painter)
{
    if (preedit.isEmpty())
        return;
    const auto start = cursorRect().topLeft();
    painter.setFont(w.QWidget::font());
    const QRect area(start, QSize(painter.fontMetrics().horizontalAdvance(preedit) + 2, font->cell().height()));
    painter.fillRect(area, QColor(palette.selection));
    painter.setPen(QColor(palette.text));
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, preedit);
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(palette.text));
}
