// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/archives.h"

#include "core/base/module.h"

Result<Archives *> archives()
{
    static const auto loaded = loadModule<Archives>(QStringLiteral("vivarium-archives")); // once, whichever thread comes first
    return loaded;
}
