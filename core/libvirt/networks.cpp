// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/networks.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <pugixml.hpp>

#include <array>
#include <cstdlib>

namespace {

Result<NetworkRecord> describe(const NetworkHandle &network)
{
    NetworkRecord record;
    record.network = network;
    record.name = QString::fromUtf8(virNetworkGetName(network.get()));
    std::array<unsigned char, VIR_UUID_BUFLEN> uuid{};
    if (virNetworkGetUUID(network.get(), uuid.data()) == 0)
        record.uuid = QUuid::fromRfc4122(QByteArrayView(uuid.data(), uuid.size()));
    {
        const Call call("virNetworkIsActive");
        const auto active = call.checked(virNetworkIsActive(network.get()));
        if (!active)
            return failure(active.error());
        record.active = *active > 0;
    }
    const auto xml = networks::xmlOf(network);
    if (!xml)
        return failure(xml.error());
    pugi::xml_document document;
    if (document.load_string(xml->toUtf8().constData())) {
        const auto root = document.child("network");
        record.bridge = QString::fromUtf8(root.child("bridge").attribute("name").value());
        if (const auto forward = root.child("forward"))
            record.forward = QString::fromUtf8(forward.attribute("mode").as_string("nat")); // libvirt's default
    }
    return record;
}

} // namespace

Result<std::vector<NetworkRecord>> networks::list(const ConnectHandle &connection)
{
    virNetworkPtr *raw = nullptr;
    int count = 0;
    {
        const Call call("virConnectListAllNetworks");
        count = virConnectListAllNetworks(connection.get(), &raw, 0);
        if (count < 0)
            return failure(call.lastError());
    }
    std::vector<NetworkHandle> handles;
    for (int i = 0; i < count; ++i)
        handles.push_back(NetworkHandle::adopt(raw[i]));
    std::free(raw);
    std::vector<NetworkRecord> records;
    for (const auto &network : handles) {
        auto record = describe(network);
        if (record)
            records.push_back(std::move(*record));
        else if (record.error().kind == Error::Kind::Unreachable)
            return failure(record.error());
    }
    return records;
}

Result<NetworkHandle> networks::lookup(const ConnectHandle &connection, const QString &name)
{
    const Call call("virNetworkLookupByName");
    return call.owned(virNetworkLookupByName(connection.get(), name.toUtf8().constData()));
}

Result<QString> networks::xmlOf(const NetworkHandle &network)
{
    const Call call("virNetworkGetXMLDesc");
    return call.text(virNetworkGetXMLDesc(network.get(), 0));
}

Result<std::vector<Lease>> networks::leases(const NetworkHandle &network)
{
    const Call call("virNetworkGetDHCPLeases");
    virNetworkDHCPLeasePtr *raw = nullptr;
    const int count = virNetworkGetDHCPLeases(network.get(), nullptr, &raw, 0);
    if (count < 0)
        return failure(call.lastError());
    std::vector<Lease> leases;
    for (int i = 0; i < count; ++i) {
        leases.push_back({QString::fromUtf8(raw[i]->mac), QString::fromUtf8(raw[i]->ipaddr), QString::fromUtf8(raw[i]->hostname),
                          QDateTime::fromSecsSinceEpoch(raw[i]->expirytime)});
        virNetworkDHCPLeaseFree(raw[i]);
    }
    std::free(raw);
    return leases;
}

Result<void> networks::start(const NetworkHandle &network)
{
    const Call call("virNetworkCreate");
    return call.done(virNetworkCreate(network.get()));
}

Result<void> networks::stop(const NetworkHandle &network)
{
    const Call call("virNetworkDestroy");
    return call.done(virNetworkDestroy(network.get()));
}
