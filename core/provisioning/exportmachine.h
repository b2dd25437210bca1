// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a machine to one file as a job. GUI thread to call; the work is done on the host's slow lane.
#pragma once

#include "core/provisioning/machineexport.h"

class Job;
class JobList;
class Machine;

/// What the machine may be exported to is asked with MachineVerb::Export.
Job &exportMachine(JobList &jobs, Machine &machine, const QString &target, ExportFormat format);
