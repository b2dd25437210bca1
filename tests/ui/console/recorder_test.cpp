// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/recorder.h"

#include "tests/support/spin.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

#include <string>

namespace {
class RecorderTest : public testing::Test {
protected:
    /// An encoder that runs this shell script; $FILM is the file to write.
    Recorder::Encoder encoder(const QByteArray &script)
    {
        const auto path = folder.filePath(QStringLiteral("ffmpeg"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nfor word; do FILM=${word#file:}; done\n" + script);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return {path, true};
    }
    static QImage picture()
    {
        QImage image(65, 33, QImage::Format_RGB32);
        image.fill(Qt::red);
        return image;
    }
    QTemporaryDir folder;
    QString film = folder.filePath(QStringLiteral("film.webm"));
    Recorder recorder;
};
} // namespace

TEST_F(RecorderTest, GivesTheEncoderWholeFramesWithEvenSides)
{
    QSignalSpy finished(&recorder, &Recorder::finished);
    recorder.start(encoder("cat > \"$FILM\"\n"), Recorder::Format::WebM, film, picture);
    ASSERT_TRUE(spinUntil([&] { return QFileInfo(film).size() >= 64 * 32 * 4 * 3; }));
    recorder.stop();
    ASSERT_TRUE(spinUntil([&] { return finished.count() == 1; }));
    EXPECT_TRUE(finished.first().first().toString().isEmpty());
    EXPECT_EQ(QFileInfo(film).size() % (64 * 32 * 4), 0);
    QFile file(film);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.read(3), QByteArray("\0\0\xff", 3)); // blue first
}

TEST_F(RecorderTest, TellsWhatTheEncoderComplainedOf)
{
    QSignalSpy finished(&recorder, &Recorder::finished);
    recorder.start(encoder("echo 'no such codec' >&2; exit 3\n"), Recorder::Format::WebM, film, picture);
    ASSERT_TRUE(spinUntil([&] { return finished.count() == 1; }));
    EXPECT_EQ(finished.first().first().toString(), u"no such codec");
    EXPECT_FALSE(recorder.isRecording());
}

TEST_F(RecorderTest, WaitsForAnEncoderThatIsBehind)
{
    const auto go = folder.filePath(QStringLiteral("go"));
    QSignalSpy finished(&recorder, &Recorder::finished);
    recorder.start(encoder("while [ ! -e " + go.toUtf8() + " ]; do sleep 0.05; done; cat > \"$FILM\"\n"), Recorder::Format::WebM, film, [] {
        QImage large(1024, 1024, QImage::Format_RGB32);
        large.fill(Qt::blue);
        return large;
    });
    QTimer clock;
    clock.start(1000 / Recorder::framesPerSecond);
    QSignalSpy ticks(&clock, &QTimer::timeout);
    ASSERT_TRUE(spinUntil([&] { return ticks.count() >= 15; }));
    recorder.stop();
    QFile marker(go);
    ASSERT_TRUE(marker.open(QIODevice::WriteOnly));
    ASSERT_TRUE(spinUntil([&] { return finished.count() == 1; }));
    EXPECT_LE(QFileInfo(film).size(), 6 * 1024 * 1024 * 4);
}

TEST_F(RecorderTest, CallsEncodersByArgumentsAlone)
{
    const auto words = Recorder::arguments({QStringLiteral("ffmpeg"), true}, Recorder::Format::Gif, {640, 480}, QStringLiteral("/tmp/a; rm -rf b.gif"));
    EXPECT_TRUE(words.contains(QStringLiteral("640x480")));
    EXPECT_EQ(words.last(), u"file:/tmp/a; rm -rf b.gif");
    const auto other = Recorder::arguments({QStringLiteral("gst-launch-1.0"), false}, Recorder::Format::WebM, {640, 480}, QStringLiteral("/tmp/a b.webm"));
    EXPECT_EQ(other.last(), u"location=/tmp/a b.webm");
    EXPECT_FALSE((Recorder::Encoder{QStringLiteral("gst-launch-1.0"), false}.canDo(Recorder::Format::Gif)));
}

namespace {
struct Film {
    const char *program;
    Recorder::Format format;
};

class RealEncoder : public RecorderTest, public testing::WithParamInterface<Film> {
protected:
    /// What ffprobe says of the film's first picture stream, "key=value" a line; empty where that is not installed.
    QByteArray probed(const QString &path) const
    {
        QProcess probe;
        probe.start(QStringLiteral("ffprobe"), {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-count_frames"), QStringLiteral("-select_streams"),
                                                QStringLiteral("v:0"), QStringLiteral("-show_entries"),
                                                QStringLiteral("stream=codec_name,width,height,nb_read_frames:format=duration"), QStringLiteral("-of"),
                                                QStringLiteral("default=noprint_wrappers=1"), path});
        spinUntil([&] { return probe.state() == QProcess::NotRunning; });
        return probe.readAllStandardOutput();
    }
    static double valueOf(const QByteArray &facts, const QByteArray &key)
    {
        for (const auto &line : facts.split('\n')) {
            if (line.startsWith(key + '='))
                return line.mid(key.size() + 1).toDouble();
        }
        return -1;
    }
};
} // namespace

TEST_P(RealEncoder, MakesAFilmThatIsWhole)
{
    const auto program = QStandardPaths::findExecutable(QString::fromLatin1(GetParam().program));
    if (program.isEmpty())
        GTEST_SKIP() << GetParam().program << " is not installed on this computer";
    const bool gif = GetParam().format == Recorder::Format::Gif;
    film = folder.filePath(gif ? QStringLiteral("a film.gif") : QStringLiteral("a film.webm"));
    int asked = 0;
    QSignalSpy finished(&recorder, &Recorder::finished);
    recorder.start({program, qstrcmp(GetParam().program, "ffmpeg") == 0}, GetParam().format, film, [&asked] {
        // A guest that changes its screen's size in the middle of it.
        QImage image(asked < 20 ? QSize(321, 241) : QSize(640, 400), QImage::Format_RGB32);
        image.fill(QColor::fromHsv(++asked * 7 % 360, 255, 200));
        return image;
    });
    ASSERT_TRUE(spinUntil([&] { return asked > 2 * Recorder::framesPerSecond || finished.count() > 0; }, std::chrono::seconds(60)));
    recorder.stop();
    ASSERT_TRUE(spinUntil([&] { return finished.count() == 1; }, std::chrono::seconds(60)));
    EXPECT_EQ(finished.first().first().toString(), QString());
    QFile file(film);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.read(4), gif ? QByteArray("GIF8") : QByteArray("\x1a\x45\xdf\xa3"));
    if (gif) {
        EXPECT_EQ(QImage(film).pixelColor(100, 100).rgb(), QColor::fromHsv(14, 255, 200).rgb()) << "colours as they are, without speckles";
    }
    if (const auto facts = probed(film); !facts.isEmpty()) {
        EXPECT_TRUE(facts.contains(gif ? "codec_name=gif" : "codec_name=vp8")) << facts.constData();
        EXPECT_EQ(valueOf(facts, "width"), 320) << facts.constData();
        EXPECT_EQ(valueOf(facts, "height"), 240) << facts.constData();
        EXPECT_GE(valueOf(facts, "nb_read_frames"), Recorder::framesPerSecond) << facts.constData();
        EXPECT_GT(valueOf(facts, "duration"), 0) << facts.constData();
    }
}

INSTANTIATE_TEST_SUITE_P(Installed, RealEncoder,
                         testing::Values(Film{"ffmpeg", Recorder::Format::WebM}, Film{"ffmpeg", Recorder::Format::Gif},
                                         Film{"gst-launch-1.0", Recorder::Format::WebM}),
                         [](const auto &each) {
                             return std::string(qstrcmp(each.param.program, "ffmpeg") == 0 ? "Ffmpeg" : "GStreamer")
                                  + (each.param.format == Recorder::Format::Gif ? "Gif" : "WebM");
                         });
