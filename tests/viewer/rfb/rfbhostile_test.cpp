// SPDX-License-Identifier: GPL-3.0-or-later
// A server that means harm, or is broken: a clear end, bounded memory, and a window that goes on.
#include "tests/viewer/rfb/sessionprobe.h"

#include <QDir>
#include <QtEndian>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

using Heard = RfbServer::Heard;
using Kind = ConsoleError::Kind;

namespace {

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

/// One of each message and rectangle that a server may send, as it should be.
QByteArray everything()
{
    QByteArray alphaCursor = number(0) + QByteArray(2 * 2 * 4, '\x7f');
    const QByteArray provided = qCompress(number(5) + "text\0").mid(4);
    return RfbServer::extendedClipboard(0x1f000001, number(0)) + RfbServer::extendedClipboard(1u << 27 | 1)
           + RfbServer::extendedClipboard(1u << 25 | 1) + RfbServer::extendedClipboard(1u << 26)
           + RfbServer::extendedClipboard(1u << 28 | 1, provided) + RfbServer::fence(1u << 31 | 7, "payload")
           + RfbServer::fence(0, "answer") + QByteArray(1, '\x96') + RfbServer::sound(1)
           + RfbServer::sound(2, number(8) + "12345678") + RfbServer::sound(0)
           + QByteArray("\x01\x00\x00\x00\x00\x01", 6) + QByteArray(6, '\x55') + RfbServer::cutText("latin")
           + RfbServer::update({RfbServer::rectangle({0, 0, 12, 9}, -258), RfbServer::rectangle({0, 0, 12, 9}, -259),
                                RfbServer::rectangle({0, 0, 1, 1}, -261, "\2"), RfbServer::rectangle({}, 0x574d5668, number(4)),
                                RfbServer::rectangle({1, 0, 0, 0}, qint32(0xfffe0000)), RfbServer::rectangle({3, 4, 0, 0}, -232),
                                RfbServer::rectangle({}, -307, number(4) + "name"),
                                RfbServer::rectangle({0, 0, 2, 2}, -314, alphaCursor), RfbServer::extendedSize({12, 9}, 1, 1, 3),
                                RfbServer::rectangle({0, 0, 12, 9}, -223)})
           + QByteArray(1, '\x02');
}

RfbServer::Script greetsWith(const QByteArray &bytes)
{
    RfbServer::Script script;
    script.size = {12, 9};
    script.greeting = bytes;
    return script;
}

qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
}

/// In KiB, as the kernel counts what is in memory.
qint64 memoryUsed()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray all = status.readAll();
    return all.mid(all.indexOf("VmRSS:") + 6, 16).simplified().split(' ').first().toLongLong();
}

} // namespace

TEST(RfbHostile, IsUnderstoodWhereItIsWhole)
{
    RfbServer server(greetsWith(everything()));
    SessionProbe probe;
    probe.open(server);
    EXPECT_TRUE(spinUntil([&] { return probe.bells == 1 || probe.error; }));
    EXPECT_FALSE(probe.error) << qPrintable(probe.error ? probe.error->message : QString());
}

TEST(RfbHostile, EndsClearlyWhereverAnyMessageIsCut)
{
    constexpr int handshake = 12 + 2 + 4 + 24 + 8;
    const QByteArray all = everything();
    for (qint64 cut = handshake; cut < handshake + all.size(); ++cut) {
        RfbServer::Script script = greetsWith(all);
        script.cutAfter = cut;
        RfbServer server(script);
        SessionProbe probe;
        Endpoint endpoint;
        endpoint.descriptor = server.connectedDescriptor();
        probe.session.open(endpoint);
        ASSERT_TRUE(probe.waitClosed()) << cut;
        EXPECT_EQ(probe.error->kind, Kind::Closed) << cut << ' ' << qPrintable(probe.error->message);
    }
}

TEST(RfbHostile, SurvivesEveryByteBeingAnother)
{
    const QByteArray all = everything();
    quint32 seed = 1;
    for (qsizetype at = 0; at < all.size(); ++at) {
        QByteArray broken = all;
        seed = seed * 1664525 + 1013904223;
        broken[at] = char(seed >> 24);
        RfbServer::Script script = greetsWith(broken);
        script.cutAfter = 50 + broken.size();
        RfbServer server(script);
        SessionProbe probe;
        Endpoint endpoint;
        endpoint.descriptor = server.connectedDescriptor();
        probe.session.open(endpoint);
        ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.updateRequests > 0 || heard.ended; }));
        server.send(QByteArray(1, '\0'));
        ASSERT_TRUE(probe.waitClosed()) << at;
    }
}

TEST(RfbHostile, TakesNoMemoryForALengthAlone)
{
    const qint64 before = memoryUsed();
    const QByteArray promises[] = {
        QByteArray("\3\0\0\0\x80\0\0\0", 8),                                   // the most negative clipboard there is
        QByteArray("\3\0\0\0\x7f\xff\xff\xff", 8),                             // the largest
        RfbServer::sound(2, number(0xffffffff)),                               // two days of sound
        RfbServer::update({RfbServer::rectangle({}, -307, number(0xffffffff))}), // an endless name
        QByteArray("\x01\x00\x00\x00\xff\xff", 6),                             // a map of many colours
    };
    for (const QByteArray &promise : promises) {
        RfbServer server(greetsWith(promise));
        SessionProbe probe;
        probe.session.guestAudio()->setPlaybackEnabled(true);
        probe.open(server);
        ASSERT_TRUE(probe.waitConnected());
        ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.updateRequests > 0; }));
        server.send(QByteArray(300000, 'x'));
        EXPECT_FALSE(probe.error);
        server.hangUp();
        ASSERT_TRUE(probe.waitClosed());
        EXPECT_EQ(probe.error->kind, Kind::Closed) << qPrintable(probe.error->message);
    }
    EXPECT_LT(memoryUsed() - before, 64 * 1024);
}

TEST(RfbHostile, RefusesAnEndlessNameAtTheBeginning)
{
    RfbServer::Script script;
    script.nameLength = 0x7fffffff;
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::ProtocolViolation);
}

TEST(RfbHostile, RefusesAnonymousEncryptionThatAnOldServerChooses)
{
    RfbServer::Script script;
    script.version = "RFB 003.003\n";
    script.securityTypes = QByteArray("\0\0\0\x12", 4);
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_NE(probe.error->kind, Kind::Closed) << qPrintable(probe.error->message);
}

TEST(RfbHostile, LetsTheWindowGoOnWhileItStallsInARectangle)
{
    const QByteArray update = RfbServer::update({RfbServer::raw(pattern({12, 9}))});
    RfbServer server(greetsWith(update.left(update.size() / 2)));
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitConnected());
    ASSERT_TRUE(server.waitFor([](const Heard &heard) { return heard.updateRequests > 1; })) << "it is in the update";
    probe.session.sendKey({30, 'a', true});
    probe.session.statistics();
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_TRUE(server.waitFor([](const Heard &heard) { return heard.ended; }));
}

TEST(RfbHostile, AsksAgainAfterEachOfThreeWrongPasswords)
{
    RfbServer::Script script;
    script.password = "right";
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    for (int asked = 1; asked <= 3; ++asked) {
        ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == asked; }));
        EXPECT_EQ(probe.session.state(), ConsoleSession::State::Authenticating);
        EXPECT_FALSE(probe.error);
        probe.session.answerCredentials({}, QStringLiteral("wrong"));
    }
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 4; }));
    EXPECT_EQ(server.heard().wrongPasswords, 3);
    probe.session.answerCredentials({}, QStringLiteral("right"));
    EXPECT_TRUE(spinUntil([&] { return probe.session.state() == ConsoleSession::State::Connected; }));
    EXPECT_FALSE(probe.error);
}

TEST(RfbHostile, LeavesNothingBehindAfterAStormOfConnections)
{
    RfbServer::Script script;
    script.cutAfter = 40;
    {
        RfbServer server(script);
        const qsizetype before = openFiles();
        for (int i = 0; i < 200; ++i) {
            SessionProbe probe;
            probe.open(server);
            if (i % 3 == 0)
                ASSERT_TRUE(probe.waitClosed());
            else if (i % 3 == 1)
                probe.session.close();
        }
        EXPECT_TRUE(spinUntil([&] { return openFiles() <= before + 2; })) << openFiles() << " files, " << before << " before";
    }
}

TEST(RfbHostile, HearsAtMostSoManyReportsAtATime)
{
    RfbReports reports;
    RfbLink link(&reports);
    std::atomic<int> told = 0;
    int heard = 0;
    int most = 0;
    QObject::connect(&reports, &RfbReports::bell, &reports, [&] {
        most = qMax(most, told - heard);
        ++heard;
    });
    constexpr int all = 5000;
    std::thread talker([&] {
        for (int i = 0; i < all; ++i) {
            link.report(&RfbReports::bell);
            ++told;
        }
    });
    EXPECT_TRUE(spinUntil([&] { return heard == all; }));
    talker.join();
    EXPECT_LE(most, 65);
}

TEST(RfbHostile, StopsWaitingForAWindowThatIsGone)
{
    auto reports = std::make_unique<RfbReports>();
    RfbLink link(reports.get());
    std::atomic<bool> done = false;
    std::thread talker([&] {
        for (int i = 0; i < 5000; ++i)
            link.report(&RfbReports::bell);
        done = true;
    });
    link.detach();
    reports.reset();
    talker.join();
    EXPECT_TRUE(done);
}
