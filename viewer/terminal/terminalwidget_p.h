// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal's widget keeps to itself. GUI thread.
#pragma once

#include "viewer/input/wheelsteps.h"
#include "viewer/terminal/terminalfont.h"
#include "viewer/terminal/terminalpalette.h"
#include "viewer/terminal/terminalscreen.h"
#include "viewer/terminal/terminalselection.h"
#include "viewer/terminal/terminalwidget.h"

#include <QElapsedTimer>
#include <QTimer>

#include <optional>

class TerminalWidget::Private final {
public:
    explicit Private(TerminalWidget &widget);

    // Showing
    void changed();
    void takeChanges();
    void updateScrollBar();
    void updateRow(qint64 row);
    void refit();
    void setFont(double points);
    int topRow() const;
    qint64 topSpot() const { return screen.droppedRows() + topRow(); }
    bool atBottom() const;
    void scrollToBottom();
    void showSpot(TerminalSpot spot);
    void paint(QPainter &painter, const QRegion &region);
    void paintRow(QPainter &painter, int y, qint64 row);
    void paintCursor(QPainter &painter);
    void paintPreedit(QPainter &painter);
    QRect cursorRect() const;
    void restartBlinking();
    void speak();

    // Input
    void flush();
    bool shortcut(const QKeyEvent &event);
    static std::optional<TerminalKey> keyOf(const QKeyEvent &event);
    TerminalSpot spotAt(QPointF place) const;
    QPoint cellAt(QPointF place) const;
    bool reports(const QMouseEvent &event) const;
    void select(QPointF place, TerminalSelection::Unit unit, bool extend);
    void dragged();
    void selectionDone();
    void setHover(int link);

    TerminalWidget &w;
    TerminalScreen screen{24, 80};
    std::optional<TerminalFont> font;
    TerminalPalette palette;
    TerminalSelection selection;
    QString search;
    std::optional<terminalsearch::Match> present;
    QTimer frame;
    QElapsedTimer sinceFrame;
    QTimer blink;
    int blinks = 0; ///< left before it stays lit
    bool lit = true;
    QRect cursorPainted;
    QTimer drag;
    QPointF dragPlace;
    bool dragging = false;
    int clicks = 0;
    QElapsedTimer sinceClick;
    QPoint clickPlace;
    WheelSteps wheel;
    QElapsedTimer sinceBell;
    QElapsedTimer sinceSpoken;
    QTimer speaking;
    QString spoken;
    QString preedit;
    int hover = 0;
    bool readOnly = false;
    bool copyOnSelect = false;
    bool pinned = true; ///< follows what is written
    qint64 held = 0;    ///< the row that stays at the top otherwise
};
