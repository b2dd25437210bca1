// SPDX-License-Identifier: GPL-3.0-or-later
// What is at the host's end of a serial port, console or channel.
#pragma once

#include "core/base/word.h"

struct CharBackendTag;
using CharBackend = Word<CharBackendTag>;
namespace charBackends {
inline CharBackend pty() { return CharBackend(QStringLiteral("pty")); }
inline CharBackend unixSocket() { return CharBackend(QStringLiteral("unix")); }
inline CharBackend spiceVmc() { return CharBackend(QStringLiteral("spicevmc")); }
inline CharBackend spicePort() { return CharBackend(QStringLiteral("spiceport")); }
inline CharBackend qemuVdagent() { return CharBackend(QStringLiteral("qemu-vdagent")); } ///< speaks for VNC what spicevmc does for SPICE
inline CharBackend tcp() { return CharBackend(QStringLiteral("tcp")); }
inline CharBackend file() { return CharBackend(QStringLiteral("file")); }
} // namespace charBackends
