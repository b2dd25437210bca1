// SPDX-License-Identifier: GPL-3.0-or-later
// The main channel of SPICE: the kind of pointer, the agent within the guest and what it can do, and the sizes that
// the guest's monitors are asked to have. GUI thread.
#pragma once

#include "viewer/session/consolesession.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

class SpiceAgent final : public QObject {
    Q_OBJECT
public:
    explicit SpiceAgent(SpiceChannel *channel);

    ConsoleSession::PointerMode pointerMode() const;
    /// An agent runs in the guest and has told what it can do.
    bool isPresent() const;
    /// One of VD_AGENT_CAP_…
    bool can(guint capability) const;
    bool canResize() const { return can(VD_AGENT_CAP_MONITORS_CONFIG); }
    void resize(int monitor, QRect area);
    SpiceMainChannel *main() const { return SPICE_MAIN_CHANNEL(m_channel.get()); }

Q_SIGNALS:
    void pointerModeChanged();
    /// It came, went, or can something else.
    void changed();

private:
    void pointerUpdated(SpiceChannel *);
    void agentUpdated(SpiceChannel *);

    GRef<SpiceChannel> m_channel;
    GConnections m_connections;
};
