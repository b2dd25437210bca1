// SPDX-License-Identifier: GPL-3.0-or-later
// USB redirection of a SPICE guest. The library watches the USB bus with a thread of its own from the first question
// on, so that nobody who does not ask pays for it. GUI thread.
#pragma once

#include "viewer/session/usbredirection.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

#include <QHash>
#include <QSet>

class SpiceUsb final : public UsbRedirection {
    Q_OBJECT
public:
    explicit SpiceUsb(QObject *parent);

    void attach(SpiceSession *session);
    void detach();
    /// Redirectors came or went.
    void channelsChanged();

    Availability availability() const override;
    QList<UsbDevice> devices() const override;
    int freePorts() const override;
    void redirect(const QString &id) override;
    void release(const QString &id) override;
    void setAutomatic(bool on) override;

private:
    struct Errand; ///< what a request to the library is answered to

    SpiceUsbDeviceManager *bus() const;
    bool hasRedirector() const;
    void busChanged(SpiceUsbDeviceManager *, SpiceUsbDevice *);
    void freeChanged(SpiceUsbDeviceManager *, GParamSpec *);
    void failedByItself(SpiceUsbDeviceManager *, SpiceUsbDevice *device, GError *error);
    void run(const QString &id, bool toGuest);
    void done(const QString &id, const QString &name, const GError *error);

    GRef<SpiceSession> m_session;
    mutable SpiceUsbDeviceManager *m_bus = nullptr; ///< the session's
    mutable bool m_asked = false;
    mutable bool m_notBuilt = false;
    bool m_automatic = false;
    QSet<QString> m_busy;
    mutable GConnections m_connections;
};
