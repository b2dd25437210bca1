// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/audiorecorder.h"

#include "tests/viewer/audio/fakeaudio.h"

#include <gtest/gtest.h>

namespace {

struct AudioRecorderTest : testing::Test {
    FakeDevices devices;
    FakeAudio guest;
    AudioRecorder recorder{devices.loader()};

    void SetUp() override { recorder.setAudio(&guest); }
};

} // namespace

TEST_F(AudioRecorderTest, RecordsOnlyWhereAPersonAllowsItAndTheGuestListens)
{
    Q_EMIT guest.recordingStarted({1, 16000});
    EXPECT_TRUE(recorder.isWanted());
    EXPECT_EQ(devices.loads, 0);
    recorder.setAllowed(true);
    EXPECT_TRUE(recorder.isRecording());
    EXPECT_EQ(devices.format, (SampleFormat{1, 16000}));
    devices.io->write("samples");
    EXPECT_EQ(guest.recorded, QByteArray("samples"));
    recorder.setAllowed(false);
    EXPECT_EQ(devices.open, 0);
}

TEST_F(AudioRecorderTest, StopsWithTheGuest)
{
    recorder.setAllowed(true);
    EXPECT_EQ(devices.loads, 0) << "nobody listens yet";
    Q_EMIT guest.recordingStarted({});
    EXPECT_EQ(devices.open, 1);
    Q_EMIT guest.recordingStopped();
    EXPECT_EQ(devices.open, 0);
    EXPECT_FALSE(recorder.isWanted());
}

TEST_F(AudioRecorderTest, GoesOnWithAnotherMicrophone)
{
    recorder.setAllowed(true);
    Q_EMIT guest.recordingStarted({});
    recorder.setDevice("headset");
    EXPECT_EQ(devices.device, QByteArray("headset"));
    const auto failed = devices.failed;
    failed();
    EXPECT_FALSE(recorder.isRecording());
    devices.changed();
    EXPECT_TRUE(recorder.isRecording());
}
