// SPDX-License-Identifier: GPL-3.0-or-later
// Gives a configuration that has no graphical display what one takes. Pure; any thread.
#pragma once

#include "core/config/domain/domainconfig.h"

namespace firstdisplay {
/// Adds a VNC display on the loopback, a graphics card, and a pointer that knows places where there is a USB bus for
/// it. What is there already stays. False, and nothing done, where there is a display.
bool addTo(DomainConfig &config);
} // namespace firstdisplay
