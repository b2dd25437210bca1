// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a machine's screen in a frame, or what stands for it while there is none. GUI thread.
#pragma once

#include "core/machines/machinestate.h"

#include <QRectF>

class QImage;
class QPainter;
class QPalette;

namespace picture {
/// `radius` rounds the upper corners. An image fills the width as far as its shape permits.
void draw(QPainter &painter, const QRectF &rect, const QImage &image, MachineState state, const QPalette &palette, qreal radius);
} // namespace picture
