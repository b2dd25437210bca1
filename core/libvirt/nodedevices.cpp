// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/nodedevices.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

#include <cstdlib>

namespace {
constexpr int maxDevices = 512; // a host of many machines has as many ends of their cables, each asked alone
}

Result<std::vector<QString>> nodedevices::list(const ConnectHandle &connection, Kind kind)
{
    const unsigned flags = kind == Kind::NetworkCard ? VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET : VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE;
    virNodeDevicePtr *raw = nullptr;
    int count = 0;
    {
        const Call call("virConnectListAllNodeDevices");
        count = virConnectListAllNodeDevices(connection.get(), &raw, flags);
        if (count < 0)
            return failure(call.lastError());
    }
    std::vector<QString> found;
    for (int i = 0; i < count; ++i) {
        if (i < maxDevices) {
            const Call call("virNodeDeviceGetXMLDesc");
            // One that was unplugged meanwhile is left out.
            if (const auto xml = call.text(virNodeDeviceGetXMLDesc(raw[i], 0)))
                found.push_back(*xml);
        }
        virNodeDeviceFree(raw[i]);
    }
    std::free(raw);
    return found;
}
