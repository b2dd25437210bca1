// SPDX-License-Identifier: GPL-3.0-or-later
// States as a person picks them from a filter. Any thread.
#pragma once

#include "core/machines/machinestate.h"

enum class StateGroup { Any, Running, Paused, Off, Saved, Changing, Problem };
StateGroup groupOf(MachineState state);
