// SPDX-License-Identifier: GPL-3.0-or-later
// States of a machine, verbs on it, and the one table of which state allows which verb.
#pragma once

#include <QMetaType>

/// What the hypervisor says, and the transitions that we know to be under way.
enum class MachineState {
    Unknown,      ///< the host has not said yet, or is not connected
    Off,
    Saved,        ///< off, with its memory kept on disk
    Starting,
    Restoring,
    Running,
    Paused,
    Suspended,    ///< asleep by its own power management
    ShuttingDown, ///< the guest was asked and is still at it
    Stopping,     ///< power is being cut
    Saving,
    Migrating,
    Crashed,
};

enum class MachineVerb {
    Start,             ///< also brings a saved machine back
    ShutDown,
    Reboot,
    Reset,
    ForceOff,
    Pause,
    Resume,
    Save,
    Restore,
    DiscardSavedState,
    ChangeAutostart,
    Rename,
    Remove,
    Export,            ///< as a file for other programs and hosts
    OpenConsole,
};

/// Why a verb is not allowed; ui words it.
enum class Refusal {
    None,
    NotRunning,
    AlreadyRunning,
    NotPaused,
    AlreadyPaused,
    Asleep,
    NoSavedState,
    StillOn,           ///< needs the machine to be off
    InTransition,      ///< another operation on it is under way
    NotPersistent,     ///< has no stored definition
    HostNotConnected,
    ReadOnly,          ///< the connection may look but not touch
    NotSupported,      ///< the hypervisor cannot do it
    NoDisplay,
};

struct Permission {
    Refusal refusal = Refusal::None;
    explicit operator bool() const { return refusal == Refusal::None; }
};

/// A state in which the guest has memory and devices: the hypervisor runs a process for it.
bool isActive(MachineState state);
/// A state that ends by itself.
bool isTransitional(MachineState state);
/// The state that a verb leads through while it is under way; the present state where there is none.
MachineState stateDuring(MachineVerb verb, MachineState present);
/// The table. What the host or the definition adds to it is in Machine::may().
Permission allows(MachineState state, MachineVerb verb);
