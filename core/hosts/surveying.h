// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a host what it offers to a new machine. Blocks, for seconds where the daemon probes its emulator:
// call it on the slow lane.
#pragma once

#include "core/base/result.h"
#include "core/hosts/hostsurvey.h"
#include "core/hosts/hosturi.h"
#include "core/libvirt/handle.h"

#include <chrono>

struct SurveyOutcome {
    HostSurvey survey;
    std::chrono::milliseconds slowestAnswer{0}; ///< of the questions about accelerators
};

/// `distrustKvm`: this host's KVM was seen not to work, so emulation comes first.
Result<SurveyOutcome> surveyHost(const ConnectHandle &connection, const HostUri &uri, bool distrustKvm);
