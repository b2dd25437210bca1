// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/sessionprobe.h"

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

using Heard = RfbServer::Heard;

namespace {

// The acknowledgement of extended keys comes with the answer to the encodings, before any message after it.
bool settle(RfbServer &server, SessionProbe &probe)
{
    if (!probe.waitConnected() || !server.waitFor([](const Heard &heard) { return heard.updateRequests > 0; }))
        return false;
    server.send(QByteArray(1, '\x02'));
    return spinUntil([&] { return probe.bells > 0; });
}

} // namespace

TEST(RfbInput, SendsPhysicalKeysToAServerThatTakesThem)
{
    RfbServer::Script script;
    script.extendedKeys = true;
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    // As a German keyboard sends them: z where a US one has y; then the right Alt key.
    probe.session.sendKey({KEY_Y, 'z', true});
    probe.session.sendKey({KEY_Y, 'z', false});
    probe.session.sendKey({KEY_RIGHTALT, 0xfe03, true});
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.keys.size() == 3; }));
    const QList<RfbServer::Key> expected{{true, true, 'z', 0x15}, {true, false, 'z', 0x15}, {true, true, 0xfe03, 0xb8}};
    EXPECT_EQ(server.heard().keys, expected);
}

TEST(RfbInput, SendsKeysymsToAServerThatKnowsNoPhysicalKeys)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    probe.session.sendKey({KEY_Q, 'a', true});
    probe.session.sendKey({KEY_MACRO, 0, true}); // means nothing without its place
    probe.session.sendKey({KEY_Q, 'a', false});
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.keys.size() == 2; }));
    const QList<RfbServer::Key> expected{{false, true, 'a', 0}, {false, false, 'a', 0}};
    EXPECT_EQ(server.heard().keys, expected);
}

TEST(RfbInput, SendsAKeysymWithoutAPlaceAsSuch)
{
    RfbServer::Script script;
    script.extendedKeys = true;
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    probe.session.sendKey({0, 0xe9, true});
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.keys.size() == 1; }));
    EXPECT_EQ(server.heard().keys.first(), (RfbServer::Key{false, true, 0xe9, 0}));
}

TEST(RfbInput, SendsAKeyWhileALargeUpdateStalls)
{
    RfbServer::Script script;
    script.size = {400, 400};
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    const QByteArray message = RfbServer::update({RfbServer::raw(pattern({400, 200})),
                                                  RfbServer::raw(pattern({400, 200}), {0, 200})});
    server.send(message.left(message.size() - 1000));
    probe.session.sendKey({KEY_A, 'a', true});
    // Comes with the chunk that is complete, or after it with the next: never later than the update.
    server.send(message.right(1000));
    EXPECT_TRUE(server.waitFor([](const Heard &heard) { return heard.keys.size() == 1; }));
}

TEST(RfbInput, SendsPointerAndButtons)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    EXPECT_EQ(probe.session.pointerMode(), ConsoleSession::PointerMode::Absolute);
    probe.session.sendPointer({10, 20}, 0);
    probe.session.sendPointer({10, 20}, 1);
    probe.session.sendPointer({30, 40}, 1);
    probe.session.sendPointer({30, 40}, 0);
    const auto ends = [](const Heard &heard) {
        return !heard.pointers.isEmpty() && heard.pointers.last() == RfbServer::Pointer{0, {30, 40}};
    };
    ASSERT_TRUE(server.waitFor(ends));
    // Motions may be merged; the place of a press may not change.
    EXPECT_TRUE(server.heard().pointers.contains(RfbServer::Pointer{1, {10, 20}}));
}

TEST(RfbInput, SendsStepsOnceTheServerWantsThem)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    // QEMU's rectangle is as large as the screen and begins at 1 for absolute: wider than the screen.
    server.send(RfbServer::update({RfbServer::rectangle({0, 0, 64, 48}, -257)}));
    ASSERT_TRUE(spinUntil([&] { return probe.session.pointerMode() == ConsoleSession::PointerMode::Relative; }));
    probe.session.sendRelativePointer({5, -3}, 0);
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.pointers.size() == 1; }));
    EXPECT_EQ(server.heard().pointers.first(), (RfbServer::Pointer{0, {0x7fff + 5, 0x7fff - 3}}));
    server.send(RfbServer::update({RfbServer::rectangle({1, 0, 64, 48}, -257)}));
    EXPECT_TRUE(spinUntil([&] { return probe.session.pointerMode() == ConsoleSession::PointerMode::Absolute; }));
    EXPECT_FALSE(probe.error);
}

TEST(RfbInput, AsksForASizeOnlyWhereTheServerCanChangeIt)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    EXPECT_FALSE(probe.session.canResize());
    probe.session.requestResize({800, 600});
    server.send(RfbServer::update({RfbServer::extendedSize({64, 48}, 42)}));
    ASSERT_TRUE(spinUntil([&] { return probe.session.canResize(); }));
    probe.session.requestResize({1280, 720});
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.sizes.size() == 1; }));
    EXPECT_EQ(server.heard().sizes.first(), QSize(1280, 720));
    EXPECT_EQ(server.heard().screenIds.first(), 42u);
}

TEST(RfbInput, DropsInputOfAClosedSession)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(settle(server, probe));
    probe.session.close();
    probe.session.sendKey({KEY_A, 'a', true});
    ASSERT_TRUE(probe.waitClosed());
    probe.session.sendKey({KEY_A, 'a', false});
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.ended; }));
    EXPECT_TRUE(server.heard().keys.isEmpty());
}
