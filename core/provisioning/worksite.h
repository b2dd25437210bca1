// SPDX-License-Identifier: GPL-3.0-or-later
// Where a machine is being made: the host, what it offers, who watches, and how to take everything back. Lives on the
// lane that works; one thread.
#pragma once

#include "core/hosts/hostsurvey.h"
#include "core/jobs/jobcontrol.h"
#include "core/libvirt/handle.h"
#include "core/provisioning/undo.h"

#include <QString>

struct Worksite {
    const ConnectHandle &connection;
    const HostSurvey &survey;
    const JobControl &control;
    Undo undo = {};
    QString firstPool = {}; ///< made on the way, for a host that had none; empty: none was
};
