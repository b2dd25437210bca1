// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys the guest believes to be down, so that each is let go of as it was pressed, and none stays down when
// the keyboard goes elsewhere. A value; knows no session.
#pragma once

#include "viewer/session/consolesession.h"

#include <QList>

#include <optional>

class HeldKeys final {
public:
    /// What to send for this event of the keyboard: nothing for a release whose press was never seen. A release
    /// carries the keysym of its press, which Shift may have changed meanwhile.
    std::optional<ConsoleKey> filter(const ConsoleKey &key);
    /// Releases for all that is down, last pressed first; afterwards nothing is.
    QList<ConsoleKey> releaseAll();
    bool isEmpty() const { return m_down.isEmpty(); }

private:
    QList<ConsoleKey> m_down;
};
