// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guestsetup/guestsetup.h"

#include "core/base/module.h"

Result<GuestSetup *> guestSetup()
{
    static const auto loaded = loadModule<GuestSetup>(QStringLiteral("vivarium-guestsetup")); // once, whichever thread comes first
    return loaded;
}
