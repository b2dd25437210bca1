// SPDX-License-Identifier: GPL-3.0-or-later
// Which install scripts libosinfo knows for a system. To be called where the OS database lives.
// https://libosinfo.org
#pragma once

#include <QStringList>

typedef struct _OsinfoOs OsinfoOs;

/// Identifiers, of the system and its media; where it has none, of the nearest that it follows or is made from: the database may be older
/// than the system.
QStringList installScriptsOf(OsinfoOs *os);
