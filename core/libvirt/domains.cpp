// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domains.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace {

/// An array of references that libvirt allocated: each becomes a handle, the array is freed.
std::vector<DomainHandle> adoptAll(virDomainPtr *raw, int count)
{
    std::vector<DomainHandle> handles;
    handles.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        handles.push_back(DomainHandle::adopt(raw[i]));
    std::free(raw);
    return handles;
}

Result<std::vector<DomainHandle>> listFiltered(const ConnectHandle &connection, unsigned flags)
{
    const Call call("virConnectListAllDomains");
    virDomainPtr *raw = nullptr;
    const int count = virConnectListAllDomains(connection.get(), &raw, flags);
    if (count < 0)
        return failure(call.lastError());
    return adoptAll(raw, count);
}

Result<QSet<QUuid>> uuidsFiltered(const ConnectHandle &connection, unsigned flags)
{
    const auto found = listFiltered(connection, flags);
    if (!found) {
        // A driver that cannot filter by it does not have it.
        if (found.error().kind == Error::Kind::Unsupported || found.error().kind == Error::Kind::InvalidInput)
            return QSet<QUuid>();
        return failure(found.error());
    }
    QSet<QUuid> uuids;
    uuids.reserve(qsizetype(found->size()));
    for (const auto &domain : *found)
        uuids.insert(domains::uuidOf(domain));
    return uuids;
}

DomainRecord recordOf(DomainHandle domain, int state, int reason)
{
    DomainRecord record;
    record.uuid = domains::uuidOf(domain);
    record.name = domains::nameOf(domain);
    record.id = int(virDomainGetID(domain.get())); // (unsigned)-1 while off
    record.state = domains::stateFrom(state, reason, record.id >= 0);
    record.reason = reason;
    record.domain = std::move(domain);
    return record;
}

void noteSaved(DomainRecord &record)
{
    record.hasSavedState = true;
    if (record.state == MachineState::Off)
        record.state = MachineState::Saved;
}

Result<std::vector<DomainRecord>> listInBulk(const ConnectHandle &connection)
{
    const Call call("virConnectGetAllDomainStats");
    virDomainStatsRecordPtr *raw = nullptr;
    const int count = virConnectGetAllDomainStats(connection.get(), VIR_DOMAIN_STATS_STATE, &raw, 0);
    if (count < 0)
        return failure(call.lastError());
    std::vector<DomainRecord> records;
    records.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        int state = VIR_DOMAIN_NOSTATE, reason = 0;
        for (int p = 0; p < raw[i]->nparams; ++p) {
            const auto &param = raw[i]->params[p];
            if (std::string_view(param.field) == "state.state")
                state = param.value.i;
            else if (std::string_view(param.field) == "state.reason")
                reason = param.value.i;
        }
        records.push_back(recordOf(DomainHandle::share(raw[i]->dom), state, reason));
    }
    virDomainStatsRecordListFree(raw);
    return records;
}

MachineState whilePaused(int reason)
{
    switch (reason) {
    case VIR_DOMAIN_PAUSED_MIGRATION:
    case VIR_DOMAIN_PAUSED_POSTCOPY: return MachineState::Migrating;
    case VIR_DOMAIN_PAUSED_SAVE: return MachineState::Saving;
    case VIR_DOMAIN_PAUSED_SHUTTING_DOWN: return MachineState::ShuttingDown;
    case VIR_DOMAIN_PAUSED_CRASHED: return MachineState::Crashed;
    case VIR_DOMAIN_PAUSED_STARTING_UP: return MachineState::Starting;
    default: return MachineState::Paused;
    }
}

Result<std::vector<DomainRecord>> withSaved(const ConnectHandle &connection, std::vector<DomainRecord> records)
{
    const auto saved = uuidsFiltered(connection, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE);
    if (!saved)
        return failure(saved.error());
    if (saved->isEmpty())
        return records;
    for (auto &record : records) {
        if (saved->contains(record.uuid))
            noteSaved(record);
    }
    return records;
}

} // namespace

Result<std::vector<DomainRecord>> domains::list(const ConnectHandle &connection)
{
    auto records = listInBulk(connection);
    if (!records && records.error().kind == Error::Kind::Unsupported)
        return listOneByOne(connection);
    return records ? withSaved(connection, std::move(*records)) : std::move(records);
}

Result<std::vector<DomainRecord>> domains::listOneByOne(const ConnectHandle &connection)
{
    auto found = listFiltered(connection, 0);
    if (!found)
        return failure(found.error());
    std::vector<DomainRecord> records;
    records.reserve(found->size());
    for (auto &domain : *found) {
        const Call call("virDomainGetState");
        int state = VIR_DOMAIN_NOSTATE, reason = 0;
        if (virDomainGetState(domain.get(), &state, &reason, 0) < 0) {
            const auto error = call.lastError();
            if (error.kind == Error::Kind::NotFound)
                continue; // gone since the list was made
            if (error.kind == Error::Kind::Unreachable)
                return failure(error);
        }
        records.push_back(recordOf(std::move(domain), state, reason));
    }
    return withSaved(connection, std::move(records));
}

Result<DomainTraits> domains::traits(const ConnectHandle &connection)
{
    auto transient = uuidsFiltered(connection, VIR_CONNECT_LIST_DOMAINS_TRANSIENT);
    if (!transient)
        return failure(transient.error());
    auto autostarted = uuidsFiltered(connection, VIR_CONNECT_LIST_DOMAINS_AUTOSTART);
    if (!autostarted)
        return failure(autostarted.error());
    return DomainTraits{std::move(*transient), std::move(*autostarted)};
}

Result<DomainRecord> domains::describe(const DomainHandle &domain)
{
    // A handle keeps the name and id of when it was made.
    const auto connection = ConnectHandle::share(virDomainGetConnect(domain.get()));
    auto fresh = lookup(connection, uuidOf(domain));
    if (!fresh)
        return failure(fresh.error());
    int state = VIR_DOMAIN_NOSTATE, reason = 0;
    {
        const Call call("virDomainGetState");
        if (virDomainGetState(fresh->get(), &state, &reason, 0) < 0)
            return failure(call.lastError());
    }
    const bool saved = hasSavedState(*fresh).value_or(false);
    auto record = recordOf(std::move(*fresh), state, reason);
    if (saved)
        noteSaved(record);
    return record;
}

Result<DomainHandle> domains::lookup(const ConnectHandle &connection, const QUuid &uuid)
{
    const Call call("virDomainLookupByUUID");
    const auto bytes = uuid.toRfc4122();
    return call.owned(virDomainLookupByUUID(connection.get(), reinterpret_cast<const unsigned char *>(bytes.constData())));
}

Result<DomainHandle> domains::lookup(const ConnectHandle &connection, const QString &name)
{
    const Call call("virDomainLookupByName");
    return call.owned(virDomainLookupByName(connection.get(), name.toUtf8().constData()));
}

Result<QString> domains::xmlOf(const DomainHandle &domain, Xml which)
{
    unsigned flags = 0;
    if (which == Xml::Inactive || which == Xml::InactiveSecret)
        flags |= VIR_DOMAIN_XML_INACTIVE;
    if (which == Xml::CurrentSecret || which == Xml::InactiveSecret)
        flags |= VIR_DOMAIN_XML_SECURE;
    const Call call("virDomainGetXMLDesc");
    return call.text(virDomainGetXMLDesc(domain.get(), flags));
}

Result<DomainInfo> domains::info(const DomainHandle &domain)
{
    const Call call("virDomainGetInfo");
    virDomainInfo raw{};
    if (virDomainGetInfo(domain.get(), &raw) < 0)
        return failure(call.lastError());
    DomainInfo info;
    info.state = stateFrom(raw.state, 0, int(virDomainGetID(domain.get())) >= 0);
    info.maximumMemory = Bytes::kib(raw.maxMem);
    info.memory = Bytes::kib(raw.memory);
    info.vcpus = raw.nrVirtCpu;
    info.cpuTime = raw.cpuTime;
    return info;
}

Result<bool> domains::isPersistent(const DomainHandle &domain)
{
    const Call call("virDomainIsPersistent");
    return call.checked(virDomainIsPersistent(domain.get())).transform([](int yes) { return yes > 0; });
}

Result<bool> domains::isAutostarted(const DomainHandle &domain)
{
    const Call call("virDomainGetAutostart");
    int on = 0;
    return call.done(virDomainGetAutostart(domain.get(), &on)).transform([&] { return on != 0; });
}

Result<bool> domains::hasSavedState(const DomainHandle &domain)
{
    const Call call("virDomainHasManagedSaveImage");
    return call.checked(virDomainHasManagedSaveImage(domain.get(), 0)).transform([](int yes) { return yes > 0; });
}

MachineState domains::stateFrom(int state, int reason, bool active)
{
    switch (state) {
    case VIR_DOMAIN_NOSTATE:
        return active ? MachineState::Running : MachineState::Unknown;
    case VIR_DOMAIN_RUNNING:
        return reason == VIR_DOMAIN_RUNNING_POSTCOPY ? MachineState::Migrating : MachineState::Running;
    case VIR_DOMAIN_BLOCKED:
        return MachineState::Running;
    case VIR_DOMAIN_PAUSED:
        return whilePaused(reason);
    case VIR_DOMAIN_SHUTDOWN:
        return MachineState::ShuttingDown;
    case VIR_DOMAIN_SHUTOFF:
        return MachineState::Off;
    case VIR_DOMAIN_CRASHED:
        return MachineState::Crashed;
    case VIR_DOMAIN_PMSUSPENDED:
        return MachineState::Suspended;
    default:
        return MachineState::Unknown;
    }
}

bool domains::isShutDownFromWithin(int reason)
{
    return reason == VIR_DOMAIN_SHUTOFF_SHUTDOWN;
}

QUuid domains::uuidOf(const DomainHandle &domain)
{
    std::array<unsigned char, VIR_UUID_BUFLEN> bytes{};
    if (!domain || virDomainGetUUID(domain.get(), bytes.data()) < 0)
        return {};
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size()));
}

QString domains::nameOf(const DomainHandle &domain)
{
    return domain ? QString::fromUtf8(virDomainGetName(domain.get())) : QString();
}
