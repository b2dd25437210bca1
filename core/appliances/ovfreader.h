// SPDX-License-Identifier: GPL-3.0-or-later
// The Open Virtualization Format, versions 0.9 to 2.0, as VirtualBox, VMware, RHV, oVirt and virt-v2v write it.
// https://www.dmtf.org/standards/ovf (DSP0243). Pure; bounded as foreignxml is.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/result.h"

#include <QByteArray>

/// The first machine of an envelope; others are told as a loss. InvalidInput where it is no envelope, has no machine, or names a
/// disk that it does not describe.
Result<ForeignMachine> readOvf(const QByteArray &bytes);
