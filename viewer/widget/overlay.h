// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence over a console's picture. Free functions; GUI thread.
#pragma once

#include <QRect>

class QPainter;
class QString;
class QWidget;

namespace overlay {

/// Where the box of that sentence lies in the widget; it wraps where the widget is narrow.
QRect areaOf(const QString &text, const QWidget &widget);
void paint(QPainter &painter, const QString &text, const QWidget &widget);

} // namespace overlay
