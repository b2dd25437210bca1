// SPDX-License-Identifier: GPL-3.0-or-later
// How a display is reached: what a machine's host finds out, or what a person gave as an address. GUI thread.
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"
#include "core/machines/machinefacts.h"
#include "viewer/session/connectionsecurity.h"
#include "viewer/session/endpoint.h"

#include <functional>

class QObject;

/// Ready for a session. Movable only: it owns the descriptor, which Endpoint's own takes over when it is opened.
struct DisplayWay {
    enum class Path { Local, Ssh, Direct };
    DisplayKind kind;
    Path path = Path::Direct;
    FileDescriptor socket; ///< connected; none: the endpoint holds an address
    Endpoint endpoint;
    ConnectionSecurity security; ///< of the way itself, where something encrypts it before a session does
};

class DisplayRoute {
public:
    using Found = std::function<void(Result<DisplayWay> &&)>;

    DisplayRoute() = default;
    DisplayRoute(const DisplayRoute &) = delete;
    DisplayRoute &operator=(const DisplayRoute &) = delete;
    virtual ~DisplayRoute() = default;

    /// Finds the way as it is now, each time anew. Answers once in the GUI thread, unless `receiver` is gone by then.
    virtual void find(QObject *receiver, Found found) = 0;
    /// Why the last find() failed, in sentences for a person; empty where the error says it.
    virtual QString reason() const { return {}; }
};
