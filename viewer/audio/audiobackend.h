// SPDX-License-Identifier: GPL-3.0-or-later
// This computer's sound devices, as far as the room needs them. GUI thread.
#pragma once

#include "viewer/session/guestaudio.h"

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <QString>
#include <QtPlugin>

#include <functional>
#include <memory>

struct AudioDevice {
    QByteArray id; ///< stable while the computer has it
    QString name;
    bool isDefault = false;
};

/// Runs from its making to its end.
class AudioStream {
public:
    virtual ~AudioStream() = default;
    virtual void setVolume(double volume) = 0; ///< 0 … 1, as loud as it is heard
};

class AudioBackend {
public:
    virtual ~AudioBackend() = default;

    virtual QList<AudioDevice> outputs() const = 0;
    virtual QList<AudioDevice> inputs() const = 0;
    /// Called when devices came or went.
    virtual void onDevicesChanged(std::function<void()> call) = 0;

    /// Plays what it reads from `source`, which is not owned, on that device or, where there is none such, on the
    /// default one. Null where nothing can be played. `failed` is called at most once, from the event loop.
    virtual std::unique_ptr<AudioStream> play(const SampleFormat &format, const QByteArray &device, QIODevice &source,
                                              std::function<void()> failed) = 0;
    /// Writes what it records to `target`; otherwise likewise.
    virtual std::unique_ptr<AudioStream> record(const SampleFormat &format, const QByteArray &device, QIODevice &target,
                                                std::function<void()> failed) = 0;
};

/// What the module exports.
class AudioModule {
public:
    virtual ~AudioModule() = default;
    virtual std::unique_ptr<AudioBackend> makeBackend() = 0;
};
Q_DECLARE_INTERFACE(AudioModule, "org.vivarium.AudioModule/1")

namespace audiomodule {

/// The module's backend; null where it is not installed or cannot be loaded. Loads it the first time: some tens of
/// milliseconds.
std::unique_ptr<AudioBackend> load();

} // namespace audiomodule
