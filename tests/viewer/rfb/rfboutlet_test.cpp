// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfboutlet.h"

#include "tests/viewer/rfb/sessionprobe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <utility>

using Heard = RfbServer::Heard;

namespace {
const ConsoleKey aDown{0, 'a', true};
const ConsoleKey aUp{0, 'a', false};
} // namespace

TEST(RfbOutlet, TakesNoKeyWhileTheOtherThreadWrites)
{
    RfbOutlet outlet;
    auto writing = outlet.hold();
    bool free = true;
    std::thread([&] { free = outlet.tryHold().owns_lock(); }).join();
    EXPECT_FALSE(free);
    writing.unlock();
    std::thread([&] { free = outlet.tryHold().owns_lock(); }).join();
    EXPECT_TRUE(free);
}

TEST(RfbOutlet, SendsNothingBeforeItIsOpenAndAfterItIsShut)
{
    QByteArray sent;
    RfbOutlet outlet;
    EXPECT_FALSE(outlet.send(aDown));
    outlet.open([&sent](const char *bytes, size_t count) {
        sent.append(bytes, qsizetype(count));
        return qint64(count);
    });
    EXPECT_TRUE(outlet.send(aDown));
    EXPECT_EQ(sent, outlet.messageOf(aDown));
    EXPECT_TRUE(outlet.tookKeys());
    EXPECT_FALSE(outlet.tookKeys());
    outlet.shut();
    EXPECT_FALSE(outlet.send(aDown));
    EXPECT_EQ(sent, outlet.messageOf(aDown));
}

TEST(RfbOutlet, HasTheOtherThreadEndWhatFoundNoRoom)
{
    QByteArray sent;
    qint64 room = 3;
    RfbOutlet outlet;
    outlet.open([&](const char *bytes, size_t count) {
        const auto taken = std::exchange(room, -1);
        sent.append(bytes, std::max<qint64>(taken, 0));
        return std::min(taken, qint64(count));
    });
    EXPECT_TRUE(outlet.send(aDown)) << "part of it is out: it is not to be sent again";
    room = 100;
    EXPECT_FALSE(outlet.send(aUp)) << "nothing may come between";
    EXPECT_EQ(sent + outlet.takeRest(), outlet.messageOf(aDown));
    room = -1;
    EXPECT_FALSE(outlet.send(aUp));
    EXPECT_TRUE(outlet.takeRest().isEmpty());
}

TEST(RfbOutlet, KeepsKeysWholeAndInOrderWhileTheSessionWritesToo)
{
    RfbServer::Script script;
    script.size = {200, 200};
    script.everyUpdate = RfbServer::update({RfbServer::raw(pattern({200, 200}))});
    script.greeting = script.everyUpdate;
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitConnected());
    constexpr quint32 count = 3000;
    for (quint32 i = 1; i <= count; ++i) {
        probe.session.sendKey({0, i, true});
        if (i % 5 == 0)
            probe.session.sendPointer({int(i % 200), 1}, int(i % 2));
    }
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.keys.size() == count; }));
    const auto keys = server.heard().keys;
    for (quint32 i = 1; i <= count; ++i)
        ASSERT_EQ(keys[qsizetype(i) - 1].keysym, i);
    EXPECT_FALSE(probe.error);
}
