// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Multimedia for real, on a private PulseAudio whose speaker leads back into its microphone.
#include "viewer/audio/audioplayer.h"
#include "viewer/audio/audiorecorder.h"

#include "tests/support/spin.h"
#include "tests/viewer/audio/fakeaudio.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtMath>

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

namespace {

constexpr auto patience = std::chrono::seconds(30);

// For as long as the program runs: Qt Multimedia stays with the server that it met first.
class PrivatePulse {
public:
    PrivatePulse()
    {
        const QString socket = m_folder.path() + QStringLiteral("/native");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), m_folder.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
        m_server.setProcessEnvironment(environment);
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.start(QStringLiteral("pulseaudio"),
                       {QStringLiteral("-n"), QStringLiteral("--daemonize=no"), QStringLiteral("--use-pid-file=no"),
                        QStringLiteral("--exit-idle-time=-1"), QStringLiteral("--disable-shm=yes"), QStringLiteral("-L"),
                        QStringLiteral("module-null-sink sink_name=loop"), QStringLiteral("-L"),
                        QStringLiteral("module-remap-source master=loop.monitor source_name=back"), QStringLiteral("-L"),
                        QStringLiteral("module-native-protocol-unix auth-anonymous=1 socket=") + socket});
        runs = spinUntil([&] { return QFile::exists(socket) || m_server.state() == QProcess::NotRunning; }, patience)
               && m_server.state() == QProcess::Running;
        qputenv("PULSE_SERVER", "unix:" + socket.toLocal8Bit());
        QCoreApplication::addLibraryPath(QStringLiteral(VIVARIUM_MODULES));
    }
    ~PrivatePulse()
    {
        m_server.kill();
        m_server.waitForFinished();
    }
    QByteArray words() { return m_server.readAll(); }

    bool runs = false;

private:
    QTemporaryDir m_folder;
    QProcess m_server;
};

PrivatePulse &pulse()
{
    static PrivatePulse *server = nullptr;
    if (!server) {
        server = new PrivatePulse;
        qAddPostRoutine([] { delete std::exchange(server, nullptr); });
    }
    return *server;
}

QByteArray tone(int milliseconds)
{
    const SampleFormat format;
    QByteArray samples;
    for (int i = 0; i < format.rate * milliseconds / 1000; ++i) {
        const auto value = qint16(12000 * qSin(2 * M_PI * 440 * i / format.rate));
        for (int channel = 0; channel < format.channels; ++channel)
            samples.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    return samples;
}

} // namespace

TEST(RealSound, GoesOutAndComesBack)
{
    ASSERT_TRUE(pulse().runs) << pulse().words().constData();
    FakeAudio guest;
    AudioPlayer player;
    AudioRecorder recorder;
    player.setAudio(&guest);
    player.setMuted(false);
    recorder.setAudio(&guest);
    recorder.setAllowed(true);
    ASSERT_FALSE(player.devices().isEmpty()) << "the module was not found, or there is no device";
    ASSERT_FALSE(recorder.devices().isEmpty());
    Q_EMIT guest.recordingStarted({});
    EXPECT_TRUE(recorder.isRecording());
    Q_EMIT guest.playbackStarted({});
    QElapsedTimer clock;
    clock.start();
    qint64 played = 0;
    const auto isLoud = [&guest] {
        const auto *samples = reinterpret_cast<const qint16 *>(guest.recorded.constData());
        const auto count = guest.recorded.size() / 2;
        return std::any_of(samples, samples + count, [](qint16 each) { return each > 5000; });
    };
    // As a guest plays: as much as time has passed.
    EXPECT_TRUE(spinUntil(
        [&] {
            if (const qint64 due = clock.elapsed() - played; due >= 20) {
                Q_EMIT guest.played(tone(int(qMin<qint64>(due, 100))));
                played += due;
            }
            return isLoud();
        },
        patience));
    EXPECT_TRUE(player.isPlaying());
}

TEST(RealSound, LetsTheDeviceGoWhileNothingPlays)
{
    ASSERT_TRUE(pulse().runs) << pulse().words().constData();
    FakeAudio guest;
    AudioPlayer player;
    player.setAudio(&guest);
    player.setMuted(false);
    Q_EMIT guest.playbackStarted({});
    Q_EMIT guest.played(tone(50));
    ASSERT_TRUE(player.isPlaying());
    ASSERT_TRUE(spinUntil([&] { return !player.isPlaying(); }, patience)) << "silence lets the device go";
}
