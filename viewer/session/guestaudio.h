// SPDX-License-Identifier: GPL-3.0-or-later
// A guest's sound as raw samples, in both directions. Who plays and records them is not a session's concern.
// GUI thread.
#pragma once

#include <QByteArray>
#include <QObject>

/// Interleaved signed 16-bit samples in the order of this computer's bytes.
struct SampleFormat {
    int channels = 2;
    int rate = 48000; ///< frames a second

    friend bool operator==(const SampleFormat &, const SampleFormat &) = default;
};

class GuestAudio : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether the guest can be recorded for at all: not every protocol carries a microphone.
    virtual bool canRecord() const = 0;
    /// Off: the server is asked to send no sound, where the protocol can, and nothing is played.
    virtual void setPlaybackEnabled(bool on) = 0;
    /// Samples for the guest's recorder, in the format of recordingStarted().
    virtual void sendRecording(const QByteArray &samples) = 0;

Q_SIGNALS:
    void playbackStarted(const SampleFormat &format);
    void played(const QByteArray &samples);
    void playbackStopped();
    /// The guest set its own volume: 0 … 1.
    void volumeChanged(double volume, bool muted);
    void recordingStarted(const SampleFormat &format);
    void recordingStopped();
};
