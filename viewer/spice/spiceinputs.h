// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs channel of SPICE: keys as scan codes, pointer, buttons, and the keyboard's lights. GUI thread.
// What is held when the channel ends, the server lets go of.
#pragma once

#include "viewer/session/consolesession.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

class SpiceInputs final : public QObject {
    Q_OBJECT
public:
    explicit SpiceInputs(SpiceChannel *channel);

    void key(const ConsoleKey &key);
    /// `buttons` as ConsoleSession::sendPointer() has them; `monitor` is the number that SPICE gives it.
    void position(QPoint place, int monitor, int buttons);
    void motion(QPoint step, int buttons);
    LockKeys locks() const;
    void setLocks(LockKeys locks);

Q_SIGNALS:
    void locksChanged();

private:
    void modifiersChanged(SpiceChannel *);
    void change(int buttons);
    SpiceInputsChannel *inputs() const { return SPICE_INPUTS_CHANNEL(m_channel.get()); }

    GRef<SpiceChannel> m_channel;
    int m_buttons = 0;   ///< as SPICE has them
    GConnections m_connections;
};
