// SPDX-License-Identifier: GPL-3.0-or-later
// A guest's sound and this computer's devices, as tests want them.
#pragma once

#include "viewer/audio/audiobackend.h"

#include <QList>

class FakeAudio final : public GuestAudio {
public:
    bool playbackEnabled = false;
    QByteArray recorded;

    bool canRecord() const override { return true; }
    void setPlaybackEnabled(bool on) override { playbackEnabled = on; }
    void sendRecording(const QByteArray &samples) override { recorded += samples; }
};

struct FakeDevices {
    bool present = true;
    int loads = 0;
    int opened = 0;
    int open = 0;
    double volume = -1;
    SampleFormat format;
    QByteArray device;
    QIODevice *io = nullptr;
    std::function<void()> failed;
    std::function<void()> changed;

    std::function<std::unique_ptr<AudioBackend>()> loader()
    {
        return [this] {
            ++loads;
            return std::make_unique<Backend>(*this);
        };
    }

private:
    class Stream final : public AudioStream {
    public:
        explicit Stream(FakeDevices &devices)
            : m_devices(devices)
        {
            ++m_devices.open;
        }
        ~Stream() override { --m_devices.open; }
        void setVolume(double volume) override { m_devices.volume = volume; }

    private:
        FakeDevices &m_devices;
    };
    class Backend final : public AudioBackend {
    public:
        explicit Backend(FakeDevices &devices)
            : m_devices(devices)
        {
        }
        QList<AudioDevice> outputs() const override { return {{"out", QStringLiteral("Speaker"), true}}; }
        QList<AudioDevice> inputs() const override { return {{"in", QStringLiteral("Microphone"), true}}; }
        void onDevicesChanged(std::function<void()> call) override { m_devices.changed = std::move(call); }
        std::unique_ptr<AudioStream> play(const SampleFormat &format, const QByteArray &device, QIODevice &source,
                                          std::function<void()> failed) override
        {
            ++m_devices.opened;
            if (!m_devices.present)
                return nullptr;
            m_devices.format = format;
            m_devices.device = device;
            m_devices.io = &source;
            m_devices.failed = std::move(failed);
            return std::make_unique<Stream>(m_devices);
        }
        std::unique_ptr<AudioStream> record(const SampleFormat &format, const QByteArray &device, QIODevice &target,
                                            std::function<void()> failed) override
        {
            return play(format, device, target, std::move(failed));
        }

    private:
        FakeDevices &m_devices;
    };
};
