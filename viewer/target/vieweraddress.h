// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of displays: vnc:// (RFC 7869), vnc+unix://, vnc+ws://, vnc+wss://, spice:// (as SPICE's own clients
// write it), spice+tls://, spice+unix://. Pure functions; any thread.
#pragma once

#include "viewer/target/consoletarget.h"

#include <QByteArrayView>
#include <QStringView>

namespace vieweraddress {

/// Whether the text says that it is an address, of whatever scheme, and not the name of a file.
bool looksLikeOne(QStringView text);

/// A port below 100 of a vnc address is a display number, as viewers have always taken it.
TargetOrProblem parse(const QString &text);

/// The argument of a command line with all that may be secret in an address overwritten, byte by byte.
QByteArray withoutSecrets(QByteArrayView argument);

} // namespace vieweraddress
