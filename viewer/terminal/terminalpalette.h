// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that a terminal paints with: its own for light and for dark windows, chosen so that each of the sixteen
// that programs name can be read on the ground. Values; GUI thread.
#pragma once

#include "viewer/terminal/terminalcell.h"

#include <QColor>

#include <array>

class QPalette;

struct TerminalPalette {
    QRgb text = 0, ground = 0, cursor = 0, selection = 0, match = 0, present = 0;
    std::array<QRgb, 16> named{};

    /// The one that goes with the window's palette.
    static TerminalPalette of(const QPalette &window);
    QRgb foreground(TerminalColour colour) const;
    QRgb background(TerminalColour colour) const;
    /// `ink`, moved away from `ground` as far as it takes to be seen on it.
    static QRgb legible(QRgb ink, QRgb ground);
    static QRgb mix(QRgb a, QRgb b, double part);

private:
    QRgb indexed(int index) const;
};
