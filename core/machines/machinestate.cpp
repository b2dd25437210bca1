// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/machinestate.h"

#include <array>
#include <cstddef>

namespace {

// Which state allows which verb; elsewhere stands why not.
//
//   Saved, Rename        libvirt refuses to rename a domain that has a saved image.
//   Saved, Export        its disks are as after a power cut; what would make them whole lies in the saved memory.
//   Paused, ShutDown     the guest cannot hear the request before it runs again.
//   Starting … ForceOff  libvirt lets a domain be destroyed while another operation holds it.
//   ShuttingDown         the guest may have ignored us: asking again, or anything harsher, is allowed.
//   Crashed              kept by on_crash=preserve: a process is there, its processors do not run.
//
// clang-format off
constexpr auto Ok = Refusal::None,              NoRun = Refusal::NotRunning,     IsOn = Refusal::AlreadyRunning,
               NoPau = Refusal::NotPaused,      Paus = Refusal::AlreadyPaused,   Slp = Refusal::Asleep,
               NoSav = Refusal::NoSavedState,   Still = Refusal::StillOn,        Trans = Refusal::InTransition,
               Gone = Refusal::HostNotConnected;

constexpr std::size_t stateCount = std::size_t(MachineState::Crashed) + 1;
constexpr std::size_t verbCount = std::size_t(MachineVerb::OpenConsole) + 1;

constexpr std::array<std::array<Refusal, verbCount>, stateCount> table{{
// Start  ShutDn Reboot Reset  ForceO Pause  Resume Save   Restor Discar Autost Rename Remove Export Console
  {Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone,  Gone },  // Unknown
  {Ok,    NoRun, NoRun, NoRun, NoRun, NoRun, NoPau, NoRun, NoSav, NoSav, Ok,    Ok,    Ok,    Ok,    NoRun},  // Off
  {Ok,    NoRun, NoRun, NoRun, NoRun, NoRun, NoPau, NoRun, Ok,    Ok,    Ok,    Still, Ok,    Still, NoRun},  // Saved
  {Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans},  // Starting
  {Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans},  // Restoring
  {IsOn,  Ok,    Ok,    Ok,    Ok,    Ok,    NoPau, Ok,    IsOn,  NoSav, Ok,    Still, Still, Still, Ok   },  // Running
  {IsOn,  NoRun, NoRun, Ok,    Ok,    Paus,  Ok,    Ok,    IsOn,  NoSav, Ok,    Still, Still, Still, Ok   },  // Paused
  {IsOn,  Slp,   Slp,   Ok,    Ok,    Slp,   Ok,    Slp,   IsOn,  NoSav, Ok,    Still, Still, Still, Ok   },  // Suspended
  {IsOn,  Ok,    Trans, Ok,    Ok,    Ok,    NoPau, Ok,    IsOn,  NoSav, Ok,    Still, Still, Still, Ok   },  // ShuttingDown
  {Trans, Trans, Trans, Trans, Trans, Trans, Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans},  // Stopping
  {Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Ok   },  // Saving
  {Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Trans, Trans, Ok,    Trans, Trans, Trans, Ok   },  // Migrating
  {IsOn,  NoRun, NoRun, Ok,    Ok,    NoRun, NoPau, NoRun, IsOn,  NoSav, Ok,    Still, Still, Still, Ok   },  // Crashed
}};
// clang-format on

} // namespace

bool isActive(MachineState state)
{
    return state != MachineState::Unknown && state != MachineState::Off && state != MachineState::Saved;
}

bool isTransitional(MachineState state)
{
    switch (state) {
    case MachineState::Starting:
    case MachineState::Restoring:
    case MachineState::ShuttingDown:
    case MachineState::Stopping:
    case MachineState::Saving:
    case MachineState::Migrating:
        return true;
    case MachineState::Unknown:
    case MachineState::Off:
    case MachineState::Saved:
    case MachineState::Running:
    case MachineState::Paused:
    case MachineState::Suspended:
    case MachineState::Crashed:
        return false;
    }
    return false;
}

MachineState stateDuring(MachineVerb verb, MachineState present)
{
    switch (verb) {
    case MachineVerb::Start:
        return present == MachineState::Saved ? MachineState::Restoring : MachineState::Starting;
    case MachineVerb::ShutDown:
        return MachineState::ShuttingDown;
    case MachineVerb::ForceOff:
        return MachineState::Stopping;
    case MachineVerb::Save:
        return MachineState::Saving;
    case MachineVerb::Restore:
        return MachineState::Restoring;
    case MachineVerb::Reboot:
    case MachineVerb::Reset:
    case MachineVerb::Pause:
    case MachineVerb::Resume:
    case MachineVerb::DiscardSavedState:
    case MachineVerb::ChangeAutostart:
    case MachineVerb::Rename:
    case MachineVerb::Remove:
    case MachineVerb::Export:
    case MachineVerb::OpenConsole:
        return present;
    }
    return present;
}

Permission allows(MachineState state, MachineVerb verb)
{
    return {table[std::size_t(state)][std::size_t(verb)]};
}
