// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what a console shows and why it shows nothing. GUI thread (it translates).
#pragma once

#include "core/machines/machine.h"
#include "ui/console/consolepane.h"
#include "ui/console/displayroute.h"
#include "ui/console/stagecard.h"

#include <QString>

#include <chrono>
#include <optional>

class ConsoleLink;
class ConsoleWidget;

namespace consolewords {
/// What a stage of the machine's says; `machine` is null at Stage::Gone. Nothing where the link has the word.
StageCard::Words of(ConsolePane::Stage stage, const Machine *machine);
/// What the link has to say; nothing while it is live.
StageCard::Words of(const ConsoleLink &link);
/// Connected, and nothing to see yet.
StageCard::Words waiting();
/// The guest switched its screen off.
StageCard::Words dark();
/// Why the link was lost and when it is tried again.
QString lost(const ConsoleLink &link);
QString viewOnly(const ConsoleLink &link); ///< why nothing can be sent to the guest; empty where it can
QString latency(std::chrono::microseconds span);                                          ///< "18 ms"
QString release(const ConsoleWidget &screen);                                              ///< what gives keyboard and pointer back
QString keys(Qt::KeyboardModifiers modifiers);                                            ///< "Ctrl+Alt"
/// Of the settings' word; Ctrl+Alt where it says nothing known.
Qt::KeyboardModifiers modifiers(const QString &word);
} // namespace consolewords
