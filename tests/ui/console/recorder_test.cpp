// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/recorder.h"

#include "tests/support/spin.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

#include <gtest/gtest.h>

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
