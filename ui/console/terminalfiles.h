// SPDX-License-Identifier: GPL-3.0-or-later
// Asks where a terminal's text, or all that comes, is to be kept. GUI thread; blocks nothing.
#pragma once

#include <QString>

#include <functional>

class QWidget;

/// `name` is the machine's. Writes on a thread of its own; a failure is shown.
void saveTerminalText(QWidget *parent, const QString &text, const QString &name);
/// `chosen` gets the path; a file that is there is continued.
void chooseTerminalLog(QWidget *parent, const QString &name, std::function<void(const QString &)> chosen);
