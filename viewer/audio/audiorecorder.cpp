// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/audiorecorder.h"

#include <utility>

class AudioRecorder::Target final : public QIODevice {
public:
    explicit Target(AudioRecorder &recorder)
        : m_recorder(recorder)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *samples, qint64 count) override
    {
        if (m_recorder.m_audio)
            m_recorder.m_audio->sendRecording(QByteArray(samples, qsizetype(count)));
        return count;
    }

private:
    AudioRecorder &m_recorder;
};

AudioRecorder::AudioRecorder(Load load, QObject *parent)
    : QObject(parent)
    , m_load(std::move(load))
    , m_target(std::make_unique<Target>(*this))
{
}

AudioRecorder::~AudioRecorder() = default;

AudioBackend *AudioRecorder::backend()
{
    if (!std::exchange(m_loaded, true)) {
        m_backend = m_load();
        if (m_backend)
            m_backend->onDevicesChanged([this] { update(); });
    }
    return m_backend.get();
}

void AudioRecorder::setAudio(GuestAudio *audio)
{
    if (m_audio == audio)
        return;
    if (m_audio)
        m_audio->disconnect(this);
    stop();
    m_wanted.reset();
    m_audio = audio;
    if (audio) {
        connect(audio, &GuestAudio::recordingStarted, this, [this](const SampleFormat &format) {
            stop();
            m_wanted = format;
            update();
            Q_EMIT changed();
        });
        connect(audio, &GuestAudio::recordingStopped, this, [this] {
            m_wanted.reset();
            stop();
            Q_EMIT changed();
        });
    }
    Q_EMIT changed();
}

void AudioRecorder::setAllowed(bool allowed)
{
    if (std::exchange(m_allowed, allowed) == allowed)
        return;
    if (!allowed)
        stop();
    update();
    Q_EMIT changed();
}

void AudioRecorder::setDevice(const QByteArray &id)
{
    if (std::exchange(m_device, id) == id)
        return;
    stop();
    update();
}

QList<AudioDevice> AudioRecorder::devices()
{
    const AudioBackend *known = backend();
    return known ? known->inputs() : QList<AudioDevice>();
}

void AudioRecorder::update()
{
    if (m_stream || !m_wanted || !m_allowed)
        return;
    AudioBackend *with = backend();
    if (!with)
        return;
    m_stream = with->record(*m_wanted, m_device, *m_target, [this] {
        stop();
        Q_EMIT changed();
    });
    if (m_stream)
        Q_EMIT changed();
}

void AudioRecorder::stop()
{
    m_stream.reset();
}
