// SPDX-License-Identifier: GPL-3.0-or-later
// How far a job is, in words. GUI thread (it translates).
#pragma once

#include <QString>

class Job;

namespace jobtext {
QString progress(const Job &job); ///< "1.2 / 1.9 GiB · 48 MiB/s · 15 s left", or the step
QString outcome(const Job &job);  ///< "Done in 0.4 s", "Cancelled", the failure's headline
} // namespace jobtext
