// SPDX-License-Identifier: GPL-3.0-or-later
// Milestones for --timings: one per line on standard error, with milliseconds since the process began. Any thread.
#pragma once

#include <QString>

namespace timings {
void enable();
/// Prints `milestone MS`, where enabled.
void mark(const QString &milestone);
} // namespace timings
