// SPDX-License-Identifier: GPL-3.0-or-later
// Records this computer's microphone for a guest, while a person allows it and the guest listens. GUI thread.
#pragma once

#include "viewer/audio/audiobackend.h"

#include <QPointer>

#include <optional>

class AudioRecorder final : public QObject {
    Q_OBJECT
public:
    using Load = std::function<std::unique_ptr<AudioBackend>()>;

    /// As AudioPlayer's.
    explicit AudioRecorder(Load load = &audiomodule::load, QObject *parent = nullptr);
    ~AudioRecorder() override;

    /// Not owned; null: none.
    void setAudio(GuestAudio *audio);
    /// Not allowed at first: a guest that listens is not to be noticed by chance.
    void setAllowed(bool allowed);
    bool isAllowed() const { return m_allowed; }
    /// Empty: the default one.
    void setDevice(const QByteArray &id);
    QList<AudioDevice> devices();

    /// The guest listens, or would if it were allowed.
    bool isWanted() const { return m_wanted.has_value(); }
    bool isRecording() const { return m_stream != nullptr; }

Q_SIGNALS:
    void changed();

private:
    class Target;
    void update();
    void stop();
    AudioBackend *backend();

    const Load m_load;
    std::unique_ptr<AudioBackend> m_backend;
    bool m_loaded = false;
    QPointer<GuestAudio> m_audio;
    std::unique_ptr<Target> m_target; // before the stream that writes to it
    std::unique_ptr<AudioStream> m_stream;
    std::optional<SampleFormat> m_wanted;
    bool m_allowed = false;
    QByteArray m_device;
};
