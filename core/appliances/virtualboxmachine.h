// SPDX-License-Identifier: GPL-3.0-or-later
// VirtualBox's own description of a machine: a .vbox file, or the extension that it puts into the OVF files which it writes.
// Pure; bounded as foreignxml is.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/result.h"
#include "core/config/xml/element.h"

#include <QByteArray>

/// InvalidInput where it is no .vbox file, or its machine is encrypted.
Result<ForeignMachine> readVirtualBox(const QByteArray &bytes);

namespace virtualbox {
/// Everything but disks: processors, firmware, cards, sound. `machine` is the element Machine.
void readHardware(const Element &machine, ForeignMachine &into);
/// "080027A1B2C3" → "08:00:27:a1:b2:c3"; empty where it is none.
QString macFrom(const QString &digits);
} // namespace virtualbox
