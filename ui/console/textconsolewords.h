// SPDX-License-Identifier: GPL-3.0-or-later
// Words for a machine's text consoles. GUI thread (it translates).
#pragma once

#include "core/base/error.h"
#include "core/machines/machinefacts.h"
#include "ui/console/stagecard.h"
#include "viewer/terminal/serialsession.h"

#include <optional>

class HostUri;

namespace textconsolewords {
/// "Serial 1", "Console 2": `number` counts from 1 among those of its kind.
QString label(TextPortFacts::Kind kind, int number);
/// What the session has to say over the terminal; no title while it is live or waits for the machine.
StageCard::Words of(const SerialSession &session, const std::optional<Error> &error);
/// Why it was lost and when it is tried again.
QString lost(const SerialSession &session, const std::optional<Error> &error);
QString path(const HostUri &uri); ///< "local", "over ssh" …
} // namespace textconsolewords
