// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs call operating systems, in the OS database's words. Pure; any thread.
#pragma once

#include "core/appliances/foreignmachine.h"

/// VirtualBox's and VMware's identifiers ("Ubuntu22_LTS_64", "windows9-64", "rhel8_64Guest"), quickemu's ("windows") and
/// RHV's ("windows_10x64") alike.
ForeignOs guestOsNamed(const QString &told);
/// The number of CIM_OperatingSystem.OsType that OVF's OperatingSystemSection carries.
ForeignOs guestOsNumbered(int id);
