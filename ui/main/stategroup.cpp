// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/stategroup.h"

StateGroup groupOf(MachineState state)
{
    switch (state) {
    case MachineState::Running: return StateGroup::Running;
    case MachineState::Paused:
    case MachineState::Suspended: return StateGroup::Paused;
    case MachineState::Off: return StateGroup::Off;
    case MachineState::Saved: return StateGroup::Saved;
    case MachineState::Crashed: return StateGroup::Problem;
    case MachineState::Starting:
    case MachineState::Restoring:
    case MachineState::ShuttingDown:
    case MachineState::Stopping:
    case MachineState::Saving:
    case MachineState::Migrating: return StateGroup::Changing;
    case MachineState::Unknown: break;
    }
    return StateGroup::Any;
}
