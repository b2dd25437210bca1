// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what an imported machine will not have, or will have differently. GUI thread (it translates).
#pragma once

#include "core/appliances/appliance.h"

#include <QString>

namespace losstext {
/// A whole sentence.
QString loss(const ForeignLoss &loss);
/// "VirtualBox or VMware (OVF)"
QString kind(ApplianceKind kind);
/// "2 processors · 2 GiB · 2 disks · 1 network card"
QString summary(const ForeignMachine &machine);
} // namespace losstext
