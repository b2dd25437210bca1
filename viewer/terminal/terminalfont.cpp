// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalfont.h"

#include "viewer/terminal/terminallines.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <cmath>

TerminalFont::TerminalFont(double points) : m_points(points)
{
    auto base = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    base.setPointSizeF(points);
    base.setStyleHint(QFont::Monospace);
    base.setFixedPitch(true);
    base.setKerning(false);
    for (size_t i = 0; i < m_faces.size(); ++i) {
        auto &face = m_faces[i];
        face.font = base;
        face.font.setBold(i & 1);
        face.font.setItalic(i & 2);
        face.raw = QRawFont::fromFont(face.font);
        for (char16_t c = 0x20; c < 0x7f; ++c) {
            const auto found = face.raw.glyphIndexesForString(QString(QChar(c)));
            face.glyphs[c] = found.isEmpty() ? 0 : found.first();
        }
    }
    const QFontMetricsF metrics(base);
    m_ascent = int(std::ceil(metrics.ascent()));
    m_cell = {std::max(1, qRound(metrics.horizontalAdvance(u'M'))), std::max(1, int(std::ceil(metrics.descent())) + m_ascent)};
}

const TerminalFont::Face &TerminalFont::faceOf(const TerminalStyle &style) const
{
    return m_faces[(style.flags & TerminalStyle::Bold ? 1U : 0U) | (style.flags & TerminalStyle::Italic ? 2U : 0U)];
}

void TerminalFont::draw(QPainter &painter, QPoint topLeft, const TerminalLine &line, int first, int last) const
{
    const auto &face = faceOf(line.cells[size_t(first)].style);
    QList<quint32> glyphs;
    QList<QPointF> places;
    for (int column = first; column < last; ++column) {
        const auto &cell = line.cells[size_t(column)];
        if (cell.code <= 0x20 || cell.style.flags & TerminalStyle::WideTail)
            continue;
        const QPoint corner(topLeft.x() + (column - first) * m_cell.width(), topLeft.y());
        const int width = m_cell.width() * (cell.style.flags & TerminalStyle::Wide ? 2 : 1);
        if (cell.code < 0x7f && !line.marksAt(column)) {
            glyphs += face.glyphs[cell.code];
            places += QPointF(corner.x(), corner.y() + m_ascent);
        } else if (!terminallines::draw(painter, QRect(corner, QSize(width, m_cell.height())), cell.code)) {
            drawFallback(painter, corner, face, line.textAt(column), width);
        }
    }
    if (glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(face.raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    painter.drawGlyphRun({0, 0}, run);
}

/// Shaped, from whichever font has it, and no wider than its place.
void TerminalFont::drawFallback(QPainter &painter, QPoint topLeft, const Face &face, const QString &text, int width) const
{
    painter.setFont(face.font);
    const auto advance = painter.fontMetrics().horizontalAdvance(text);
    if (advance <= width) {
        painter.drawText(QPoint(topLeft.x() + (width - advance) / 2, topLeft.y() + m_ascent), text);
        return;
    }
    painter.save();
    painter.translate(topLeft.x(), topLeft.y() + m_ascent);
    painter.scale(double(width) / advance, 1);
    painter.drawText(QPoint(0, 0), text);
    painter.restore();
}
