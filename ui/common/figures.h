// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that keep their place: every digit gets the width of the widest one, so that a changing number
// does not dance. Qt 6.4 cannot ask a font for its tabular figures. GUI thread.
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

namespace figures {
qreal width(const QFont &font, const QString &text);
/// In the painter's font and pen; one line, vertically centred. Left, right or centre of `alignment` counts.
void draw(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);
} // namespace figures
