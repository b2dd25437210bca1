// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/sessionkinds.h"

#include "viewer/rfb/rfbsession.h"

#include <algorithm>

ConsoleSession *sessionkinds::make(const DisplayKind &kind, QObject *parent)
{
    return kind == displays::vnc() ? new RfbSession(parent) : nullptr;
}

const DisplayFacts *sessionkinds::shown(const MachineDetails &details)
{
    const auto vnc = std::find_if(details.displays.begin(), details.displays.end(),
                                  [](const DisplayFacts &display) { return display.kind == displays::vnc(); });
    return vnc == details.displays.end() ? nullptr : &*vnc;
}
