// SPDX-License-Identifier: GPL-3.0-or-later
// Of SpiceConsole: the connection and the channels that it has at present. GUI thread.
#pragma once

#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceagent.h"
#include "viewer/spice/spiceclient.h"
#include "viewer/spice/spiceclipboard.h"
#include "viewer/spice/spiceconsole.h"
#include "viewer/spice/spicecursor.h"
#include "viewer/spice/spicefiles.h"
#include "viewer/spice/spicehead.h"
#include "viewer/spice/spiceinputs.h"
#include "viewer/spice/spicescreen.h"
#include "viewer/spice/spicesound.h"
#include "viewer/spice/spiceusb.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>
#include <vector>

class SpiceConsole::Private {
public:
    explicit Private(SpiceConsole &console);
    ~Private();

    // Connection.
    void prepare();
    void connectSession();
    void end(const ConsoleError &why);
    void stop();
    void channelCame(SpiceSession *, SpiceChannel *channel);
    void channelWent(SpiceSession *, SpiceChannel *channel);
    void socketWanted(SpiceChannel *channel, int withTls);
    void give(SpiceChannel *channel, int descriptor, const QString &problem);
    void named(SpiceSession *, GParamSpec *);
    void happened(SpiceChannel *channel, SpiceChannelEvent event);
    void opened(SpiceChannel *channel, int type);
    void refused(const GError *error);
    ConnectionSecurity security() const;

    // Picture.
    void attachScreen(SpiceChannel *channel);
    void layOut();
    QList<SpiceAgent::Monitor> shownMonitors() const;
    int mostHeads() const;
    void damaged(int channelId, const QRect &area);
    quint64 bytesOf(SpiceChannel *channel) const;

    SpiceConsole &q;
    Endpoint endpoint;
    GRef<SpiceSession> session;
    GConnections connections;
    bool descriptorsGiven = false; ///< connected sockets instead of an address
    bool ended = false;
    int timesWrong = 0;            ///< a person's password
    bool asked = false;

    std::unique_ptr<SpiceAgent> agent;
    std::unique_ptr<SpiceInputs> inputs;
    std::unique_ptr<SpiceCursor> cursor;
    std::map<int, std::unique_ptr<SpiceScreen>> screens; ///< by the channel's number
    SpiceClipboard clipboard;
    SpiceFiles files;
    SpiceSound sound;
    SpiceUsb usb;
    QString desktopName;

    SpicePicture picture;
    std::vector<std::unique_ptr<SpiceHead>> heads;       ///< number 1 and up
    QTimer dark; ///< a change of mode takes the picture away for a moment
    bool enabled = true;

    quint64 bytesOfFormer = 0;
    mutable QElapsedTimer rated;
    mutable quint64 ratedUpdates = 0;
    mutable double rate = 0;
};
