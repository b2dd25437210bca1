// SPDX-License-Identifier: GPL-3.0-or-later
// Sockets for a session's own thread: connecting with a time limit that a wake-up descriptor cuts short.
#pragma once

#include "viewer/session/consolesession.h"

#include <chrono>
#include <optional>
#include <variant>

namespace rfbsocket {

/// A connected socket that the caller owns, or why there is none. Blocks; ends early when `wake` becomes readable.
std::variant<int, ConsoleError> connectTo(const QString &address, int port, std::chrono::milliseconds limit, int wake);

/// Makes a socket ready for libvncclient: blocking, but a read gives up after a tenth of a second so that
/// time limits work; no delay for small packets; a dead peer is noticed.
void prepare(int socket);

/// As TCP measures it; nothing for other sockets.
std::optional<std::chrono::microseconds> roundTrip(int socket);

/// As TCP counts them; 0 for other sockets.
quint64 bytesReceived(int socket);

} // namespace rfbsocket
