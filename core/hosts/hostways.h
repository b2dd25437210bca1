// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several ways a host has to do a thing, from what its daemon and this computer tell. Pure; any thread.
#pragma once

#include "core/hosts/hostsurvey.h"

/// What is known before a way is chosen.
struct HostFacts {
    QString driver;           ///< of the address: "qemu" …
    QString libraryVersion;   ///< of the host's libvirt, as "9.0.0"; empty: not told
    bool isSession = false;
    bool isLocal = false;
    bool hasPasst = false;    ///< on this computer
    bool hasVirtiofsd = false;///< the same
};

/// libvirt knows passt since 9.0, but was not done with it before 9.2 (Debian's 9.0 has it taken out). It runs it for daemons of a
/// person's own; QEMU forwards ports itself wherever libvirt hands on arguments that override its own (8.2).
Forwarding forwardingOf(const HostFacts &facts, const DomainCapabilities &caps);
/// libvirt would let passt do it, were it there.
bool isPasstMissing(const HostFacts &facts, const DomainCapabilities &caps);
/// virtiofs takes libvirt 10 where the daemon is a person's own.
FolderSharing folderSharingOf(const HostFacts &facts, const DomainCapabilities &caps);
