// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/audiobackend.h"

#include "viewer/session/viewermodule.h"

std::unique_ptr<AudioBackend> audiomodule::load()
{
    auto *module = qobject_cast<AudioModule *>(viewermodule::load(QLatin1StringView("vivarium-audio")));
    return module ? module->makeBackend() : nullptr;
}
