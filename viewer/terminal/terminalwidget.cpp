// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalwidget.h"

#include "viewer/terminal/terminalaccess.h"
#include "viewer/terminal/terminalwidget_p.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStyleHints>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr double leastPoints = 5, mostPoints = 40;
constexpr int margin = 4;
// A cursor that nobody types at stays lit: blinking wakes the processor up.
constexpr int mostBlinks = 20;
constexpr auto spokenEvery = 150ms;
constexpr qint64 bellEveryMs = 500;
} // namespace

TerminalWidget::Private::Private(TerminalWidget &widget) : w(widget)
{
    frame.setSingleShot(true);
    frame.setTimerType(Qt::PreciseTimer);
    connect(&frame, &QTimer::timeout, &w, [this] { takeChanges(); });
    connect(&blink, &QTimer::timeout, &w, [this] {
        lit = !lit;
        if (lit && --blinks <= 0)
            blink.stop();
        w.viewport()->update(cursorRect());
    });
    drag.setInterval(40);
    connect(&drag, &QTimer::timeout, &w, [this] { dragged(); });
    speaking.setSingleShot(true);
    connect(&speaking, &QTimer::timeout, &w, [this] { speak(); });
}

TerminalWidget::TerminalWidget(QWidget *parent) : QAbstractScrollArea(parent), d(std::make_unique<Private>(*this))
{
    TerminalAccess::install();
    setAccessibleName(QStringLiteral("Terminal"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    setMinimumSize(160, 80);
    d->palette = TerminalPalette::of(QWidget::palette());
    d->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont).pointSizeF());
    d->screen.takeChanges();
}

TerminalWidget::~TerminalWidget() = default;

void TerminalWidget::feed(QByteArrayView bytes)
{
    d->screen.feed(bytes);
    d->flush();
    d->changed();
}

const TerminalScreen &TerminalWidget::screen() const
{
    return d->screen;
}

// What changed is fetched as often as the display can show it.
void TerminalWidget::Private::changed()
{
    if (frame.isActive())
        return;
    const double rate = w.QWidget::screen() ? std::clamp(w.QWidget::screen()->refreshRate(), 24.0, 240.0) : 60.0;
    const auto interval = qint64(1000 / rate);
    const qint64 passed = sinceFrame.isValid() ? sinceFrame.elapsed() : interval;
    frame.start(int(std::max<qint64>(0, interval - passed)));
}

void TerminalWidget::Private::takeChanges()
{
    sinceFrame.start();
    const auto changes = screen.takeChanges();
    if (changes.title)
        Q_EMIT w.titleChanged(screen.title());
    if (changes.bell && (!sinceBell.isValid() || sinceBell.elapsed() > bellEveryMs)) {
        sinceBell.start();
        Q_EMIT w.bell();
    }
    const bool moved = changes.scrolled > 0 || changes.history || changes.modes;
    if (moved) {
        updateScrollBar();
        w.viewport()->update();
    } else {
        const int offset = screen.historyRows() - topRow();
        for (int row = 0; row < int(changes.rows.size()); ++row) {
            if (changes.rows[size_t(row)])
                w.viewport()->update(0, margin + (row + offset) * font->cell().height(), w.viewport()->width(), font->cell().height());
        }
    }
    if (changes.cursor) {
        w.viewport()->update(cursorPainted);
        w.viewport()->update(cursorRect());
        restartBlinking();
    }
    if (QAccessible::isActive() && w.isVisible() && !speaking.isActive())
        speaking.start(spokenEvery);
}

void TerminalWidget::Private::speak()
{
    TerminalAccess::tellChange(w, std::exchange(spoken, w.visibleText()), spoken);
}

int TerminalWidget::Private::topRow() const
{
    return w.verticalScrollBar()->value();
}

bool TerminalWidget::Private::atBottom() const
{
    return w.verticalScrollBar()->value() >= w.verticalScrollBar()->maximum();
}

void TerminalWidget::Private::updateScrollBar()
{
    auto *bar = w.verticalScrollBar();
    const QSignalBlocker quiet(bar);
    const int most = screen.historyRows();
    bar->setRange(0, most);
    bar->setPageStep(screen.rows());
    bar->setSingleStep(1);
    bar->setValue(pinned ? most : int(std::clamp<qint64>(held - screen.droppedRows(), 0, most)));
    bar->update();
}

void TerminalWidget::scrollContentsBy(int, int)
{
    d->pinned = d->atBottom();
    d->held = d->topSpot();
    viewport()->update();
}

void TerminalWidget::Private::scrollToBottom()
{
    pinned = true;
    w.verticalScrollBar()->setValue(w.verticalScrollBar()->maximum());
}

void TerminalWidget::Private::showSpot(TerminalSpot spot)
{
    const auto row = spot.row - screen.droppedRows();
    if (row < topRow() || row >= topRow() + screen.rows())
        w.verticalScrollBar()->setValue(int(row) - screen.rows() / 2);
}

void TerminalWidget::Private::updateRow(qint64 row)
{
    const auto at = row - topSpot();
    w.viewport()->update(0, margin + int(at) * font->cell().height(), w.viewport()->width(), font->cell().height());
}

QSize TerminalWidget::gridSize() const
{
    return {d->screen.columns(), d->screen.rows()};
}

void TerminalWidget::Private::refit()
{
    const auto room = w.viewport()->size() - QSize(2 * margin, 2 * margin);
    const QSize before = w.gridSize();
    screen.resize(room.height() / font->cell().height(), room.width() / font->cell().width());
    if (w.gridSize() == before)
        return;
    selection.clear();
    present.reset();
    screen.takeChanges();
    updateScrollBar();
    w.viewport()->update();
    Q_EMIT w.gridSizeChanged(w.gridSize());
}

void TerminalWidget::Private::setFont(double points)
{
    font.emplace(std::clamp(points, leastPoints, mostPoints));
    refit();
    w.viewport()->update();
}

void TerminalWidget::setScrollback(int rows)
{
    d->screen.setHistoryLimit(rows);
    d->changed();
}

void TerminalWidget::setCopyOnSelect(bool on)
{
    d->copyOnSelect = on;
}

double TerminalWidget::fontPoints() const
{
    return d->font->points();
}

void TerminalWidget::setFontPoints(double points)
{
    points = std::clamp(points, leastPoints, mostPoints);
    if (qFuzzyCompare(points, d->font->points()))
        return;
    d->setFont(points);
    Q_EMIT fontPointsChanged(points);
}

void TerminalWidget::setReadOnly(bool on)
{
    d->readOnly = on;
    d->restartBlinking();
    viewport()->update();
}

bool TerminalWidget::hasSelection() const
{
    return !d->selection.isEmpty();
}

QString TerminalWidget::selectedText() const
{
    return d->selection.text(d->screen);
}

QString TerminalWidget::allText() const
{
    TerminalSelection all;
    all.selectAll(d->screen);
    auto text = all.text(d->screen);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QString TerminalWidget::visibleText() const
{
    QStringList rows;
    for (int row = 0; row < d->screen.rows(); ++row)
        rows += d->screen.line(d->topRow() + row).text();
    return rows.join(u'\n');
}

void TerminalWidget::copy() const
{
    if (hasSelection())
        QGuiApplication::clipboard()->setText(selectedText());
}

void TerminalWidget::paste(bool primary)
{
    const auto mode = primary && QGuiApplication::clipboard()->supportsSelection() ? QClipboard::Selection : QClipboard::Clipboard;
    const auto text = QGuiApplication::clipboard()->text(mode);
    if (text.isEmpty() || d->readOnly)
        return;
    auto body = text;
    while (body.endsWith(u'\n') || body.endsWith(u'\r'))
        body.chop(1);
    const int lines = int(body.count(u'\n')) + 1;
    if (lines > 1)
        Q_EMIT pasteAsked(text, lines);
    else
        pasteNow(text);
}

void TerminalWidget::pasteNow(const QString &text)
{
    if (!d->screen.paste(text))
        Q_EMIT bell();
    d->scrollToBottom();
    d->flush();
}

void TerminalWidget::selectAll()
{
    d->selection.selectAll(d->screen);
    viewport()->update();
    Q_EMIT selectionChanged();
}

void TerminalWidget::clear()
{
    d->selection.clear();
    d->screen.clear();
    d->scrollToBottom();
    d->changed();
}

void TerminalWidget::reset()
{
    d->selection.clear();
    d->screen.reset();
    d->changed();
}

void TerminalWidget::type(const QString &text)
{
    d->screen.type(text);
    d->flush();
}

void TerminalWidget::sendControl(char letter)
{
    d->screen.type(QString(QLatin1Char(letter)), Qt::ControlModifier);
    d->flush();
}

void TerminalWidget::setSearch(const QString &text)
{
    if (d->search == text)
        return;
    d->search = text;
    d->present.reset();
    viewport()->update();
}

bool TerminalWidget::findNext(bool up)
{
    using terminalsearch::Direction;
    const auto bottom = d->screen.droppedRows() + d->screen.historyRows() + d->screen.rows();
    const auto from = d->present ? d->present->from : up ? TerminalSpot{bottom, 0} : TerminalSpot{d->screen.droppedRows(), -1};
    d->present = terminalsearch::next(d->screen, d->search, from, up ? Direction::Up : Direction::Down);
    if (d->present) {
        d->selection.set(d->present->from, d->present->to);
        d->showSpot(d->present->from);
        Q_EMIT selectionChanged();
    }
    viewport()->update();
    return d->present.has_value();
}

void TerminalWidget::resizeEvent(QResizeEvent *)
{
    d->refit();
}

void TerminalWidget::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    d->updateScrollBar();
    d->restartBlinking();
}

void TerminalWidget::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    d->blink.stop();
    d->speaking.stop();
}

void TerminalWidget::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange)
        return;
    d->palette = TerminalPalette::of(QWidget::palette());
    viewport()->update();
}

void TerminalWidget::Private::restartBlinking()
{
    lit = true;
    const int cycle = QGuiApplication::styleHints()->cursorFlashTime();
    if (w.hasFocus() && w.isVisible() && !readOnly && screen.cursor().visible && screen.cursor().blinks && cycle > 0) {
        blinks = mostBlinks;
        blink.start(cycle / 2);
    } else {
        blink.stop();
    }
}
