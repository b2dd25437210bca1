// SPDX-License-Identifier: GPL-3.0-or-later
// What happens on a hypervisor, whoever caused it, as plain values.
// subscribe() blocks: call it on a lane, before the first list, so that nothing falls between the two.
// Sinks are called on the event loop's thread, in order, and must not block or call libvirt; see
// Subscription for when they stop.
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"
#include "core/libvirt/subscription.h"
#include "core/machines/machinestate.h"

#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

struct DomainEvent {
    enum class Kind {
        Defined,            ///< new
        DefinitionChanged,  ///< redefined, renamed, or changed by snapshot: read XML, name and flags again
        Undefined,          ///< its definition is gone; where it runs on, it is transient now
        Started,
        Paused,
        Resumed,
        Stopped,
        ShuttingDown,       ///< the guest has finished and the hypervisor is cleaning up
        Slept,              ///< suspended by its own power management
        Crashed,
        Rebooted,           ///< the guest restarted inside the same run
        MetadataChanged,    ///< title, description or metadata
        BalloonChanged,
        DeviceAdded,
        DeviceRemoved,
        DeviceRemovalFailed,
        AgentChanged,       ///< the guest agent came or went
        JobCompleted,
        MediaChanged,       ///< a tray opened or closed, or a disk's source changed
        IoError,            ///< a disk failed; text is its path
        Watchdog,
    };
    Kind kind = Kind::DefinitionChanged;
    DomainHandle domain;    ///< keep it as long as needed
    QUuid uuid;
    QString name;
    int id = -1;
    int detail = 0;         ///< libvirt's number for this kind
    std::optional<MachineState> state; ///< the state that the machine is in now, where the event tells
    bool saved = false;     ///< Stopped by saving, or Started from a saved state: ask domains::hasSavedState()
    QString text;           ///< device alias, new title, disk path …; may be empty
};

struct NetworkEvent {
    enum class Kind { Defined, Undefined, Started, Stopped, Changed };
    Kind kind = Kind::Changed;
    NetworkHandle network;
    QUuid uuid;
    QString name;
};

struct PoolEvent {
    enum class Kind { Defined, Undefined, Started, Stopped, Created, Deleted, Refreshed };
    Kind kind = Kind::Refreshed;
    PoolHandle pool;
    QUuid uuid;
    QString name;
};

/// An empty sink is not registered.
struct EventSinks {
    std::function<void(const DomainEvent &)> domain;
    std::function<void(const NetworkEvent &)> network;
    std::function<void(const PoolEvent &)> pool;
};

namespace events {
/// One subscription per connection: libvirt refuses a second while the first is not taken back.
/// Unsupported where the driver has no machine lifecycle events: then poll. The other events are taken where
/// there are any.
Result<Subscription> subscribe(const ConnectHandle &connection, EventSinks sinks);
} // namespace events
