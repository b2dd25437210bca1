// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed-width font in its four manners, and the cell that a terminal's characters stand in. GUI thread.
#pragma once

#include "viewer/terminal/terminalcell.h"

#include <QFont>
#include <QRawFont>

#include <array>

class QPainter;

class TerminalFont final {
public:
    /// `points` of the desktop's fixed-width font.
    explicit TerminalFont(double points);

    double points() const { return m_points; }
    QSize cell() const { return m_cell; }
    int ascent() const { return m_ascent; }
    /// Paints the characters from `first` to before `last` of a line in one manner, from the left edge of `first` on.
    void draw(QPainter &painter, QPoint topLeft, const TerminalLine &line, int first, int last) const;

private:
    struct Face {
        QFont font;
        QRawFont raw;
        std::array<quint32, 128> glyphs{};
    };
    const Face &faceOf(const TerminalStyle &style) const;
    void drawFallback(QPainter &painter, QPoint topLeft, const Face &face, const QString &text, int width) const;

    double m_points;
    std::array<Face, 4> m_faces; ///< plain, bold, italic, both
    QSize m_cell;
    int m_ascent = 0;
};
