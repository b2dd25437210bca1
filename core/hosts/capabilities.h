// SPDX-License-Identifier: GPL-3.0-or-later
// libvirt's two descriptions of what a host can do, read. Pure; any thread. Damaged XML gives what can be read of it.
// https://libvirt.org/formatcaps.html, https://libvirt.org/formatdomaincaps.html
#pragma once

#include "core/hosts/hostsurvey.h"

#include <QString>
#include <QStringList>

#include <vector>

/// One kind of guest that a host can run.
struct GuestOffer {
    QString osType;        ///< "hvm", "xen", "linux" …
    QString architecture;
    QString emulator;
    QStringList accelerators; ///< libvirt's domain types: "qemu", "kvm" …
    QString machineType;   ///< the one to take: q35 for PCs, else the default; canonical
    int maxVcpus = 0;      ///< of that machine type; 0: not told
};

struct HostCapabilities {
    QString architecture;
    QString cpuModel;
    std::vector<GuestOffer> guests;
    std::optional<EmulatorAccount> emulatorAccount; ///< as the daemon's file permissions have it

    /// A machine of the host's own architecture, or else the first; null where there is none.
    const GuestOffer *ownGuest() const;
    /// A container, likewise.
    const GuestOffer *ownContainer() const;
    bool offersKvm() const;
};

HostCapabilities readHostCapabilities(const QString &xml);
/// `known` is set where the text is a <domainCapabilities>.
DomainCapabilities readDomainCapabilities(const QString &xml);
/// What can be said of an accelerator without domain capabilities.
DomainCapabilities guessDomainCapabilities(const GuestOffer &guest, const QString &accelerator);
/// Whether a VNC display can share its clipboard at no other cost. libvirt 8.4 to 9 can, without listing it; later ones list it.
/// Versions as "9.0.0".
bool hasVncClipboard(const DomainCapabilities &caps, const QString &libvirt, const QString &hypervisor);
