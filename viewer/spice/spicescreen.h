// SPDX-License-Identifier: GPL-3.0-or-later
// One display channel of SPICE: the picture as the library draws it, and where the guest's monitors lie in it.
// GUI thread: the library draws there too, between two turns of the event loop.
#pragma once

#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QRect>

class SpiceScreen final : public QObject {
    Q_OBJECT
public:
    struct Monitor {
        int id = 0;
        QRect area; ///< within picture()
    };

    explicit SpiceScreen(SpiceChannel *channel);
    ~SpiceScreen() override;

    int channelId() const { return m_channelId; }
    /// Format_RGB32, the library's own memory where it draws in that format; null while the guest shows nothing.
    /// Good until the next changed().
    const QImage &picture() const { return m_picture; }
    /// At least one while there is a picture.
    QList<Monitor> monitors() const;
    /// That the guest could show by this channel.
    int mostMonitors() const;

Q_SIGNALS:
    /// Another picture, none, or other monitors. A picture that goes is whole until this returns.
    void changed();
    void damaged(const QRect &area);
    /// The server asks for a picture of a size that nobody has.
    void tooLarge(int width, int height);
    /// The server hands out textures of a graphics card instead of pixels.
    void accelerated();

private:
    void created(SpiceChannel *, int format, int width, int height, int stride, int shmId, gpointer pixels);
    void destroyed(SpiceChannel *);
    void invalidated(SpiceChannel *, int x, int y, int width, int height);
    void marked(SpiceChannel *, gboolean on);
    void monitorsChanged(SpiceChannel *, GParamSpec *);
    void scanoutChanged(SpiceChannel *, GParamSpec *);
    void take(int format, QSize size, int stride, uchar *pixels);

    GRef<SpiceChannel> m_channel;
    int m_channelId = 0;
    QImage m_drawn;   ///< what the library draws into, in its format
    QImage m_picture; ///< the same, or a copy in our format
    bool m_marked = false;
    GConnections m_connections;
};
