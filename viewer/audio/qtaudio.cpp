// SPDX-License-Identifier: GPL-3.0-or-later
// Sound devices by Qt Multimedia: the module that is loaded when there is something to play.
#include "viewer/audio/audiobackend.h"

#include <QAudio>
#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>

#include <algorithm>

namespace {

QAudioFormat formatOf(const SampleFormat &format)
{
    QAudioFormat wanted;
    wanted.setChannelCount(format.channels);
    wanted.setSampleRate(format.rate);
    wanted.setSampleFormat(QAudioFormat::Int16);
    return wanted;
}

QList<AudioDevice> listOf(const QList<QAudioDevice> &devices)
{
    QList<AudioDevice> list;
    for (const QAudioDevice &each : devices)
        list.append({each.id(), each.description(), each.isDefault()});
    return list;
}

QAudioDevice pick(const QList<QAudioDevice> &devices, const QByteArray &id, const QAudioDevice &otherwise)
{
    const auto found = std::find_if(devices.begin(), devices.end(), [&id](const QAudioDevice &each) { return each.id() == id; });
    return found != devices.end() ? *found : otherwise;
}

template<class Line>
class QtStream final : public AudioStream {
public:
    QtStream(const QAudioDevice &device, const QAudioFormat &format, std::function<void()> failed)
        : m_line(device, format)
        , m_failed(std::move(failed))
    {
        QObject::connect(&m_line, &Line::stateChanged, &m_line, [this](QAudio::State state) {
            const bool bad = m_line.error() != QAudio::NoError && m_line.error() != QAudio::UnderrunError;
            // Later, because the answer is to end this stream.
            if (bad && state == QAudio::StoppedState && m_failed)
                QMetaObject::invokeMethod(&m_line, std::exchange(m_failed, {}), Qt::QueuedConnection);
        });
    }
    ~QtStream() override
    {
        m_failed = {};
        m_line.stop();
    }
    Q_DISABLE_COPY_MOVE(QtStream)

    bool start(QIODevice &device)
    {
        m_line.start(&device);
        return m_line.error() == QAudio::NoError || m_line.error() == QAudio::UnderrunError;
    }
    void setVolume(double volume) override
    {
        m_line.setVolume(QAudio::convertVolume(volume, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale));
    }

private:
    Line m_line;
    std::function<void()> m_failed;
};

class QtBackend final : public AudioBackend {
public:
    QList<AudioDevice> outputs() const override { return listOf(QMediaDevices::audioOutputs()); }
    QList<AudioDevice> inputs() const override { return listOf(QMediaDevices::audioInputs()); }

    void onDevicesChanged(std::function<void()> call) override
    {
        QObject::connect(&m_devices, &QMediaDevices::audioOutputsChanged, &m_devices, call);
        QObject::connect(&m_devices, &QMediaDevices::audioInputsChanged, &m_devices, call);
    }

    std::unique_ptr<AudioStream> play(const SampleFormat &format, const QByteArray &device, QIODevice &source,
                                      std::function<void()> failed) override
    {
        return open<QAudioSink>(pick(QMediaDevices::audioOutputs(), device, QMediaDevices::defaultAudioOutput()), format, source,
                                std::move(failed));
    }
    std::unique_ptr<AudioStream> record(const SampleFormat &format, const QByteArray &device, QIODevice &target,
                                        std::function<void()> failed) override
    {
        return open<QAudioSource>(pick(QMediaDevices::audioInputs(), device, QMediaDevices::defaultAudioInput()), format, target,
                                  std::move(failed));
    }

private:
    template<class Line>
    static std::unique_ptr<AudioStream> open(const QAudioDevice &device, const SampleFormat &format, QIODevice &with,
                                             std::function<void()> failed)
    {
        const QAudioFormat wanted = formatOf(format);
        if (device.isNull() || !device.isFormatSupported(wanted))
            return nullptr;
        auto stream = std::make_unique<QtStream<Line>>(device, wanted, std::move(failed));
        if (!stream->start(with))
            return nullptr;
        return stream;
    }

    QMediaDevices m_devices;
};

} // namespace

class QtAudio : public QObject, public AudioModule {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.vivarium.AudioModule/1")
    Q_INTERFACES(AudioModule)
public:
    std::unique_ptr<AudioBackend> makeBackend() override { return std::make_unique<QtBackend>(); }
};

#include "qtaudio.moc"
