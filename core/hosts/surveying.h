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
    std::chrono::milliseconds kvmAnswer{0}; ///< how long it took to answer for KVM; zero where there is none
};

/// How long the daemon takes to say what it offers with KVM. Blocks as long; zero where it offers none.
std::chrono::milliseconds timeOfKvmAnswer(const ConnectHandle &connection);

/// `seen` is what is known of the host's KVM so far; how long it takes to answer now counts too. Where KVM is doubted,
/// emulation comes first.
Result<SurveyOutcome> surveyHost(const ConnectHandle &connection, const HostUri &uri, const KvmEvidence &seen);
