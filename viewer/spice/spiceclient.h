// SPDX-License-Identifier: GPL-3.0-or-later
// What this room uses of the library and of the protocol. For sources alone: a header of ours that includes it makes
// the C type SpiceSession known to its readers.
#pragma once

#include <spice-client.h>
#include <spice/vd_agent.h>
