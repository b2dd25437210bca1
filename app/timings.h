// SPDX-License-Identifier: GPL-3.0-or-later
// Milestones for --timings: one per line on standard error, with milliseconds since the process began. Any thread.
#pragma once

#include <QString>

class QWidget;

namespace timings {
void enable();
/// Prints `milestone MS`, where enabled.
void mark(const QString &milestone);
/// The same once the window's next frame is on its way to the screen. GUI thread.
void markNextFrame(QWidget &window, const QString &milestone);
} // namespace timings
