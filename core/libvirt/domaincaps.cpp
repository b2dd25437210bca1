// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domaincaps.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

namespace {

const char *orNull(const QByteArray &text)
{
    return text.isEmpty() ? nullptr : text.constData();
}

} // namespace

Result<QString> domainCapabilities(const ConnectHandle &connection, const DomainCapsQuery &query)
{
    const auto emulator = query.emulator.toUtf8();
    const auto architecture = query.architecture.toUtf8();
    const auto machineType = query.machineType.toUtf8();
    const auto accelerator = query.accelerator.toUtf8();
    const Call call("virConnectGetDomainCapabilities");
    return call.text(virConnectGetDomainCapabilities(connection.get(), orNull(emulator), orNull(architecture),
                                                     orNull(machineType), orNull(accelerator), 0));
}
