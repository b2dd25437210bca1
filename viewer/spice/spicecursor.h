// SPDX-License-Identifier: GPL-3.0-or-later
// The cursor channel of SPICE: what the guest's pointer looks like, and where it is in relative mode. GUI thread.
#pragma once

#include "viewer/session/consolesession.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

class SpiceCursor final : public QObject {
    Q_OBJECT
public:
    explicit SpiceCursor(SpiceChannel *channel);

Q_SIGNALS:
    void changed(const RemoteCursor &cursor);
    void moved(QPoint place);

private:
    void shaped(SpiceChannel *, int width, int height, int hotX, int hotY, gpointer rgba);
    void placed(SpiceChannel *, int x, int y);
    void hidden(SpiceChannel *);
    void forgotten(SpiceChannel *);

    RemoteCursor m_shape; ///< returns when a hidden one moves
    bool m_hidden = false;
    GConnections m_connections;
};
