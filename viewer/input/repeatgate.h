// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a key that repeats from one that is let go of. X11 says both as a release, the former followed by a press
// of the same moment, which Qt recognises only where both have arrived together. A value; knows no session.
#pragma once

#include "viewer/session/consolesession.h"

#include <optional>

class RepeatGate final {
public:
    /// Holds back a release (its time in milliseconds, as the event tells) until takeHeld() or its press.
    void hold(const ConsoleKey &release, quint64 time);
    /// The key is the press that belongs to the release held back: it was no release, and is forgotten.
    bool repeats(const ConsoleKey &key, quint64 time);
    std::optional<ConsoleKey> takeHeld();

private:
    std::optional<ConsoleKey> m_release;
    quint64 m_time = 0;
};
