// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/sessionkinds.h"

#include "viewer/rfb/rfbsession.h"
#include "viewer/spice/spicemodule.h"

#include <algorithm>

ConsoleSession *sessionkinds::make(const DisplayKind &kind, QObject *parent)
{
    if (kind == displays::spice())
        return spicemodule::makeSession(parent);
    return kind == displays::vnc() ? new RfbSession(parent) : nullptr;
}

const DisplayFacts *sessionkinds::shown(const MachineDetails &details)
{
    // Whoever gave a machine SPICE wants what VNC has not.
    for (const auto &kind : {displays::spice(), displays::vnc()}) {
        const auto found = std::find_if(details.displays.begin(), details.displays.end(),
                                        [&kind](const DisplayFacts &display) { return display.kind == kind; });
        if (found != details.displays.end())
            return &*found;
    }
    return nullptr;
}
