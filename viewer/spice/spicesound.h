// SPDX-License-Identifier: GPL-3.0-or-later
// Sound of a SPICE guest: the playback and record channels, as samples. GUI thread.
#pragma once

#include "viewer/session/guestaudio.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

class SpiceSound final : public GuestAudio {
    Q_OBJECT
public:
    explicit SpiceSound(QObject *parent);

    void attachPlayback(SpiceChannel *channel);
    void attachRecord(SpiceChannel *channel);
    /// To be called as soon as an agent is there: the library makes a player and a recorder of its own then, which would
    /// play what is muted here, and open the microphone to learn how loud it is set.
    static void keepLibraryOut(SpiceSession *session);
    /// The channel is gone, or all are.
    void detach(SpiceChannel *channel);
    void detachAll();

    bool canRecord() const override { return bool(m_record); }
    void setPlaybackEnabled(bool on) override;
    void sendRecording(const QByteArray &samples) override;

private:
    void started(SpiceChannel *, int format, int channels, int rate);
    void data(SpiceChannel *, gpointer samples, int size);
    void stopped(SpiceChannel *);
    void volumeSet(SpiceChannel *channel, GParamSpec *);
    void recordStarted(SpiceChannel *, int format, int channels, int rate);
    void recordStopped(SpiceChannel *);

    GRef<SpiceChannel> m_playback;
    GRef<SpiceChannel> m_record;
    bool m_enabled = true;
    bool m_playing = false;
    bool m_recording = false;
    GConnections m_connections;
};
