// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/spice/spiceprobe.h"

#include <gtest/gtest.h>

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

using State = ConsoleSession::State;
using Kind = ConsoleError::Kind;

namespace {

QStringList withTicket()
{
    return QemuGuest::bare() + QStringLiteral("-device VGA -object secret,id=ticket,data=opensesame -spice unix=on,addr=@/spice,password-secret=ticket").split(u' ');
}

} // namespace

TEST(SpiceSecurity, TriesTheGivenPasswordBeforeItAsks)
{
    QemuGuest guest(withTicket());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.password = QStringLiteral("opensesame");
    probe.openDescriptors(guest, endpoint);
    ASSERT_TRUE(probe.waitConnected());
    EXPECT_EQ(probe.timesAsked, 0);
}

TEST(SpiceSecurity, AsksForAPasswordAndTakesTheRightOneAfterAWrongOne)
{
    QemuGuest guest(withTicket());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    SpiceProbe probe;
    probe.openDescriptors(guest);
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 1 || probe.error; }));
    EXPECT_EQ(probe.session.state(), State::Authenticating);
    probe.session.answerCredentials({}, QStringLiteral("mellon"));
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 2 || probe.error; }));
    probe.session.answerCredentials({}, QStringLiteral("opensesame"));
    ASSERT_TRUE(probe.waitConnected());
    EXPECT_TRUE(spinUntil([&] { return probe.session.lockKeys() && !probe.session.framebuffer().size().isEmpty(); }));
}

TEST(SpiceSecurity, GivesUpAfterThreeWrongPasswords)
{
    QemuGuest guest(withTicket());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    SpiceProbe probe;
    probe.openDescriptors(guest);
    for (int i = 1; i <= 3; ++i) {
        ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == i || probe.error; }));
        ASSERT_FALSE(probe.error);
        probe.session.answerCredentials({}, QStringLiteral("wrong"));
    }
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::AuthenticationFailed);
    EXPECT_EQ(probe.timesAsked, 3);
}

TEST(SpiceSecurity, SaysThatThePasswordOfALoneDescriptorWasWrong)
{
    QemuGuest guest(withTicket());
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.password = QStringLiteral("wrong");
    endpoint.descriptor = guest.connectTo(QStringLiteral("spice"));
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::AuthenticationFailed);
    EXPECT_EQ(probe.timesAsked, 0);
}

TEST(SpiceSecurity, SaysThatNobodyListens)
{
    QTcpServer taken;
    ASSERT_TRUE(taken.listen(QHostAddress::LocalHost));
    const auto port = taken.serverPort();
    taken.close();
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = port;
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Refused);
}

TEST(SpiceSecurity, SaysThatAServerSpeaksSomethingElse)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] { server.nextPendingConnection()->write("RFB 003.008\nRFB 003.008\n"); });
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = server.serverPort();
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::ProtocolViolation);
}

TEST(SpiceSecurity, ClosesAtOnceWhileAServerIsSilent)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = server.serverPort();
    probe.session.open(endpoint);
    ASSERT_TRUE(spinUntil([&] { return server.hasPendingConnections(); }));
    probe.session.close();
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Closed);
    EXPECT_EQ(probe.timesClosed, 1);
}
