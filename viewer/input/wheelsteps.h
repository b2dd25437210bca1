// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the wheel's fine angles into whole steps, which is all that a guest understands. A value.
#pragma once

#include <QPoint>

class WheelSteps final {
public:
    /// Whole steps since the last call: positive x left, positive y up, as Qt's angles go.
    QPoint add(QPoint angle);
    void reset() { m_rest = {}; }

private:
    QPoint m_rest; ///< eighths of a degree
};
