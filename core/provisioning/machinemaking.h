// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of making a machine on a host, with their undoing. Blocks, for as long as an upload takes: call it
// on a slow lane.
#pragma once

#include "core/base/result.h"
#include "core/hosts/hostsurvey.h"
#include "core/jobs/jobcontrol.h"
#include "core/libvirt/handle.h"
#include "core/provisioning/machinerecipe.h"

#include <QUuid>

#include <chrono>

struct MadeMachine {
    std::chrono::milliseconds definitionTook{};
};

/// Media, disk, definition, start. When a step fails, or the control is cancelled before the last one, what the
/// earlier steps made is removed again, and nothing else; what could not be removed is named in the error.
Result<MadeMachine> makeMachine(const ConnectHandle &connection, const MachineRecipe &recipe, const HostSurvey &survey,
                                const QUuid &uuid, const JobControl &control);
