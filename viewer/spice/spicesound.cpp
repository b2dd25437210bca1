// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicesound.h"

#include <algorithm>
#include <utility>

namespace {
bool isSane(int format, int channels, int rate)
{
    return format == SPICE_AUDIO_FMT_S16 && channels >= 1 && channels <= 8 && rate >= 4000 && rate <= 192000;
}

gboolean takeNoChannel(SpiceAudio *, SpiceChannel *)
{
    return FALSE;
}

void knowNoVolume(SpiceAudio *audio, GCancellable *cancellable, SpiceMainChannel *, GAsyncReadyCallback told, gpointer data)
{
    GTask *task = g_task_new(audio, cancellable, told, data);
    g_task_return_new_error(task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "The volume of this desktop is its own.");
    g_object_unref(task);
}
} // namespace

SpiceSound::SpiceSound(QObject *parent)
    : GuestAudio(parent)
{
}

void SpiceSound::keepLibraryOut(SpiceSession *session)
{
    // Off meanwhile, or it would take the channels that wait already; for good, there would be no channels.
    g_object_set(session, "enable-audio", FALSE, nullptr);
    if (auto *audio = spice_audio_get(session, nullptr)) {
        auto *type = SPICE_AUDIO_GET_CLASS(audio);
        type->connect_channel = takeNoChannel;
        type->get_playback_volume_info_async = knowNoVolume;
        type->get_record_volume_info_async = knowNoVolume;
    }
    g_object_set(session, "enable-audio", TRUE, nullptr);
}

void SpiceSound::attachPlayback(SpiceChannel *channel)
{
    m_playback = GRef<SpiceChannel>::share(channel);
    m_connections.connect<&SpiceSound::started>(channel, "playback-start", this);
    m_connections.connect<&SpiceSound::data>(channel, "playback-data", this);
    m_connections.connect<&SpiceSound::stopped>(channel, "playback-stop", this);
    m_connections.connect<&SpiceSound::volumeSet>(channel, "notify::volume", this);
    m_connections.connect<&SpiceSound::volumeSet>(channel, "notify::mute", this);
    if (m_enabled)
        spice_channel_connect(channel);
}

void SpiceSound::attachRecord(SpiceChannel *channel)
{
    m_record = GRef<SpiceChannel>::share(channel);
    m_connections.connect<&SpiceSound::recordStarted>(channel, "record-start", this);
    m_connections.connect<&SpiceSound::recordStopped>(channel, "record-stop", this);
    spice_channel_connect(channel);
}

void SpiceSound::detach(SpiceChannel *channel)
{
    m_connections.clear(channel);
    if (channel == m_playback.get()) {
        stopped(channel);
        m_playback = {};
    } else if (channel == m_record.get()) {
        recordStopped(channel);
        m_record = {};
    }
}

void SpiceSound::detachAll()
{
    m_connections.clear();
    stopped(nullptr);
    recordStopped(nullptr);
    m_playback = {};
    m_record = {};
}

void SpiceSound::setPlaybackEnabled(bool on)
{
    if (std::exchange(m_enabled, on) == on || !m_playback)
        return;
    // The server sends sound to whoever is connected, and there is no other way to ask it not to.
    if (on) {
        spice_channel_connect(m_playback.get());
    } else {
        spice_channel_disconnect(m_playback.get(), SPICE_CHANNEL_NONE);
        stopped(m_playback.get());
    }
}

void SpiceSound::sendRecording(const QByteArray &samples)
{
    if (!m_recording)
        return;
    QByteArray copy = samples; // the library takes no constant
    spice_record_channel_send_data(SPICE_RECORD_CHANNEL(m_record.get()), copy.data(), gsize(copy.size()), 0);
}

void SpiceSound::started(SpiceChannel *, int format, int channels, int rate)
{
    stopped(nullptr);
    if (!m_enabled || !isSane(format, channels, rate))
        return;
    m_playing = true;
    Q_EMIT playbackStarted({channels, rate});
}

void SpiceSound::data(SpiceChannel *, gpointer samples, int size)
{
    if (m_playing && size > 0)
        Q_EMIT played(QByteArray(static_cast<const char *>(samples), size));
}

void SpiceSound::stopped(SpiceChannel *)
{
    if (std::exchange(m_playing, false))
        Q_EMIT playbackStopped();
}

void SpiceSound::volumeSet(SpiceChannel *channel, GParamSpec *)
{
    guint channels = 0;
    guint16 *levels = nullptr;
    gboolean muted = FALSE;
    g_object_get(channel, "nchannels", &channels, "volume", &levels, "mute", &muted, nullptr);
    if (!levels || channels == 0)
        return;
    const guint16 loudest = *std::max_element(levels, levels + channels);
    Q_EMIT volumeChanged(double(loudest) / 65535, muted);
}

void SpiceSound::recordStarted(SpiceChannel *, int format, int channels, int rate)
{
    recordStopped(nullptr);
    if (!isSane(format, channels, rate))
        return;
    m_recording = true;
    Q_EMIT recordingStarted({channels, rate});
}

void SpiceSound::recordStopped(SpiceChannel *)
{
    if (std::exchange(m_recording, false))
        Q_EMIT recordingStopped();
}
