// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal without a window: takes what a guest writes, holds the screen and what has scrolled off it, and makes the
// bytes that keys, pointer and paste send. libvterm knows the sequences; the cells, the layout anew after a change of
// size, and all bounds are ours. Never grows beyond its size, its history and a few kilobytes, whatever is written.
// Pure: no widget, no timer. GUI thread.
#pragma once

#include "viewer/terminal/terminalcell.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <vector>

struct TerminalCursor {
    enum class Shape { Block, Underline, Bar };
    int row = 0; ///< of the screen
    int column = 0;
    Shape shape = Shape::Block;
    bool visible = true;
    bool blinks = true;
    friend bool operator==(const TerminalCursor &, const TerminalCursor &) = default;
};

enum class TerminalKey {
    Enter, Tab, Backspace, Escape, Up, Down, Left, Right, Insert, Delete, Home, End, PageUp, PageDown,
    F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12,
};

class TerminalScreen final {
public:
    enum class Mouse { None, Clicks, Drags, Moves };

    /// What happened since it was last asked.
    struct Changes {
        std::vector<bool> rows; ///< of the screen: those to paint again
        int scrolled = 0;       ///< rows that went into the history
        bool history = false;   ///< the history is another: cleared, laid out anew, or shortened
        bool cursor = false;
        bool title = false;
        bool bell = false;
        bool modes = false;     ///< mouse, alternate screen or colours reversed
    };

    TerminalScreen(int rows, int columns);
    ~TerminalScreen();
    TerminalScreen(const TerminalScreen &) = delete;
    TerminalScreen &operator=(const TerminalScreen &) = delete;

    /// Bytes of the guest, cut anywhere.
    void feed(QByteArrayView bytes);
    Changes takeChanges();
    /// What is to be sent to the guest: answers to what it asked, and what was typed. At most `mostReplies` between
    /// two calls: a guest that asks without end gets no more.
    QByteArray takeReplies();
    static constexpr qsizetype mostReplies = 1 << 20;

    int rows() const;
    int columns() const;
    /// Bounded to 1 … 500 rows and 2 … 1000 columns. Lines that ran over are laid out anew.
    void resize(int rows, int columns);
    /// As after switching on; the history stays.
    void reset();
    /// Takes away the history, and all of the screen but the cursor's row.
    void clear();
    void setHistoryLimit(int rows);

    int historyRows() const;
    /// Rows that the history has dropped since the beginning: what a row's number must be reckoned with to stay.
    qint64 droppedRows() const;
    /// Row 0 is the oldest of the history; the screen follows it.
    TerminalLine line(int row) const;
    /// The screen's own, without a copy.
    const TerminalLine &screenLine(int row) const;
    const TerminalCursor &cursor() const;
    const QString &title() const;
    Mouse mouse() const;
    bool isAlternate() const;
    bool isReversed() const;
    /// Where a hyperlink leads; empty for a number that is not, or no longer, known.
    QString link(int number) const;

    // Towards the guest
    void press(TerminalKey key, Qt::KeyboardModifiers modifiers);
    /// Text from the keyboard or an input method.
    void type(const QString &text, Qt::KeyboardModifiers modifiers = {});
    /// Ends of lines become Return, other controls are dropped; in brackets where the guest asked for them. False, and
    /// nothing is sent, where it is more than `mostReplies`.
    bool paste(const QString &text);
    void movePointer(int row, int column, Qt::KeyboardModifiers modifiers);
    /// Buttons 1 to 3, 4 and 5 for the wheel.
    void pressButton(int button, bool down, Qt::KeyboardModifiers modifiers);
    void setFocused(bool focused);

private:
    class Private;
    std::unique_ptr<Private> d;
};
