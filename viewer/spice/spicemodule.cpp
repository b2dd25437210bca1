// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicemodule.h"

#include "viewer/session/viewermodule.h"

#include <QObject>

ConsoleSession *spicemodule::makeSession(QObject *parent)
{
    auto *module = qobject_cast<SpiceModule *>(viewermodule::load(QLatin1StringView("vivarium-spice")));
    return module ? module->makeSession(parent) : nullptr;
}
