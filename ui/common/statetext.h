// SPDX-License-Identifier: GPL-3.0-or-later
// Words for states, verbs, refusals, jobs and findings. GUI thread (it translates).
#pragma once

#include "core/hosts/host.h"
#include "core/jobs/job.h"
#include "core/machines/machinestate.h"

#include <QString>

namespace statetext {
QString of(MachineState state);                 ///< "Running"
QString of(HostState state);                    ///< "Connecting…"
QString verb(MachineVerb verb);                 ///< "Force off"
/// Why the verb cannot be used now, a whole sentence; empty where it can.
QString refusal(Refusal refusal, MachineVerb verb);
QString jobTitle(const Job &job);               ///< "Starting web-01"
QString step(JobStep step);                     ///< "Allocating the disk"
QString finding(const HostFinding &finding);    ///< a sentence
/// The person's name for a host: "This computer", "This computer (system)", "lab-01".
QString hostLabel(const HostUri &uri);
} // namespace statetext
