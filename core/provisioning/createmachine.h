// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a machine from a recipe as one job: media, disk, definition, start. A failure or a cancel at any
// step removes what the job had made and nothing else. GUI thread to call; the work is done on the host's slow lane.
#pragma once

#include "core/hosts/hostsurvey.h"
#include "core/provisioning/machinerecipe.h"

class Downloads;
class Host;
class Job;
class JobList;

/// A recipe with a download has it fetched first, by `downloads`; a failure there leaves the host untouched.
/// The job's target() becomes the new Machine as soon as the host's list has it.
Job &createMachine(JobList &jobs, Host &host, const MachineRecipe &recipe, const HostSurvey &survey, Downloads *downloads = nullptr);
