// SPDX-License-Identifier: GPL-3.0-or-later
// The way to SPICE sessions, which are in a module: their library brings some thirty others. GUI thread.
#pragma once

#include <QtPlugin>

class ConsoleSession;
class QObject;

/// What the module exports.
class SpiceModule {
public:
    virtual ~SpiceModule() = default;
    virtual ConsoleSession *makeSession(QObject *parent) = 0;
};
Q_DECLARE_INTERFACE(SpiceModule, "org.vivarium.SpiceModule/1")

namespace spicemodule {

/// A new session, owned by `parent`; null where the module is not installed.
ConsoleSession *makeSession(QObject *parent);

} // namespace spicemodule
