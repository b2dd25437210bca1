// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalaccess.h"

#include "viewer/terminal/terminalwidget.h"
#include "viewer/terminal/terminalwidget_p.h"

#include <algorithm>

TerminalAccess::TerminalAccess(TerminalWidget *widget) : QAccessibleWidget(widget, QAccessible::Terminal) {}

void TerminalAccess::install()
{
    static const bool once = [] {
        QAccessible::installFactory([](const QString &, QObject *object) -> QAccessibleInterface * {
            auto *widget = qobject_cast<TerminalWidget *>(object);
            return widget ? new TerminalAccess(widget) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(once)
}

void TerminalAccess::tellChange(TerminalWidget &widget, const QString &before, const QString &after)
{
    if (before != after) {
        // Only what is between the same beginning and the same end.
        const auto shorter = std::min(before.size(), after.size());
        const auto start = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
        qsizetype tail = 0;
        while (tail < shorter - start && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
            ++tail;
        QAccessibleTextUpdateEvent event(&widget, int(start), before.mid(start, before.size() - start - tail),
                                         after.mid(start, after.size() - start - tail));
        QAccessible::updateAccessibility(&event);
    }
    if (auto *interface = QAccessible::queryAccessibleInterface(&widget); interface && interface->textInterface()) {
        QAccessibleTextCursorEvent event(&widget, interface->textInterface()->cursorPosition());
        QAccessible::updateAccessibility(&event);
    }
}

TerminalWidget *TerminalAccess::terminal() const
{
    return static_cast<TerminalWidget *>(object());
}

void *TerminalAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State TerminalAccess::state() const
{
    auto state = QAccessibleWidget::state();
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString TerminalAccess::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? shown() : QAccessibleWidget::text(kind);
}

QString TerminalAccess::shown() const
{
    return terminal()->visibleText();
}

void TerminalAccess::selection(int, int *from, int *to) const
{
    *from = *to = 0;
}

int TerminalAccess::cursorPosition() const
{
    const auto &inside = *terminal()->d;
    const int at = inside.screen.historyRows() - inside.topRow() + inside.screen.cursor().row;
    const auto rows = shown().split(u'\n');
    int offset = 0;
    for (int row = 0; row < std::min(at, int(rows.size())); ++row)
        offset += int(rows[row].size()) + 1;
    const int length = at < rows.size() ? int(rows[at].size()) : 0;
    return std::min(offset + std::min(inside.screen.cursor().column, length), characterCount());
}

QString TerminalAccess::text(int from, int to) const
{
    return shown().mid(from, to - from);
}

int TerminalAccess::characterCount() const
{
    return int(shown().size());
}

QRect TerminalAccess::characterRect(int offset) const
{
    const auto before = shown().left(offset);
    const int row = int(before.count(u'\n'));
    const int column = int(before.size() - before.lastIndexOf(u'\n') - 1);
    const auto cell = terminal()->d->font->cell();
    const QPoint corner(column * cell.width(), row * cell.height());
    return {terminal()->viewport()->mapToGlobal(corner), cell};
}

int TerminalAccess::offsetAtPoint(const QPoint &point) const
{
    const auto place = terminal()->d->cellAt(terminal()->viewport()->mapFromGlobal(point));
    const auto rows = shown().split(u'\n');
    int offset = 0;
    for (int row = 0; row < std::min(place.y(), int(rows.size())); ++row)
        offset += int(rows[row].size()) + 1;
    const int length = place.y() < rows.size() ? int(rows[place.y()].size()) : 0;
    return offset + std::min(place.x(), length);
}

QString TerminalAccess::attributes(int, int *from, int *to) const
{
    *from = 0;
    *to = characterCount();
    return {};
}
