// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/wheelsteps.h"

namespace {

constexpr int step = 120;

int advance(int &rest, int angle)
{
    if ((rest < 0 && angle > 0) || (rest > 0 && angle < 0))
        rest = 0; // turned round: what was left over belongs to the other direction
    rest += angle;
    const int steps = rest / step;
    rest -= steps * step;
    return steps;
}

} // namespace

QPoint WheelSteps::add(QPoint angle)
{
    return {advance(m_rest.rx(), angle.x()), advance(m_rest.ry(), angle.y())};
}
