// SPDX-License-Identifier: GPL-3.0-or-later
// What an account of a Linux system may be. Pure; cheap enough for each keystroke.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <optional>
#include <vector>

/// As useradd(8) and Debian's adduser take it, and no name that a system brings; nothing where it will do.
std::optional<RecipeFinding::Kind> userProblem(const QString &user);
/// RFC 1123, and not longer than Linux keeps: 64 bytes.
bool isHostName(const QString &name);
/// Fits in the field of /etc/passwd.
bool isFullName(const QString &name);
/// "de_DE.UTF-8", "C.UTF-8", "ca_ES@valencia".
bool isLocale(const QString &name);
/// XKB's "us", or "de(nodeadkeys)".
bool isKeyboard(const QString &name);
/// One of the zone database's on this computer.
bool isTimeZone(const QString &name);
/// Would be guessed soon: short, of one sign, well known, or made of the names beside it.
bool isWeakPassword(const QString &password, const QString &user, const QString &hostName);

/// Every finding on the account, in reading order.
std::vector<RecipeFinding> checkAccount(const GuestAccount &account);
