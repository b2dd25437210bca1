// SPDX-License-Identifier: GPL-3.0-or-later
// The items of an OVF machine's hardware section. Pure.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/appliances/ovfenvelope.h"
#include "core/base/result.h"

/// InvalidInput where an item names a disk or file that the envelope does not.
Result<void> readOvfHardware(const Element &section, const OvfEnvelope &envelope, ForeignMachine &into);
