// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a host what it offers to a new machine. Blocks, for seconds where the daemon probes its emulator:
// call it on the slow lane.
#pragma once

#include "core/base/result.h"
#include "core/hosts/hostsurvey.h"
#include "core/hosts/hosturi.h"
#include "core/libvirt/handle.h"

#include <chrono>

/// A daemon answers for KVM in well under a second, and from its memory after that. Longer than this, it is waiting
/// for an emulator that hangs: /dev/kvm opens and does not work.
constexpr std::chrono::seconds brokenKvmLimit{5};

struct SurveyOutcome {
    HostSurvey survey;
    std::chrono::milliseconds slowestAnswer{0}; ///< of the questions about accelerators
};

/// How long the daemon takes to say what it offers with KVM. Blocks as long; zero where it offers none.
std::chrono::milliseconds timeOfKvmAnswer(const ConnectHandle &connection);

/// `distrustKvm`: this host's KVM was seen not to work, so emulation comes first; also where that shows just now.
Result<SurveyOutcome> surveyHost(const ConnectHandle &connection, const HostUri &uri, bool distrustKvm);
