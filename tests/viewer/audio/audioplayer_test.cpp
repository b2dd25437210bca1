// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/audioplayer.h"

#include "tests/support/spin.h"
#include "tests/viewer/audio/fakeaudio.h"

#include <gtest/gtest.h>

namespace {

struct AudioPlayerTest : testing::Test {
    FakeDevices devices;
    FakeAudio guest;
    AudioPlayer player{devices.loader()};
    const QByteArray tone = QByteArray(400, 'a');

    void SetUp() override
    {
        player.setAudio(&guest);
        player.setMuted(false);
    }
    void plays(const QByteArray &samples, SampleFormat format = {})
    {
        Q_EMIT guest.playbackStarted(format);
        Q_EMIT guest.played(samples);
    }
};

} // namespace

TEST_F(AudioPlayerTest, LoadsNothingBeforeThereIsSomethingToHear)
{
    EXPECT_TRUE(guest.playbackEnabled);
    Q_EMIT guest.playbackStarted({});
    Q_EMIT guest.played(QByteArray(4000, '\0'));
    EXPECT_EQ(devices.loads, 0);
    Q_EMIT guest.played(tone);
    EXPECT_EQ(devices.loads, 1);
    EXPECT_TRUE(player.isPlaying());
}

TEST_F(AudioPlayerTest, PlaysWhatTheGuestPlaysAsTheGuestPlaysIt)
{
    plays(tone, {1, 22050});
    ASSERT_TRUE(devices.io);
    EXPECT_EQ(devices.format, (SampleFormat{1, 22050}));
    EXPECT_EQ(devices.io->read(400), tone);
}

TEST_F(AudioPlayerTest, IsMutedAtFirstAndAsksForNothingThen)
{
    FakeAudio other;
    AudioPlayer silent(devices.loader());
    silent.setAudio(&other);
    EXPECT_FALSE(other.playbackEnabled);
    Q_EMIT other.playbackStarted({});
    Q_EMIT other.played(tone);
    EXPECT_EQ(devices.loads, 0);
}

TEST_F(AudioPlayerTest, LetsTheDeviceGoWhenMuted)
{
    plays(tone);
    player.setMuted(true);
    EXPECT_EQ(devices.open, 0);
    EXPECT_FALSE(guest.playbackEnabled);
    Q_EMIT guest.played(tone);
    EXPECT_EQ(devices.open, 0) << "what was under way";
}

TEST_F(AudioPlayerTest, LetsTheDeviceGoAfterAWhileOfSilence)
{
    plays(tone);
    ASSERT_TRUE(player.isPlaying());
    Q_EMIT guest.played(QByteArray(400, '\0'));
    EXPECT_TRUE(spinUntil([&] { return !player.isPlaying(); }));
    EXPECT_EQ(devices.open, 0);
    Q_EMIT guest.played(tone);
    EXPECT_TRUE(player.isPlaying()) << "and takes it again";
}

TEST_F(AudioPlayerTest, MultipliesItsVolumeWithTheGuests)
{
    player.setVolume(0.5);
    plays(tone);
    EXPECT_DOUBLE_EQ(devices.volume, 0.5);
    Q_EMIT guest.volumeChanged(0.5, false);
    EXPECT_DOUBLE_EQ(devices.volume, 0.25);
    Q_EMIT guest.volumeChanged(0.5, true);
    EXPECT_DOUBLE_EQ(devices.volume, 0);
    Q_EMIT guest.volumeChanged(900, false);
    EXPECT_DOUBLE_EQ(devices.volume, 0.5);
}

TEST_F(AudioPlayerTest, WorksSilentlyWhereThereIsNoDevice)
{
    devices.present = false;
    plays(tone);
    for (int i = 0; i < 100; ++i)
        Q_EMIT guest.played(tone);
    EXPECT_FALSE(player.isPlaying());
    EXPECT_EQ(devices.opened, 1) << "it is not tried again and again";
    devices.present = true;
    devices.changed();
    Q_EMIT guest.played(tone);
    EXPECT_TRUE(player.isPlaying()) << "until one was plugged in";
}

TEST_F(AudioPlayerTest, WorksSilentlyWhereTheModuleIsNotThere)
{
    AudioPlayer bare([] { return std::unique_ptr<AudioBackend>(); });
    bare.setMuted(false);
    bare.setAudio(&guest);
    plays(tone);
    EXPECT_FALSE(bare.isPlaying());
    EXPECT_TRUE(bare.devices().isEmpty());
}

TEST_F(AudioPlayerTest, GoesOnOnAnotherDeviceWhenOneIsUnplugged)
{
    plays(tone);
    const auto failed = devices.failed;
    failed();
    EXPECT_FALSE(player.isPlaying());
    Q_EMIT guest.played(tone);
    EXPECT_TRUE(player.isPlaying());
    EXPECT_EQ(devices.opened, 2);
}

TEST_F(AudioPlayerTest, TakesTheChosenDevice)
{
    plays(tone);
    EXPECT_EQ(devices.device, QByteArray());
    player.setDevice("headset");
    Q_EMIT guest.played(tone);
    EXPECT_EQ(devices.device, QByteArray("headset"));
    ASSERT_EQ(player.devices().size(), 1);
    EXPECT_EQ(player.devices().first().name, QStringLiteral("Speaker"));
}

TEST_F(AudioPlayerTest, OpensAgainForAnotherFormatAndRefusesAbsurdOnes)
{
    plays(tone);
    plays(tone, {1, 8000});
    EXPECT_EQ(devices.opened, 2);
    EXPECT_EQ(devices.format.rate, 8000);
    for (const SampleFormat &absurd : {SampleFormat{0, 48000}, SampleFormat{2, 0}, SampleFormat{999, 48000}, SampleFormat{2, 1 << 30}})
        plays(tone, absurd);
    EXPECT_EQ(devices.opened, 2);
}

TEST_F(AudioPlayerTest, EndsWithItsGuest)
{
    auto brief = std::make_unique<FakeAudio>();
    player.setAudio(brief.get());
    EXPECT_FALSE(guest.playbackEnabled);
    EXPECT_TRUE(brief->playbackEnabled);
    Q_EMIT brief->playbackStarted({});
    Q_EMIT brief->played(tone);
    brief.reset();
    player.setMuted(true);
    EXPECT_EQ(devices.open, 0);
}
