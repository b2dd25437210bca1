// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostways.h"

#include <QVersionNumber>

namespace {
bool isAtLeast(const HostFacts &facts, const QVersionNumber &version)
{
    return QVersionNumber::fromString(facts.libraryVersion) >= version;
}

/// A newer libvirt lists what its QEMU can have.
bool knowsPasst(const HostFacts &facts, const DomainCapabilities &caps)
{
    if (!facts.isSession)
        return false;
    return caps.networkBackends.isEmpty() ? isAtLeast(facts, QVersionNumber(9, 2)) : caps.networkBackends.contains(QStringLiteral("passt"));
}
} // namespace

Forwarding forwardingOf(const HostFacts &facts, const DomainCapabilities &caps)
{
    if (facts.driver != u"qemu" || !caps.known)
        return Forwarding::None;
    // Of another computer it is not known whether passt is installed.
    if (knowsPasst(facts, caps) && facts.isLocal && facts.hasPasst)
        return Forwarding::Passt;
    return isAtLeast(facts, QVersionNumber(8, 2)) ? Forwarding::Qemu : Forwarding::None;
}

bool isPasstMissing(const HostFacts &facts, const DomainCapabilities &caps)
{
    return facts.driver == u"qemu" && facts.isLocal && !facts.hasPasst && knowsPasst(facts, caps);
}

FolderSharing folderSharingOf(const HostFacts &facts, const DomainCapabilities &caps)
{
    const auto offers = [&caps](QLatin1StringView driver) { return caps.filesystems.contains(driver); };
    const bool hasVirtioFs = offers(QLatin1StringView("virtiofs")) && caps.memfd;
    const bool hasPlan9 = offers(QLatin1StringView("path"));
    if (hasVirtioFs && facts.isSession && !isAtLeast(facts, QVersionNumber(10, 0)))
        return hasPlan9 ? FolderSharing::Plan9OfSession : FolderSharing::None;
    if (hasVirtioFs && facts.isLocal && !facts.hasVirtiofsd)
        return hasPlan9 ? FolderSharing::Plan9WithoutServer : FolderSharing::None;
    if (hasVirtioFs)
        return FolderSharing::VirtioFs;
    return hasPlan9 ? FolderSharing::Plan9 : FolderSharing::None;
}
