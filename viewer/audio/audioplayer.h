// SPDX-License-Identifier: GPL-3.0-or-later
// Plays a guest's sound. Holds a device only while there is something to hear, and does without where there is none.
// GUI thread.
#pragma once

#include "viewer/audio/audiobackend.h"
#include "viewer/audio/samplebuffer.h"

#include <QPointer>
#include <QTimer>

class AudioPlayer final : public QObject {
    Q_OBJECT
public:
    using Load = std::function<std::unique_ptr<AudioBackend>()>;
    /// After so much silence the device is let go.
    static constexpr auto patience = std::chrono::seconds(2);

    /// `load` is called once, when there is something to play or someone asks for devices; it may give null.
    explicit AudioPlayer(Load load = &audiomodule::load, QObject *parent = nullptr);
    ~AudioPlayer() override;

    /// Not owned; null: none.
    void setAudio(GuestAudio *audio);
    /// The guest is asked for no sound then. Muted at first.
    void setMuted(bool muted);
    bool isMuted() const { return m_muted; }
    /// 0 … 1; beside what the guest itself chose.
    void setVolume(double volume);
    double volume() const { return m_volume; }
    /// Empty: the default one.
    void setDevice(const QByteArray &id);
    QByteArray device() const { return m_device; }
    QList<AudioDevice> devices();

    bool isPlaying() const { return m_stream != nullptr; }

Q_SIGNALS:
    void playingChanged();
    void devicesChanged();

private:
    void begin(const SampleFormat &format);
    void hear(const QByteArray &samples);
    void openStream();
    void closeStream();
    void applyVolume();
    AudioBackend *backend();

    const Load m_load;
    std::unique_ptr<AudioBackend> m_backend;
    bool m_loaded = false;
    QPointer<GuestAudio> m_audio;
    SampleBuffer m_buffer; // before the stream that reads it
    std::unique_ptr<AudioStream> m_stream;
    bool m_unplayable = false; ///< until devices come or another is chosen
    SampleFormat m_format;
    bool m_muted = true;
    double m_volume = 1;
    double m_guestVolume = 1;
    QByteArray m_device;
    QTimer m_silence;
};
