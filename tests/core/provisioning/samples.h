// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts and systems to make machines of in tests, and small images built byte by byte.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QByteArray>

namespace samples {

/// A host with KVM and emulation, as QEMU 7.2 under libvirt 9.0 describes them.
HostSurvey kvmHost();
/// The same without KVM.
HostSurvey emulatingHost();
/// libvirt's test driver: no domain capabilities.
HostSurvey testHost();
/// A 64-bit Arm host.
HostSurvey armHost();
/// Its libvirt cannot give a VNC display a clipboard.
HostSurvey olderHost();

/// "debian", "fedora", "freebsd", "win10", "win11", "winxp", or anything else for a system that is not known.
OsNeeds system(const QString &name);

/// An installer for that system on that host, everything as recommended.
MachineRecipe recipe(const QString &systemName, const HostSurvey &survey);

/// An ISO 9660 image of 40 sectors with this label; `bootable` adds an El Torito catalogue.
QByteArray isoImage(const QByteArray &label, bool bootable, const QByteArray &publisher = {});

} // namespace samples
