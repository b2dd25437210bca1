// SPDX-License-Identifier: GPL-3.0-or-later
// The clipboard as the agent of a SPICE guest shares it: who copies says what there is, and sends it when asked.
// GUI thread.
#pragma once

#include "viewer/session/guestclipboard.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

#include <QPointer>

class SpiceAgent;

class SpiceClipboard final : public GuestClipboard {
    Q_OBJECT
public:
    explicit SpiceClipboard(QObject *parent);

    void attach(SpiceAgent &agent);
    void detach();

    QList<ClipboardForm> forms() const override;
    void offer(const QList<ClipboardForm> &forms) override;
    void provide(ClipboardForm form, const QByteArray &content) override;
    void request(ClipboardForm form) override;

private:
    int grabbed(SpiceChannel *, guint selection, guint32 *types, guint count);
    int asked(SpiceChannel *, guint selection, guint type);
    void came(SpiceChannel *, guint selection, guint type, gpointer data, guint size);
    void released(SpiceChannel *, guint selection);
    void agentChanged();
    /// What the guest offered that comes closest to that form; VD_AGENT_CLIPBOARD_NONE for none.
    guint32 bestOffer(ClipboardForm form) const;
    bool endsLinesWithCrLf() const;

    QPointer<SpiceAgent> m_agent;
    bool m_available = false;      ///< as it was last told; the agent itself may be a moment ahead
    bool m_grabbing = false;       ///< the guest thinks that we have something
    QList<guint32> m_guestTypes;   ///< on offer by the guest
    QList<guint32> m_wantedTypes;  ///< asked for by the guest and not answered yet
    GConnections m_connections;
};
