// SPDX-License-Identifier: GPL-3.0-or-later
// Of TerminalWidget: keyboard, pointer and input methods.
#include "viewer/terminal/terminalwidget.h"
#include "viewer/terminal/terminalwidget_p.h"

#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace {
constexpr int margin = 4;
constexpr Qt::KeyboardModifiers ours = Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

/// To the next tab or window: what leaves the terminal must not go into it.
bool leaves(const QKeyEvent &event)
{
    const bool control = event.modifiers() & Qt::ControlModifier;
    return control && (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown);
}
} // namespace

/// Sends what has come together for the guest.
void TerminalWidget::Private::flush()
{
    if (const auto bytes = screen.takeReplies(); !bytes.isEmpty())
        Q_EMIT w.typed(bytes);
}

bool TerminalWidget::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Accepted, it comes back as a key press: no accelerator of the window takes what is typed.
        if (!leaves(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: {
        // QWidget would take Tab for itself.
        auto &key = *static_cast<QKeyEvent *>(event);
        if ((key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab) && !leaves(key)) {
            keyPressEvent(&key);
            return true;
        }
        break;
    }
    default: break;
    }
    return QAbstractScrollArea::event(event);
}

std::optional<TerminalKey> TerminalWidget::Private::keyOf(const QKeyEvent &event)
{
    static constexpr std::pair<int, TerminalKey> keys[] = {
        {Qt::Key_Return, TerminalKey::Enter}, {Qt::Key_Enter, TerminalKey::Enter}, {Qt::Key_Tab, TerminalKey::Tab},
        {Qt::Key_Backtab, TerminalKey::Tab}, {Qt::Key_Backspace, TerminalKey::Backspace}, {Qt::Key_Escape, TerminalKey::Escape},
        {Qt::Key_Up, TerminalKey::Up}, {Qt::Key_Down, TerminalKey::Down}, {Qt::Key_Left, TerminalKey::Left},
        {Qt::Key_Right, TerminalKey::Right}, {Qt::Key_Insert, TerminalKey::Insert}, {Qt::Key_Delete, TerminalKey::Delete},
        {Qt::Key_Home, TerminalKey::Home}, {Qt::Key_End, TerminalKey::End}, {Qt::Key_PageUp, TerminalKey::PageUp},
        {Qt::Key_PageDown, TerminalKey::PageDown}};
    if (event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F12)
        return TerminalKey(int(TerminalKey::F1) + event.key() - Qt::Key_F1);
    for (const auto &[qt, key] : keys) {
        if (event.key() == qt)
            return key;
    }
    return std::nullopt;
}

/// What the terminal itself does; the guest does not get these.
bool TerminalWidget::Private::shortcut(const QKeyEvent &event)
{
    const auto modifiers = event.modifiers() & ours;
    const int page = std::max(1, screen.rows() - 1);
    auto *bar = w.verticalScrollBar();
    if (modifiers == Qt::ShiftModifier && event.key() == Qt::Key_PageUp && !screen.isAlternate()) {
        bar->setValue(bar->value() - page);
    } else if (modifiers == Qt::ShiftModifier && event.key() == Qt::Key_PageDown && !screen.isAlternate()) {
        bar->setValue(bar->value() + page);
    } else if (modifiers == Qt::ShiftModifier && event.key() == Qt::Key_Insert) {
        w.paste(true);
    } else if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Insert) {
        w.copy();
    } else if ((modifiers & ~Qt::ShiftModifier) == Qt::ControlModifier && (event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal)) {
        w.setFontPoints(font->points() + 1);
    } else if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_Minus) {
        w.setFontPoints(font->points() - 1);
    } else if (modifiers == Qt::ControlModifier && event.key() == Qt::Key_0) {
        w.setFontPoints(QGuiApplication::font().pointSizeF());
    } else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        switch (event.key()) {
        case Qt::Key_C: w.copy(); break;
        case Qt::Key_V: w.paste(); break;
        case Qt::Key_F: Q_EMIT w.findRequested(); break;
        case Qt::Key_A: w.selectAll(); break;
        case Qt::Key_Up: bar->setValue(bar->value() - 1); break;
        case Qt::Key_Down: bar->setValue(bar->value() + 1); break;
        case Qt::Key_Home: bar->setValue(0); break;
        case Qt::Key_End: bar->setValue(bar->maximum()); break;
        default: return false;
        }
    } else {
        return false;
    }
    return true;
}

void TerminalWidget::keyPressEvent(QKeyEvent *event)
{
    if (leaves(*event)) {
        event->ignore(); // up to the tabs
        return;
    }
    event->accept();
    if (d->shortcut(*event) || d->readOnly)
        return;
    const auto held = event->modifiers() & ours;
    if (const auto key = Private::keyOf(*event)) {
        d->screen.press(*key, event->key() == Qt::Key_Backtab ? held | Qt::ShiftModifier : held);
    } else if (const auto text = event->text(); !text.isEmpty() && text.at(0).unicode() >= 0x20 && text.at(0).unicode() != 0x7f) {
        // AltGr comes as Ctrl+Alt on some systems, and has made its character already.
        const bool made = (held & Qt::ControlModifier) && (held & Qt::AltModifier);
        d->screen.type(text, made ? Qt::NoModifier : held & (Qt::AltModifier | Qt::ControlModifier));
    } else if (!text.isEmpty()) {
        d->screen.type(text, held & Qt::AltModifier);
    } else if (held & Qt::ControlModifier && event->key() >= 0x20 && event->key() < 0x7f) {
        d->screen.type(QString(QChar(event->key())).toLower(), held & (Qt::AltModifier | Qt::ControlModifier));
    } else {
        return;
    }
    d->selection.clear();
    d->scrollToBottom();
    d->restartBlinking();
    d->flush();
}

void TerminalWidget::inputMethodEvent(QInputMethodEvent *event)
{
    const auto dirty = d->cursorRect();
    d->preedit = event->preeditString();
    if (!event->commitString().isEmpty() && !d->readOnly) {
        d->screen.type(event->commitString());
        d->scrollToBottom();
        d->flush();
    }
    viewport()->update(0, dirty.top(), viewport()->width(), dirty.height());
    event->accept();
}

QVariant TerminalWidget::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled: return !d->readOnly;
    case Qt::ImCursorRectangle: return d->cursorRect().translated(viewport()->pos());
    case Qt::ImFont: return QWidget::font();
    case Qt::ImHints: return int(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    default: return QAbstractScrollArea::inputMethodQuery(query);
    }
}

void TerminalWidget::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    d->screen.setFocused(true);
    d->flush();
    d->restartBlinking();
    viewport()->update(d->cursorRect());
}

void TerminalWidget::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    d->screen.setFocused(false);
    d->flush();
    d->restartBlinking();
    viewport()->update(d->cursorRect());
}

// The pointer

QPoint TerminalWidget::Private::cellAt(QPointF place) const
{
    const auto cell = font->cell();
    return {std::clamp(int((place.x() - margin) / cell.width()), 0, screen.columns() - 1),
            std::clamp(int((place.y() - margin) / cell.height()), 0, screen.rows() - 1)};
}

/// Between characters, for marking.
TerminalSpot TerminalWidget::Private::spotAt(QPointF place) const
{
    const auto cell = font->cell();
    const int row = std::clamp(int((place.y() - margin) / cell.height()), 0, screen.rows() - 1);
    const int column = std::clamp(int((place.x() - margin) / cell.width() + 0.5), 0, screen.columns());
    return {topSpot() + row, column};
}

/// Shift takes the pointer back from a program that wants it.
bool TerminalWidget::Private::reports(const QMouseEvent &event) const
{
    return screen.mouse() != TerminalScreen::Mouse::None && !(event.modifiers() & Qt::ShiftModifier) && pinned && !readOnly;
}

namespace {
int buttonOf(Qt::MouseButton button)
{
    return button == Qt::LeftButton ? 1 : button == Qt::MiddleButton ? 2 : button == Qt::RightButton ? 3 : 0;
}
} // namespace

void TerminalWidget::Private::select(QPointF place, TerminalSelection::Unit unit, bool extend)
{
    if (extend) {
        selection.extend(screen, spotAt(place));
    } else {
        const auto cell = cellAt(place);
        const bool whole = unit == TerminalSelection::Unit::Words || unit == TerminalSelection::Unit::Lines;
        selection.start(screen, whole ? TerminalSpot{topSpot() + cell.y(), cell.x()} : spotAt(place), unit);
    }
    present.reset();
    w.viewport()->update();
    Q_EMIT w.selectionChanged();
}

void TerminalWidget::mousePressEvent(QMouseEvent *event)
{
    const auto cell = d->cellAt(event->position());
    if (d->reports(*event) && buttonOf(event->button())) {
        d->screen.movePointer(cell.y(), cell.x(), event->modifiers());
        d->screen.pressButton(buttonOf(event->button()), true, event->modifiers());
        d->flush();
        return;
    }
    if (event->button() == Qt::MiddleButton) {
        paste(true);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (event->modifiers() & Qt::ControlModifier && d->hover) {
        Q_EMIT linkActivated(d->screen.link(d->hover));
        return;
    }
    const bool again = d->clicks > 0 && d->sinceClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval()
                    && (event->position().toPoint() - d->clickPlace).manhattanLength() < QApplication::startDragDistance();
    d->clicks = again ? d->clicks % 3 + 1 : 1;
    d->sinceClick.start();
    d->clickPlace = event->position().toPoint();
    using Unit = TerminalSelection::Unit;
    const auto unit = event->modifiers() & Qt::AltModifier ? Unit::Block
                      : d->clicks == 2                     ? Unit::Words
                      : d->clicks == 3                     ? Unit::Lines
                                                           : Unit::Characters;
    d->dragging = true;
    d->select(event->position(), unit, event->modifiers() & Qt::ShiftModifier && hasSelection());
}

void TerminalWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event); // it counts by itself
}

void TerminalWidget::mouseMoveEvent(QMouseEvent *event)
{
    const auto cell = d->cellAt(event->position());
    if (d->dragging) {
        d->dragPlace = event->position();
        d->select(event->position(), TerminalSelection::Unit::Characters, true);
        const bool outside = event->position().y() < 0 || event->position().y() > viewport()->height();
        if (outside != d->drag.isActive())
            outside ? d->drag.start() : d->drag.stop();
        return;
    }
    if (d->reports(*event)) {
        d->screen.movePointer(cell.y(), cell.x(), event->modifiers());
        d->flush();
    }
    const auto line = d->screen.line(d->topRow() + cell.y());
    d->setHover(cell.x() < int(line.cells.size()) ? line.cells[size_t(cell.x())].style.link : 0);
}

void TerminalWidget::Private::setHover(int link)
{
    if (std::exchange(hover, link) == link)
        return;
    // A link may lead elsewhere than its text says: it is shown before it is followed.
    w.viewport()->setToolTip(link ? screen.link(link) : QString());
    w.viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::IBeamCursor);
    w.viewport()->update();
}

/// While the pointer is held beyond an edge, what is beyond comes into view.
void TerminalWidget::Private::dragged()
{
    auto *bar = w.verticalScrollBar();
    const int beyond = dragPlace.y() < 0 ? int(dragPlace.y()) : int(dragPlace.y()) - w.viewport()->height();
    bar->setValue(bar->value() + std::clamp(beyond / 8, -10, 10) + (beyond < 0 ? -1 : 1));
    select(dragPlace, TerminalSelection::Unit::Characters, true);
}

void TerminalWidget::mouseReleaseEvent(QMouseEvent *event)
{
    d->drag.stop();
    if (std::exchange(d->dragging, false)) {
        d->selectionDone();
    } else if (d->reports(*event) && buttonOf(event->button())) {
        d->screen.pressButton(buttonOf(event->button()), false, event->modifiers());
        d->flush();
    }
}

void TerminalWidget::Private::selectionDone()
{
    if (selection.isEmpty())
        return;
    auto *clipboard = QGuiApplication::clipboard();
    const auto text = selection.text(screen);
    if (clipboard->supportsSelection())
        clipboard->setText(text, QClipboard::Selection);
    if (copyOnSelect)
        clipboard->setText(text);
}

void TerminalWidget::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const int steps = d->wheel.add(event->angleDelta()).y();
    if (steps == 0)
        return;
    const int count = std::min(std::abs(steps), 20);
    if (event->modifiers() & Qt::ControlModifier) {
        setFontPoints(d->font->points() + (steps > 0 ? 1 : -1));
    } else if (d->screen.mouse() != TerminalScreen::Mouse::None && d->pinned && !d->readOnly && !(event->modifiers() & Qt::ShiftModifier)) {
        const auto cell = d->cellAt(event->position());
        d->screen.movePointer(cell.y(), cell.x(), event->modifiers());
        for (int i = 0; i < count; ++i)
            d->screen.pressButton(steps > 0 ? 4 : 5, true, event->modifiers());
        d->flush();
    } else if (d->screen.isAlternate() && !d->readOnly) {
        for (int i = 0; i < 3 * count; ++i)
            d->screen.press(steps > 0 ? TerminalKey::Up : TerminalKey::Down, {});
        d->flush();
    } else {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - 3 * steps);
    }
}

bool TerminalWidget::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        d->wheel.reset();
        d->setHover(0);
    }
    return QAbstractScrollArea::viewportEvent(event);
}
