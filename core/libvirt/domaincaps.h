// SPDX-License-Identifier: GPL-3.0-or-later
// What a hypervisor can give to a guest. Blocks: call it on a lane; the first answer may take seconds while
// the daemon probes its emulator. https://libvirt.org/formatdomaincaps.html
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

/// Each part of the question may be empty, for the host's default. The answer is XML.
struct DomainCapsQuery {
    QString emulator;
    QString architecture;
    QString machineType;
    QString accelerator; ///< libvirt's "virttype": "kvm", "qemu" …
};

Result<QString> domainCapabilities(const ConnectHandle &connection, const DomainCapsQuery &query);
