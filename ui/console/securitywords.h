// SPDX-License-Identifier: GPL-3.0-or-later
// Words for how a console's connection is protected. GUI thread (it translates).
#pragma once

#include <QString>

class ConsoleLink;

namespace securitywords {
/// "VNC over ssh", "SPICE over TLS", "VNC, not encrypted"; the protocol alone before there is a way.
QString connection(const ConsoleLink &link);
/// One sentence or less: what keeps others from reading along, or that nothing does.
QString protection(const ConsoleLink &link);
} // namespace securitywords
