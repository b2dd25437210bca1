// SPDX-License-Identifier: GPL-3.0-or-later
// The small signs of the lists: a coloured tile with a letter, and a state's mark, which differs in shape
// as well as in colour. Painting only; GUI thread.
#pragma once

#include "core/hosts/host.h"
#include "core/machines/machinestate.h"

#include <QColor>
#include <QRectF>
#include <QString>

class Machine;
class QPainter;
class QPalette;

namespace marks {
struct Tile {
    QString letter;
    QColor colour;
};
/// From the system where it is known, from the name otherwise.
Tile tileOf(const Machine &machine);
Tile tileOf(const QString &systemName, const QString &machineName);
void drawTile(QPainter &painter, const QRectF &rect, const Tile &tile);
/// In a square around the rectangle's centre.
void drawState(QPainter &painter, const QRectF &rect, MachineState state, const QPalette &palette);
void drawState(QPainter &painter, const QRectF &rect, HostState state, const QPalette &palette);
/// The power sign of a picture that is not there.
void drawPowerSign(QPainter &painter, const QRectF &rect, const QColor &colour);
} // namespace marks
