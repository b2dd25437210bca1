// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/events.h"

#include "core/libvirt/call.h"
#include "core/libvirt/domains.h"

#include <libvirt/libvirt.h>

#include <array>
#include <vector>

namespace {

using Kind = DomainEvent::Kind;

/// What libvirt carries for each registration.
struct Sinks {
    std::shared_ptr<SinkGate> gate;
    std::shared_ptr<const EventSinks> sinks;
};

void freeSinks(void *opaque)
{
    delete static_cast<Sinks *>(opaque);
}

DomainEvent eventOf(virDomainPtr domain, Kind kind, int detail = 0, const char *text = nullptr)
{
    DomainEvent event;
    event.kind = kind;
    event.domain = DomainHandle::share(domain);
    event.uuid = domains::uuidOf(event.domain);
    event.name = domains::nameOf(event.domain);
    event.id = int(virDomainGetID(domain));
    event.detail = detail;
    event.text = QString::fromUtf8(text);
    return event;
}

void pass(void *opaque, const DomainEvent &event)
{
    const auto &to = *static_cast<Sinks *>(opaque);
    to.gate->pass([&] { to.sinks->domain(event); });
}

struct Lifecycle {
    Kind kind;
    std::optional<MachineState> state;
    bool saved = false;
};

std::optional<Lifecycle> lifecycleOf(int event, int detail)
{
    switch (event) {
    case VIR_DOMAIN_EVENT_DEFINED:
        return Lifecycle{detail == VIR_DOMAIN_EVENT_DEFINED_ADDED ? Kind::Defined : Kind::DefinitionChanged, {}};
    case VIR_DOMAIN_EVENT_UNDEFINED:
        if (detail == VIR_DOMAIN_EVENT_UNDEFINED_RENAMED)
            return std::nullopt; // half of a rename: "defined" with the new name follows
        return Lifecycle{Kind::Undefined, {}};
    case VIR_DOMAIN_EVENT_STARTED:
        return Lifecycle{Kind::Started, MachineState::Running, detail == VIR_DOMAIN_EVENT_STARTED_RESTORED};
    case VIR_DOMAIN_EVENT_SUSPENDED:
        return Lifecycle{Kind::Paused, MachineState::Paused};
    case VIR_DOMAIN_EVENT_RESUMED:
        return Lifecycle{Kind::Resumed, MachineState::Running};
    case VIR_DOMAIN_EVENT_STOPPED:
        return Lifecycle{Kind::Stopped, MachineState::Off, detail == VIR_DOMAIN_EVENT_STOPPED_SAVED};
    case VIR_DOMAIN_EVENT_SHUTDOWN:
        return Lifecycle{Kind::ShuttingDown, MachineState::ShuttingDown};
    case VIR_DOMAIN_EVENT_PMSUSPENDED:
        return Lifecycle{Kind::Slept, MachineState::Suspended};
    case VIR_DOMAIN_EVENT_CRASHED:
        return Lifecycle{Kind::Crashed, MachineState::Crashed};
    default:
        return std::nullopt;
    }
}

int onLifecycle(virConnectPtr, virDomainPtr domain, int raw, int detail, void *opaque)
{
    const auto lifecycle = lifecycleOf(raw, detail);
    if (!lifecycle)
        return 0;
    auto event = eventOf(domain, lifecycle->kind, detail);
    event.state = lifecycle->state;
    event.saved = lifecycle->saved;
    pass(opaque, event);
    return 0;
}

void onReboot(virConnectPtr, virDomainPtr domain, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::Rebooted));
}

void onMetadata(virConnectPtr, virDomainPtr domain, int type, const char *space, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::MetadataChanged, type, space));
}

void onBalloon(virConnectPtr, virDomainPtr domain, unsigned long long, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::BalloonChanged));
}

void onDeviceAdded(virConnectPtr, virDomainPtr domain, const char *alias, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::DeviceAdded, 0, alias));
}

void onDeviceRemoved(virConnectPtr, virDomainPtr domain, const char *alias, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::DeviceRemoved, 0, alias));
}

void onDeviceRemovalFailed(virConnectPtr, virDomainPtr domain, const char *alias, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::DeviceRemovalFailed, 0, alias));
}

void onAgent(virConnectPtr, virDomainPtr domain, int state, int, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::AgentChanged, state));
}

void onJobCompleted(virConnectPtr, virDomainPtr domain, virTypedParameterPtr, int, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::JobCompleted));
}

void onTray(virConnectPtr, virDomainPtr domain, const char *alias, int reason, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::MediaChanged, reason, alias));
}

void onDiskChange(virConnectPtr, virDomainPtr domain, const char *, const char *, const char *alias, int reason, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::MediaChanged, reason, alias));
}

void onIoError(virConnectPtr, virDomainPtr domain, const char *path, const char *, int action, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::IoError, action, path));
}

void onWatchdog(virConnectPtr, virDomainPtr domain, int action, void *opaque)
{
    pass(opaque, eventOf(domain, Kind::Watchdog, action));
}

struct Registration {
    int id;
    virConnectDomainEventGenericCallback callback;
};

// The lifecycle is first: without it the rest is of no use.
const std::array domainRegistrations{
    Registration{VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(onLifecycle)},
    Registration{VIR_DOMAIN_EVENT_ID_REBOOT, VIR_DOMAIN_EVENT_CALLBACK(onReboot)},
    Registration{VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(onMetadata)},
    Registration{VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(onBalloon)},
    Registration{VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, VIR_DOMAIN_EVENT_CALLBACK(onDeviceAdded)},
    Registration{VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED, VIR_DOMAIN_EVENT_CALLBACK(onDeviceRemoved)},
    Registration{VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED, VIR_DOMAIN_EVENT_CALLBACK(onDeviceRemovalFailed)},
    Registration{VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE, VIR_DOMAIN_EVENT_CALLBACK(onAgent)},
    Registration{VIR_DOMAIN_EVENT_ID_JOB_COMPLETED, VIR_DOMAIN_EVENT_CALLBACK(onJobCompleted)},
    Registration{VIR_DOMAIN_EVENT_ID_TRAY_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(onTray)},
    Registration{VIR_DOMAIN_EVENT_ID_DISK_CHANGE, VIR_DOMAIN_EVENT_CALLBACK(onDiskChange)},
    Registration{VIR_DOMAIN_EVENT_ID_IO_ERROR, VIR_DOMAIN_EVENT_CALLBACK(onIoError)},
    Registration{VIR_DOMAIN_EVENT_ID_WATCHDOG, VIR_DOMAIN_EVENT_CALLBACK(onWatchdog)},
};

NetworkEvent::Kind networkKind(int event)
{
    switch (event) {
    case VIR_NETWORK_EVENT_DEFINED: return NetworkEvent::Kind::Defined;
    case VIR_NETWORK_EVENT_UNDEFINED: return NetworkEvent::Kind::Undefined;
    case VIR_NETWORK_EVENT_STARTED: return NetworkEvent::Kind::Started;
    case VIR_NETWORK_EVENT_STOPPED: return NetworkEvent::Kind::Stopped;
    default: return NetworkEvent::Kind::Changed;
    }
}

void onNetwork(virConnectPtr, virNetworkPtr network, int raw, int, void *opaque)
{
    const auto &to = *static_cast<Sinks *>(opaque);
    std::array<unsigned char, VIR_UUID_BUFLEN> uuid{};
    (void)virNetworkGetUUID(network, uuid.data());
    const NetworkEvent event{networkKind(raw), NetworkHandle::share(network),
                             QUuid::fromRfc4122(QByteArrayView(uuid.data(), uuid.size())),
                             QString::fromUtf8(virNetworkGetName(network))};
    to.gate->pass([&] { to.sinks->network(event); });
}

PoolEvent::Kind poolKind(int event)
{
    switch (event) {
    case VIR_STORAGE_POOL_EVENT_DEFINED: return PoolEvent::Kind::Defined;
    case VIR_STORAGE_POOL_EVENT_UNDEFINED: return PoolEvent::Kind::Undefined;
    case VIR_STORAGE_POOL_EVENT_STARTED: return PoolEvent::Kind::Started;
    case VIR_STORAGE_POOL_EVENT_STOPPED: return PoolEvent::Kind::Stopped;
    case VIR_STORAGE_POOL_EVENT_CREATED: return PoolEvent::Kind::Created;
    case VIR_STORAGE_POOL_EVENT_DELETED: return PoolEvent::Kind::Deleted;
    default: return PoolEvent::Kind::Refreshed;
    }
}

void passPool(virStoragePoolPtr pool, PoolEvent::Kind kind, void *opaque)
{
    const auto &to = *static_cast<Sinks *>(opaque);
    std::array<unsigned char, VIR_UUID_BUFLEN> uuid{};
    (void)virStoragePoolGetUUID(pool, uuid.data());
    const PoolEvent event{kind, PoolHandle::share(pool), QUuid::fromRfc4122(QByteArrayView(uuid.data(), uuid.size())),
                          QString::fromUtf8(virStoragePoolGetName(pool))};
    to.gate->pass([&] { to.sinks->pool(event); });
}

void onPool(virConnectPtr, virStoragePoolPtr pool, int raw, int, void *opaque)
{
    passPool(pool, poolKind(raw), opaque);
}

void onPoolRefresh(virConnectPtr, virStoragePoolPtr pool, void *opaque)
{
    passPool(pool, PoolEvent::Kind::Refreshed, opaque);
}

/// The ids that libvirt gave, to be taken back together.
struct Registered {
    std::vector<int> domain, network, pool;

    void takeBack(const ConnectHandle &connection) const
    {
        for (const int id : domain) {
            const Call call("virConnectDomainEventDeregisterAny");
            (void)virConnectDomainEventDeregisterAny(connection.get(), id);
        }
        for (const int id : network) {
            const Call call("virConnectNetworkEventDeregisterAny");
            (void)virConnectNetworkEventDeregisterAny(connection.get(), id);
        }
        for (const int id : pool) {
            const Call call("virConnectStoragePoolEventDeregisterAny");
            (void)virConnectStoragePoolEventDeregisterAny(connection.get(), id);
        }
    }
};

/// Registers with a copy of the sinks, which libvirt frees. Gives libvirt's id.
template<class Register>
Result<int> registered(const Call &call, const Sinks &sinks, Register registerWith)
{
    auto own = std::make_unique<Sinks>(sinks);
    const int id = registerWith(own.get());
    if (id < 0)
        return failure(call.lastError());
    own.release();
    return id;
}

Result<void> registerDomain(const ConnectHandle &connection, const Sinks &sinks, Registered &ids)
{
    for (const auto &[id, callback] : domainRegistrations) {
        const Call call("virConnectDomainEventRegisterAny");
        const auto given = registered(call, sinks, [&, event = id, function = callback](Sinks *own) {
            return virConnectDomainEventRegisterAny(connection.get(), nullptr, event, function, own, freeSinks);
        });
        if (given)
            ids.domain.push_back(*given);
        else if (id == VIR_DOMAIN_EVENT_ID_LIFECYCLE || given.error().kind == Error::Kind::Unreachable)
            return failure(given.error());
    }
    return {};
}

void registerNetwork(const ConnectHandle &connection, const Sinks &sinks, Registered &ids)
{
    const Call call("virConnectNetworkEventRegisterAny");
    const auto given = registered(call, sinks, [&](Sinks *own) {
        return virConnectNetworkEventRegisterAny(connection.get(), nullptr, VIR_NETWORK_EVENT_ID_LIFECYCLE,
                                                 VIR_NETWORK_EVENT_CALLBACK(onNetwork), own, freeSinks);
    });
    if (given)
        ids.network.push_back(*given);
}

void registerPool(const ConnectHandle &connection, const Sinks &sinks, Registered &ids)
{
    const std::array registrations{
        std::pair{int(VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE), VIR_STORAGE_POOL_EVENT_CALLBACK(onPool)},
        std::pair{int(VIR_STORAGE_POOL_EVENT_ID_REFRESH), VIR_STORAGE_POOL_EVENT_CALLBACK(onPoolRefresh)},
    };
    for (const auto &[id, callback] : registrations) {
        const Call call("virConnectStoragePoolEventRegisterAny");
        const auto given = registered(call, sinks, [&, event = id, function = callback](Sinks *own) {
            return virConnectStoragePoolEventRegisterAny(connection.get(), nullptr, event, function, own, freeSinks);
        });
        if (given)
            ids.pool.push_back(*given);
    }
}

} // namespace

Result<Subscription> events::subscribe(const ConnectHandle &connection, EventSinks sinks)
{
    const Sinks shared{std::make_shared<SinkGate>(), std::make_shared<const EventSinks>(std::move(sinks))};
    Registered ids;
    if (shared.sinks->domain) {
        if (auto done = registerDomain(connection, shared, ids); !done) {
            shared.gate->close();
            ids.takeBack(connection);
            return failure(done.error());
        }
    }
    if (shared.sinks->network)
        registerNetwork(connection, shared, ids);
    if (shared.sinks->pool)
        registerPool(connection, shared, ids);
    return Subscription(shared.gate, [connection, ids = std::move(ids)] { ids.takeBack(connection); });
}
