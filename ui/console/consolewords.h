// SPDX-License-Identifier: GPL-3.0-or-later
// Words for what a console shows and why it shows nothing. GUI thread (it translates).
#pragma once

#include "core/machines/machine.h"
#include "ui/console/consolepane.h"

#include <QString>

#include <optional>

class ConsoleLink;

namespace consolewords {
struct Card {
    QString title, text, action;
};
/// `machine` is null at Stage::Gone.
Card of(ConsolePane::Stage stage, const Machine *machine, const ConsoleLink &link);
/// Why the link was lost and when it is tried again.
QString lost(const ConsoleLink &link);
QString connection(const QString &protocol, std::optional<DisplayConnection::Path> path); ///< "VNC over ssh"
QString keys(Qt::KeyboardModifiers modifiers);                                            ///< "Ctrl+Alt"
/// Of the settings' word; Ctrl+Alt where it says nothing known.
Qt::KeyboardModifiers modifiers(const QString &word);
} // namespace consolewords
