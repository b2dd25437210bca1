// SPDX-License-Identifier: GPL-3.0-or-later
// What a terminal's screen keeps to itself: libvterm, and the cells that it writes to. GUI thread.
#pragma once

#include "viewer/terminal/terminalfilter.h"
#include "viewer/terminal/terminalgrid.h"
#include "viewer/terminal/terminalhistory.h"
#include "viewer/terminal/terminallinks.h"
#include "viewer/terminal/terminalreflow.h"
#include "viewer/terminal/terminalscreen.h"

#include <string>

extern "C" {
#include <vterm.h>
}

class TerminalScreen::Private final : public TerminalFilter::Sink {
public:
    Private(int rows, int columns);
    ~Private() override { vterm_free(term); }

    void pass(QByteArrayView bytes) override;
    void setStyle(const int *arguments, const bool *joined, int count) override;
    void saveCursor() override;
    void restoreCursor() override;
    void repeat(int count) override;
    void clearHistory() override;
    void softReset() override;
    void command(int number, QByteArrayView text) override;

    void write(QByteArrayView bytes) { vterm_input_write(term, bytes.data(), size_t(bytes.size())); }
    void hardReset();
    void clear();
    void resize(int rows, int columns);
    void reply(QByteArrayView bytes);
    void moveTo(int row, int column);
    TerminalGrid &grid() { return alternate ? other : primary; }

    // libvterm calls these.
    int putGlyph(const VTermGlyphInfo &glyph, VTermPos at);
    void scroll(VTermRect area, int up, int left);
    void setProperty(VTermProp property, const VTermValue &value);
    TerminalPlace laidOut(int rows, int columns);
    static const VTermStateCallbacks callbacks;

    VTerm *term;
    VTermState *state = nullptr;
    TerminalFilter filter{*this};
    TerminalGrid primary, other;
    TerminalHistory history;
    TerminalLinks links;
    bool alternate = false;
    bool reversed = false;
    Mouse mouse = Mouse::None;
    TerminalStyle pen, savedPen;
    TerminalCursor cursor;
    int column = 0; ///< of the cursor as far as it is known while text is written
    std::u32string last; ///< the last character, for repeating
    bool marksFull = false;
    QString title;
    QByteArray replies;
    Changes changes;
};
