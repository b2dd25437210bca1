// SPDX-License-Identifier: GPL-3.0-or-later
// Colours that a palette has no role for, mixed from the roles that it has, so that light, dark and the
// desktop's own palettes all work. Pure; GUI thread.
#pragma once

#include "core/hosts/host.h"
#include "core/machines/machinestate.h"

#include <QColor>

class QPalette;

namespace shades {
enum class Series { Processor, Memory, Disk, Network };

/// `part` of `b` in `a`, 0 … 1.
QColor mix(const QColor &a, const QColor &b, double part);
QColor line(const QPalette &palette);     ///< hairlines and outlines of cards
QColor faint(const QPalette &palette);    ///< second-level text
QColor sidebar(const QPalette &palette);
QColor selection(const QPalette &palette);///< behind a selected row, with ordinary text on it
QColor hover(const QPalette &palette);
QColor track(const QPalette &palette);    ///< behind bars
QColor of(Series series, const QPalette &palette);
QColor of(MachineState state, const QPalette &palette);
QColor of(HostState state, const QPalette &palette);
QColor good(const QPalette &palette);
QColor warning(const QPalette &palette);
QColor bad(const QPalette &palette);
} // namespace shades
