// SPDX-License-Identifier: GPL-3.0-or-later
// What Windows takes as names, passwords and keys, so that its setup does not stop at one. Pure; cheap enough for each keystroke.
#pragma once

#include "core/provisioning/machinerecipe.h"

/// The system can be installed without questions: its edition is known, and is one that answers are written for.
bool takesAnswers(const OsNeeds &os, const WindowsSetup &setup);
/// https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/bb726984(v=ws.11)
bool isWindowsUser(const QString &user);
/// Of NetBIOS, which Windows still goes by: 15 characters.
bool isWindowsComputer(const QString &name);
/// What the machine's own name gives.
QString windowsComputerFrom(const QString &machineName);
/// Five groups of five, or nothing.
bool isProductKey(const QString &key);
/// As servers ask of every password: three of capitals, small letters, digits and others.
bool isMixed(const QString &password);

/// Every finding on the account and the key.
std::vector<RecipeFinding> checkWindowsAccount(const MachineRecipe &recipe);
