// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbattention.h"
#include "viewer/rfb/rfbclipboard.h"

#include "tests/viewer/rfb/sessionprobe.h"

#include <QtEndian>

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

using Heard = RfbServer::Heard;

namespace {

constexpr quint32 capabilitiesFlags = 0x1f000001;
constexpr quint32 requestText = 1u << 25 | 1;
constexpr quint32 notifyText = 1u << 27 | 1;

quint32 flagsOf(const QByteArray &body)
{
    return qFromBigEndian<quint32>(body.constData());
}

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

struct RfbExtensionsTest : testing::Test {
    std::unique_ptr<RfbServer> server;
    SessionProbe probe;
    GuestClipboard *clipboard = probe.session.guestClipboard();
    GuestAudio *audio = probe.session.guestAudio();

    /// True once all that the script sends at the beginning was read.
    bool start(const RfbServer::Script &script, Endpoint::Link link = Endpoint::Link::Local)
    {
        server = std::make_unique<RfbServer>(script);
        Endpoint endpoint;
        endpoint.link = link;
        probe.open(*server, endpoint);
        return probe.waitConnected() && server->waitFor([](const Heard &heard) { return heard.updateRequests > 0; }) && settle();
    }
    /// True once all that was sent so far was read.
    bool settle()
    {
        const int before = probe.bells;
        server->send(QByteArray(1, '\x02'));
        return spinUntil([&] { return probe.bells > before; });
    }
    RfbServer::Script withClipboard() const
    {
        RfbServer::Script script;
        script.encodingsAnswer = RfbServer::extendedClipboard(capabilitiesFlags, number(0));
        return script;
    }
    RfbServer::Script qemu() const
    {
        RfbServer::Script script;
        script.encodingsAnswer = RfbServer::extendedClipboard(0x1b000001, number(0))
                                 + RfbServer::update({RfbServer::rectangle({0, 0, 64, 48}, -259)})
                                 + RfbServer::update({RfbServer::rectangle({1, 0, 64, 48}, -257)})
                                 + RfbServer::update({RfbServer::rectangle({0, 0, 1, 1}, -261, QByteArray(1, '\2'))});
        return script;
    }
    /// As a server sends it.
    static QByteArray provided(const QByteArray &text)
    {
        const auto message = rfbclipboard::provide(text, rfbclipboard::Text::AsSpecified, 1 << 24);
        return RfbServer::extendedClipboard(1u << 28 | 1, message->mid(12));
    }
    bool waitForClipboard(qsizetype count)
    {
        return spinUntil([&] { return server->heard().extendedClipboard.size() >= count; });
    }
};

} // namespace

TEST_F(RfbExtensionsTest, AnnouncesWhatItCanDo)
{
    ASSERT_TRUE(start({}));
    for (const qint32 each : {-257, -258, -259, -261, -307, -308, -312, -313, -314, qint32(0xc0a1e5ce), 0x574d5668})
        EXPECT_TRUE(server->heard().encodings.contains(each)) << each;
}

TEST_F(RfbExtensionsTest, SharesNoClipboardBeforeItIsConnected)
{
    EXPECT_TRUE(clipboard->forms().isEmpty());
    ASSERT_TRUE(start({}));
    EXPECT_EQ(clipboard->forms(), QList{ClipboardForm::Text});
}

TEST_F(RfbExtensionsTest, FetchesTheGuestsTextWhenItIsAskedFor)
{
    ASSERT_TRUE(start(withClipboard()));
    ASSERT_TRUE(waitForClipboard(1));
    EXPECT_EQ(flagsOf(server->heard().extendedClipboard.at(0)) >> 24, 0x1fu) << "its own capabilities";
    server->send(RfbServer::extendedClipboard(notifyText));
    EXPECT_FALSE(clipboard->isHeardOf()) << "QEMU takes part without any guest";
    ASSERT_TRUE(spinUntil([&] { return probe.offers.size() == 1; }));
    EXPECT_TRUE(clipboard->isHeardOf());
    EXPECT_EQ(probe.offers.first(), QList{ClipboardForm::Text});
    clipboard->request(ClipboardForm::Text);
    ASSERT_TRUE(waitForClipboard(2));
    EXPECT_EQ(flagsOf(server->heard().extendedClipboard.at(1)), requestText);
    server->send(provided("grüße\n€ 😀"));
    ASSERT_TRUE(spinUntil([&] { return probe.received.size() == 1; }));
    EXPECT_EQ(probe.received.first(), QByteArray("grüße\n€ 😀"));
}

TEST_F(RfbExtensionsTest, TakesNoTextThatNobodyAskedFor)
{
    ASSERT_TRUE(start(withClipboard()));
    server->send(provided("unasked"));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(probe.received.isEmpty());
}

TEST_F(RfbExtensionsTest, NoticesThatTheGuestsClipboardIsEmpty)
{
    ASSERT_TRUE(start(withClipboard()));
    server->send(RfbServer::extendedClipboard(1u << 27));
    ASSERT_TRUE(spinUntil([&] { return probe.offers.size() == 1; }));
    EXPECT_TRUE(probe.offers.first().isEmpty());
}

TEST_F(RfbExtensionsTest, GivesTheDesktopsTextWhenTheGuestPastes)
{
    ASSERT_TRUE(start(withClipboard()));
    clipboard->offer({ClipboardForm::Text});
    ASSERT_TRUE(waitForClipboard(2));
    EXPECT_EQ(flagsOf(server->heard().extendedClipboard.at(1)), notifyText);
    EXPECT_TRUE(probe.wanted.isEmpty());
    EXPECT_FALSE(clipboard->isHeardOf()) << "nobody has asked for it yet";
    server->send(RfbServer::extendedClipboard(requestText));
    ASSERT_TRUE(spinUntil([&] { return probe.wanted.size() == 1; }));
    EXPECT_TRUE(clipboard->isHeardOf());
    clipboard->provide(ClipboardForm::Text, "zwei\nZeilen ü");
    ASSERT_TRUE(waitForClipboard(3));
    const auto message = rfbclipboard::parse(server->heard().extendedClipboard.at(2), 1 << 20);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->text, QByteArray("zwei\nZeilen ü"));
}

TEST_F(RfbExtensionsTest, PassesOneQuestionOnAtATimeAndAnswersWhereNothingIsOffered)
{
    ASSERT_TRUE(start(withClipboard()));
    server->send(RfbServer::extendedClipboard(requestText));
    ASSERT_TRUE(waitForClipboard(2)) << "empty, but an answer";
    EXPECT_EQ(flagsOf(server->heard().extendedClipboard.at(1)), 1u << 28 | 1);
    EXPECT_TRUE(probe.wanted.isEmpty());
    clipboard->offer({ClipboardForm::Text});
    for (int i = 0; i < 1000; ++i)
        server->send(RfbServer::extendedClipboard(requestText));
    ASSERT_TRUE(settle());
    EXPECT_EQ(probe.wanted.size(), 1);
}

TEST_F(RfbExtensionsTest, SaysAgainWhatItOffersWhenTheServerLooks)
{
    ASSERT_TRUE(start(withClipboard()));
    server->send(RfbServer::extendedClipboard(1u << 26));
    ASSERT_TRUE(waitForClipboard(2));
    EXPECT_EQ(flagsOf(server->heard().extendedClipboard.at(1)), 1u << 27);
}

TEST_F(RfbExtensionsTest, SendsQemuTextAsItIsAndNoneThatIsTooLarge)
{
    ASSERT_TRUE(start(qemu()));
    const auto answerWith = [this](const QByteArray &text) {
        const auto before = server->heard().extendedClipboard.size();
        clipboard->offer({ClipboardForm::Text});
        server->send(RfbServer::extendedClipboard(requestText));
        const auto asked = probe.wanted.size();
        EXPECT_TRUE(spinUntil([&] { return probe.wanted.size() > asked; }));
        clipboard->provide(ClipboardForm::Text, text);
        EXPECT_TRUE(spinUntil([&] {
            const auto said = server->heard().extendedClipboard;
            return said.size() > before && flagsOf(said.last()) & 1u << 28;
        }));
        return qUncompress(number(8) + server->heard().extendedClipboard.last().mid(4));
    };
    EXPECT_EQ(answerWith("a\nb"), number(3) + "a\nb");
    EXPECT_EQ(answerWith(QByteArray(1 << 20, 'x')), number(0)) << "QEMU would end the connection";
}

TEST_F(RfbExtensionsTest, FallsBackToLatin1OnceTheServerTurnsOutToKnowNothingBetter)
{
    ASSERT_TRUE(start({}));
    clipboard->offer({ClipboardForm::Text});
    ASSERT_TRUE(settle());
    EXPECT_TRUE(probe.wanted.isEmpty());
    server->send(RfbServer::update({RfbServer::raw(pattern({8, 8}))}));
    ASSERT_TRUE(spinUntil([&] { return probe.wanted.size() == 1; }));
    clipboard->provide(ClipboardForm::Text, "café");
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.clipboard.size() == 1; }));
    EXPECT_EQ(server->heard().clipboard.first(), QByteArray("caf\xe9"));
    server->send(RfbServer::cutText("gr\xfc\xdf\r\n"));
    ASSERT_TRUE(spinUntil([&] { return probe.offers.size() == 1; }));
    EXPECT_TRUE(probe.received.isEmpty()) << "nobody has pasted";
    clipboard->request(ClipboardForm::Text);
    ASSERT_TRUE(spinUntil([&] { return probe.received.size() == 1; }));
    EXPECT_EQ(probe.received.first(), QByteArray("grüß\n"));
}

TEST_F(RfbExtensionsTest, OffersAgainWhatItOfferedTooEarly)
{
    ASSERT_TRUE(start({}));
    clipboard->offer({ClipboardForm::Text});
    ASSERT_TRUE(settle());
    server->send(RfbServer::extendedClipboard(capabilitiesFlags, number(0)));
    ASSERT_TRUE(waitForClipboard(2));
    EXPECT_EQ(flagsOf(server->heard().extendedClipboard.at(1)), notifyText);
    EXPECT_TRUE(probe.wanted.isEmpty());
}

TEST_F(RfbExtensionsTest, SkipsAClipboardThatIsTooLong)
{
    ASSERT_TRUE(start(withClipboard()));
    server->send(RfbServer::cutText(QByteArray(3 << 20, 'x')));
    server->send(RfbServer::extendedClipboard(1u << 28 | 1, QByteArray(3 << 20, 'x')));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(probe.offers.isEmpty());
    EXPECT_FALSE(probe.error);
}

TEST_F(RfbExtensionsTest, AnswersARequestForAnImageWithNothing)
{
    ASSERT_TRUE(start(withClipboard()));
    clipboard->request(ClipboardForm::Image);
    ASSERT_TRUE(spinUntil([&] { return probe.received.size() == 1; }));
    EXPECT_TRUE(probe.received.first().isEmpty());
}

TEST_F(RfbExtensionsTest, HearsNoSoundUntilItIsWanted)
{
    ASSERT_TRUE(start(qemu()));
    EXPECT_TRUE(server->heard().sound.isEmpty());
    audio->setPlaybackEnabled(true);
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.sound.size() == 2; }));
    EXPECT_EQ(server->heard().sound.at(0), QByteArray("\0\2\3\2\0\0\xbb\x80", 8)) << "signed 16 bit, stereo, 48000 Hz";
    EXPECT_EQ(server->heard().sound.at(1), QByteArray("\0\0", 2));
    server->send(RfbServer::sound(1) + RfbServer::sound(2, number(8) + QByteArray("\1\0\2\0\3\0\4\0", 8)));
    ASSERT_TRUE(spinUntil([&] { return probe.samples.size() == 8; }));
    ASSERT_EQ(probe.soundFormats.size(), 1);
    EXPECT_EQ(probe.soundFormats.first(), SampleFormat{});
    const qint16 expected[] = {1, 2, 3, 4};
    EXPECT_EQ(std::memcmp(probe.samples.constData(), expected, sizeof expected), 0);
    server->send(RfbServer::sound(0));
    EXPECT_TRUE(spinUntil([&] { return probe.soundsStopped == 1; }));
}

TEST_F(RfbExtensionsTest, AsksForSoundOnceTheServerTurnsOutToHaveIt)
{
    audio->setPlaybackEnabled(true);
    ASSERT_TRUE(start({}));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(server->heard().sound.isEmpty()) << "a server without sound would end the connection";
    server->send(RfbServer::update({RfbServer::rectangle({0, 0, 64, 48}, -259)}));
    EXPECT_TRUE(server->waitFor([](const Heard &heard) { return heard.sound.size() == 2; }));
}

TEST_F(RfbExtensionsTest, StopsTheSoundWhenItIsNotWantedAnyMore)
{
    ASSERT_TRUE(start(qemu()));
    audio->setPlaybackEnabled(true);
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.sound.size() == 2; }));
    server->send(RfbServer::sound(1));
    ASSERT_TRUE(spinUntil([&] { return probe.soundFormats.size() == 1; }));
    audio->setPlaybackEnabled(false);
    EXPECT_EQ(probe.soundsStopped, 1);
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.sound.size() == 3; }));
    EXPECT_EQ(server->heard().sound.at(2), QByteArray("\0\1", 2));
    server->send(RfbServer::sound(2, number(4) + "late"));
    ASSERT_TRUE(settle());
    EXPECT_TRUE(probe.samples.isEmpty());
}

TEST_F(RfbExtensionsTest, LetsQemuLookAtTheScreenAgainAfterAKey)
{
    ASSERT_TRUE(start(qemu()));
    ASSERT_TRUE(server->heard().sound.isEmpty());
    probe.session.sendKey({KEY_A, 'a', true});
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.sound.size() >= 3; }));
    for (const QByteArray &each : server->heard().sound)
        EXPECT_EQ(each, QByteArray("\0\2\3\2\0\0\xbb\x80", 8)) << "the format that sound would have: it changes nothing";
}

TEST_F(RfbExtensionsTest, SendsNothingOfTheKindToAnotherServer)
{
    ASSERT_TRUE(start({}));
    probe.session.sendKey({KEY_A, 'a', true});
    spinUntil([] { return false; }, 4 * RfbAttention::pause);
    ASSERT_TRUE(settle());
    EXPECT_TRUE(server->heard().sound.isEmpty());
}

TEST_F(RfbExtensionsTest, KnowsTheLightsOfTheKeyboard)
{
    ASSERT_TRUE(start({}));
    EXPECT_FALSE(probe.session.lockKeys());
    const auto shows = [this](LockKeys lights) {
        return spinUntil([&] { return probe.session.lockKeys() == lights; });
    };
    server->send(RfbServer::update({RfbServer::rectangle({0, 0, 1, 1}, -261, QByteArray(1, '\2'))}));
    EXPECT_TRUE(shows({false, true, false}));
    server->send(RfbServer::update({RfbServer::rectangle({}, 0x574d5668, number(4))}));
    EXPECT_TRUE(shows({false, false, true}));
    server->send(RfbServer::update({RfbServer::rectangle({1, 0, 0, 0}, qint32(0xfffe0000))}));
    EXPECT_TRUE(shows({true, false, false}));
    EXPECT_EQ(probe.lightsChanged, 3);
}

TEST_F(RfbExtensionsTest, KnowsTheNameOfTheDesktop)
{
    ASSERT_TRUE(start({}));
    EXPECT_EQ(probe.session.desktopName(), QStringLiteral("scripted"));
    const QByteArray name("grün ☺");
    server->send(RfbServer::update({RfbServer::rectangle({}, -307, number(quint32(name.size())) + name)}));
    EXPECT_TRUE(spinUntil([&] { return probe.session.desktopName() == QStringLiteral("grün ☺"); }));
    // Endless ones are passed over.
    server->send(RfbServer::update({RfbServer::rectangle({}, -307, number(1 << 20) + QByteArray(1 << 20, 'x'))}));
    ASSERT_TRUE(settle());
    EXPECT_EQ(probe.session.desktopName(), QStringLiteral("grün ☺"));
}

TEST_F(RfbExtensionsTest, MeasuresTheRoundTripByFences)
{
    RfbServer::Script script;
    script.encodingsAnswer = RfbServer::fence(1u << 31, "hello");
    ASSERT_TRUE(start(script));
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.fences.contains({0, "hello"}); }));
    EXPECT_TRUE(spinUntil([&] { return probe.session.statistics().latency.has_value(); }));
    EXPECT_TRUE(server->waitFor([](const Heard &heard) {
        return std::any_of(heard.fences.begin(), heard.fences.end(), [](const auto &fence) { return fence.flags >> 31; });
    }));
}

TEST_F(RfbExtensionsTest, MeasuresTheRoundTripAsTcpDoesWhereThereAreNoFences)
{
    ASSERT_TRUE(start({}));
    EXPECT_TRUE(spinUntil([&] { return probe.session.statistics().latency.has_value(); }));
    EXPECT_TRUE(server->heard().fences.isEmpty());
}

TEST_F(RfbExtensionsTest, TakesUpdatesUnaskedOverALongWay)
{
    RfbServer::Script script;
    script.encodingsAnswer = RfbServer::fence(1u << 31, {}) + QByteArray(1, '\x96');
    ASSERT_TRUE(start(script, Endpoint::Link::Remote));
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.continuousAreas.size() == 1; }));
    EXPECT_EQ(server->heard().continuousAreas.first(), QRect(0, 0, 64, 48));
    const int before = server->heard().updateRequests;
    for (int i = 0; i < 3; ++i)
        server->send(RfbServer::update({RfbServer::raw(pattern({8, 8}, quint32(i)))}));
    ASSERT_TRUE(settle());
    EXPECT_EQ(server->heard().updateRequests, before);
    server->send(RfbServer::update({RfbServer::extendedSize({80, 60}, 0)}));
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.continuousAreas.size() == 2; }));
    EXPECT_EQ(server->heard().continuousAreas.last(), QRect(0, 0, 80, 60));
    const int resized = server->heard().updateRequests;
    server->send(QByteArray(1, '\x96'));
    EXPECT_TRUE(server->waitFor([&](const Heard &heard) { return heard.updateRequests > resized; })) << "it asks again";
}

TEST_F(RfbExtensionsTest, AsksForUpdatesOnTheSameMachine)
{
    RfbServer::Script script;
    script.encodingsAnswer = RfbServer::fence(1u << 31, {}) + QByteArray(1, '\x96');
    ASSERT_TRUE(start(script));
    EXPECT_TRUE(server->heard().continuousAreas.isEmpty());
}

TEST_F(RfbExtensionsTest, NamesTheEncodingOfTheLastPixels)
{
    ASSERT_TRUE(start({}));
    EXPECT_TRUE(probe.session.statistics().encoding.isEmpty());
    server->send(RfbServer::update({RfbServer::raw(pattern({8, 8}))}));
    EXPECT_TRUE(spinUntil([&] { return probe.session.statistics().encoding == QStringLiteral("Raw"); }));
    server->send(RfbServer::update({RfbServer::copyRect({0, 0, 4, 4}, {2, 2})}));
    EXPECT_TRUE(spinUntil([&] { return probe.session.statistics().encoding == QStringLiteral("CopyRect"); }));
}

TEST_F(RfbExtensionsTest, CannotResizeOnceTheServerRefuses)
{
    struct Case {
        int status;
        bool canStill;
    };
    for (const Case &each : {Case{1, false}, Case{3, false}, Case{2, true}, Case{4, true}}) {
        RfbServer fresh({});
        SessionProbe other;
        other.open(fresh);
        ASSERT_TRUE(other.waitConnected());
        ASSERT_TRUE(fresh.waitFor([](const Heard &heard) { return heard.updateRequests > 0; }));
        fresh.send(RfbServer::update({RfbServer::extendedSize({64, 48}, 0)}));
        ASSERT_TRUE(spinUntil([&] { return other.session.canResize(); }));
        other.session.requestResize({800, 600});
        ASSERT_TRUE(fresh.waitFor([](const Heard &heard) { return heard.sizes.size() == 1; }));
        fresh.send(RfbServer::update({RfbServer::extendedSize({64, 48}, 0, 1, each.status)}) + QByteArray(1, '\x02'));
        ASSERT_TRUE(spinUntil([&] { return other.bells == 1; }));
        EXPECT_EQ(other.session.canResize(), each.canStill) << each.status;
        EXPECT_EQ(other.resizable.last(), each.canStill);
    }
}

TEST_F(RfbExtensionsTest, KeepsSeveralScreens)
{
    ASSERT_TRUE(start({}));
    const auto screen = [](quint32 id, quint16 x, quint16 width, quint32 flags) {
        QByteArray bytes(16, '\0');
        qToBigEndian(id, bytes.data());
        qToBigEndian(x, bytes.data() + 4);
        qToBigEndian(width, bytes.data() + 8);
        qToBigEndian(quint16(48), bytes.data() + 10);
        qToBigEndian(flags, bytes.data() + 12);
        return bytes;
    };
    const QByteArray two = QByteArray("\2\0\0\0", 4) + screen(5, 0, 32, 3) + screen(6, 32, 32, 4);
    server->send(RfbServer::update({RfbServer::rectangle({0, 0, 64, 48}, -308, two)}));
    ASSERT_TRUE(spinUntil([&] { return probe.session.canResize(); }));
    probe.session.requestResize({100, 48});
    ASSERT_TRUE(server->waitFor([](const Heard &heard) { return heard.sizes.size() == 1; }));
    EXPECT_EQ(server->heard().screens.first(), screen(5, 0, 32, 3) + screen(6, 32, 68, 4));
}

TEST_F(RfbExtensionsTest, LetsAPersonChooseWhatASlowWayGivesUp)
{
    ASSERT_TRUE(start({}, Endpoint::Link::Remote));
    EXPECT_TRUE(probe.session.hasPictureQuality());
    const auto jpegLevel = [this] {
        int level = -1;
        for (const qint32 each : server->heard().encodings) {
            if (each >= -32 && each <= -23)
                level = each + 32;
        }
        return level;
    };
    const int automatic = jpegLevel();
    probe.session.setPictureQuality(PictureQuality::Fast);
    ASSERT_TRUE(server->waitFor([&](const Heard &heard) { return !heard.encodings.contains(automatic - 32); }));
    EXPECT_LT(jpegLevel(), automatic);
    EXPECT_EQ(probe.session.pictureQuality(), PictureQuality::Fast);
}

TEST_F(RfbExtensionsTest, CompressesNothingOnTheSameMachine)
{
    ASSERT_TRUE(start({}));
    EXPECT_FALSE(probe.session.hasPictureQuality());
}
