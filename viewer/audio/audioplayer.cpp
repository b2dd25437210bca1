// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/audioplayer.h"

#include <algorithm>
#include <utility>

namespace {

constexpr int largestRate = 192000;
constexpr int mostChannels = 8;

bool isSilent(const QByteArray &samples)
{
    return std::all_of(samples.begin(), samples.end(), [](char each) { return each == 0; });
}

} // namespace

AudioPlayer::AudioPlayer(Load load, QObject *parent)
    : QObject(parent)
    , m_load(std::move(load))
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(patience);
    connect(&m_silence, &QTimer::timeout, this, &AudioPlayer::closeStream);
}

AudioPlayer::~AudioPlayer() = default;

AudioBackend *AudioPlayer::backend()
{
    if (!std::exchange(m_loaded, true)) {
        m_backend = m_load();
        if (m_backend) {
            m_backend->onDevicesChanged([this] {
                m_unplayable = false;
                Q_EMIT devicesChanged();
            });
        }
    }
    return m_backend.get();
}

void AudioPlayer::setAudio(GuestAudio *audio)
{
    if (m_audio == audio)
        return;
    if (m_audio) {
        m_audio->disconnect(this);
        m_audio->setPlaybackEnabled(false);
    }
    closeStream();
    m_audio = audio;
    m_guestVolume = 1;
    if (!audio)
        return;
    connect(audio, &GuestAudio::playbackStarted, this, &AudioPlayer::begin);
    connect(audio, &GuestAudio::played, this, &AudioPlayer::hear);
    connect(audio, &GuestAudio::volumeChanged, this, [this](double volume, bool muted) {
        m_guestVolume = muted ? 0 : std::clamp(volume, 0.0, 1.0);
        applyVolume();
    });
    audio->setPlaybackEnabled(!m_muted);
}

void AudioPlayer::setMuted(bool muted)
{
    if (std::exchange(m_muted, muted) == muted)
        return;
    if (muted)
        closeStream();
    if (m_audio)
        m_audio->setPlaybackEnabled(!muted);
}

void AudioPlayer::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    applyVolume();
}

void AudioPlayer::applyVolume()
{
    if (m_stream)
        m_stream->setVolume(m_volume * m_guestVolume);
}

void AudioPlayer::setDevice(const QByteArray &id)
{
    if (std::exchange(m_device, id) == id)
        return;
    m_unplayable = false;
    // What comes next opens the chosen one.
    closeStream();
}

QList<AudioDevice> AudioPlayer::devices()
{
    const AudioBackend *known = backend();
    return known ? known->outputs() : QList<AudioDevice>();
}

void AudioPlayer::begin(const SampleFormat &format)
{
    if (format != m_format)
        closeStream();
    m_format = format;
}

void AudioPlayer::hear(const QByteArray &samples)
{
    const bool possible = m_format.channels > 0 && m_format.channels <= mostChannels && m_format.rate > 0 && m_format.rate <= largestRate;
    if (m_muted || !possible)
        return;
    // A guest may send silence all day long: it holds no device.
    if (!isSilent(samples)) {
        m_silence.start();
        if (!m_stream)
            openStream();
    }
    if (m_stream)
        m_buffer.add(samples);
}

void AudioPlayer::openStream()
{
    AudioBackend *with = m_unplayable ? nullptr : backend();
    if (!with)
        return;
    m_buffer.begin(int(sizeof(qint16)) * m_format.channels, m_format.rate);
    m_stream = with->play(m_format, m_device, m_buffer, [this] {
        // Unplugged perhaps; there may be another.
        closeStream();
    });
    m_unplayable = !m_stream;
    applyVolume();
    if (m_stream)
        Q_EMIT playingChanged();
}

void AudioPlayer::closeStream()
{
    m_silence.stop();
    if (!std::exchange(m_stream, nullptr))
        return;
    Q_EMIT playingChanged();
}
