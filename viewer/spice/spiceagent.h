// SPDX-License-Identifier: GPL-3.0-or-later
// The main channel of SPICE: the kind of pointer, the agent within the guest and what it can do, and the sizes that
// the guest's monitors are asked to have. GUI thread.
#pragma once

#include "viewer/session/consolesession.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

#include <QList>

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
    struct Monitor {
        int id = 0; ///< as SPICE numbers it
        QSize size;
    };
    /// Asks the guest to show these side by side, and no others.
    void arrange(const QList<Monitor> &monitors);
    SpiceMainChannel *main() const { return SPICE_MAIN_CHANNEL(m_channel.get()); }

Q_SIGNALS:
    void pointerModeChanged();
    /// It came, went, or can something else.
    void changed();

private:
    void pointerUpdated(SpiceChannel *);
    void agentUpdated(SpiceChannel *);

    GRef<SpiceChannel> m_channel;
    QList<int> m_asked; ///< numbers of monitors that were asked for last
    GConnections m_connections;
};
