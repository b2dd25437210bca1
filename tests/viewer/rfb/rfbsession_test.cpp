// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/rfb/sessionprobe.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

#include <algorithm>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using State = ConsoleSession::State;
using Kind = ConsoleError::Kind;

TEST(RfbSession, ConnectsToAnAddress)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitConnected());
    EXPECT_EQ(probe.states, (QList<State>{State::Connecting, State::Connected}));
    EXPECT_EQ(probe.session.protocolName(), QStringLiteral("VNC"));
}

TEST(RfbSession, TakesADescriptorOverAndClosesItInTheEnd)
{
    RfbServer server({});
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.descriptor = server.connectedDescriptor();
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitConnected());
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return heard.ended; }));
}

TEST(RfbSession, AsksALocalServerForRawAndARemoteOneForCompression)
{
    for (const auto link : {Endpoint::Link::Local, Endpoint::Link::Remote}) {
        RfbServer server({});
        SessionProbe probe;
        Endpoint endpoint;
        endpoint.link = link;
        probe.open(server, endpoint);
        ASSERT_TRUE(probe.waitConnected());
        ASSERT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return !heard.encodings.isEmpty(); }));
        const auto encodings = server.heard().encodings;
        constexpr int tight = 7;
        const bool local = link == Endpoint::Link::Local;
        EXPECT_EQ(encodings.first(), local ? 0 : 1);
        EXPECT_EQ(encodings.contains(tight), !local);
        const bool quality = std::any_of(encodings.begin(), encodings.end(), [](int each) { return each >= -32 && each <= -23; });
        EXPECT_EQ(quality, !local);
        for (const int wanted : {-223, -239, -257, -258, -308, -314})
            EXPECT_TRUE(encodings.contains(wanted)) << wanted;
    }
}

TEST(RfbSession, TriesTheGivenPasswordBeforeItAsks)
{
    RfbServer::Script script;
    script.password = "secret";
    RfbServer server(script);
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.password = QStringLiteral("secret");
    probe.open(server, endpoint);
    ASSERT_TRUE(probe.waitConnected());
    EXPECT_EQ(probe.timesAsked, 0);
}

TEST(RfbSession, AsksAgainAfterAWrongPassword)
{
    RfbServer::Script script;
    script.password = "secret";
    RfbServer server(script);
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.password = QStringLiteral("outdated");
    probe.open(server, endpoint);
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 1; }));
    EXPECT_EQ(probe.session.state(), State::Authenticating);
    EXPECT_FALSE(probe.askedWithUser);
    probe.session.answerCredentials({}, QStringLiteral("mistyped"));
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 2; }));
    probe.session.answerCredentials({}, QStringLiteral("secret"));
    ASSERT_TRUE(probe.waitConnected());
    EXPECT_EQ(server.heard().wrongPasswords, 2);
}

TEST(RfbSession, SaysThatThePasswordOfADescriptorWasWrong)
{
    RfbServer::Script script;
    script.password = "secret";
    RfbServer server(script);
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.descriptor = server.connectedDescriptor();
    endpoint.password = QStringLiteral("wrong");
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::AuthenticationFailed);
    EXPECT_EQ(probe.error->message, QStringLiteral("Wrong password"));
}

TEST(RfbSession, ClosesWhileItWaitsForAPassword)
{
    RfbServer::Script script;
    script.password = "secret";
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 1; }));
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Closed);
    EXPECT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return heard.ended; }));
}

TEST(RfbSession, ClosesOnceHoweverOftenItIsTold)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitConnected());
    probe.session.close();
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    probe.session.close();
    EXPECT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return heard.ended; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(probe.timesClosed, 1);
    EXPECT_EQ(probe.session.state(), State::Closed);
}

TEST(RfbSession, NeverKeepsTheGuiWaitingWhenItCloses)
{
    RfbServer::Script script;
    script.silent = true;
    RfbServer server(script);
    // The second client of a server that talks to one at a time connects and hears nothing at all.
    for (const bool destroy : {false, true}) {
        auto probe = std::make_unique<SessionProbe>();
        probe->open(server);
        ASSERT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return heard.connections > 0 && !heard.ended; }));
        QElapsedTimer timer;
        timer.start();
        if (destroy) {
            probe.reset();
        } else {
            probe->session.close();
            ASSERT_TRUE(probe->waitClosed());
        }
        EXPECT_LT(timer.elapsed(), 2000); // patience with the server lasts much longer
        ASSERT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return heard.ended; }));
    }
}

TEST(RfbSession, ClosesWhileItConnectsToAnAddressThatDoesNotAnswer)
{
    // A full backlog: connecting there takes as long as patience lasts.
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ASSERT_EQ(listen(listener, 0), 0);
    socklen_t size = sizeof address;
    getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    QList<int> fillers;
    for (int i = 0; i < 4; ++i) {
        fillers.append(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        connect(fillers.last(), reinterpret_cast<sockaddr *>(&address), sizeof address);
    }
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = ntohs(address.sin_port);
    probe.session.open(endpoint);
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    probe.session.close();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_LT(timer.elapsed(), 2000); // patience with the server lasts much longer
    for (const int each : fillers)
        ::close(each);
    ::close(listener);
}

TEST(RfbSession, SaysThatNobodyListens)
{
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = 1;
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Refused);
    EXPECT_FALSE(probe.error->message.isEmpty());
}

TEST(RfbSession, SaysThatThereIsNoSuchHost)
{
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.address = QStringLiteral("no-such-host.invalid");
    endpoint.port = 5900;
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Unreachable);
}

TEST(RfbSession, PassesTheServersRefusalOn)
{
    RfbServer::Script script;
    script.refusal = "Too many clients";
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Refused);
    EXPECT_EQ(probe.error->message, QStringLiteral("Too many clients"));
}

TEST(RfbSession, KnowsWhatIsNoVncServer)
{
    RfbServer::Script script;
    script.version = "SSH-2.0-Ope\n";
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::ProtocolViolation);
}

TEST(RfbSession, RefusesAnonymousEncryptionUnlessAllowed)
{
    RfbServer::Script script;
    script.securityTypes = "\x12"; // TLS without a certificate, and nothing else
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Unsupported);
}

TEST(RfbSession, SaysWhenTheServerEnds)
{
    RfbServer server({});
    SessionProbe probe;
    probe.open(server);
    ASSERT_TRUE(probe.waitConnected());
    server.hangUp();
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::Closed);
}

TEST(RfbSession, RefusesAbsurdScreens)
{
    struct Case {
        QSize size;
        Kind kind;
    };
    for (const Case &each : {Case{{0, 0}, Kind::ProtocolViolation}, Case{{65535, 65535}, Kind::TooLarge},
                             Case{{0, 768}, Kind::ProtocolViolation}, Case{{65535, 1}, Kind::TooLarge}}) {
        RfbServer::Script atOnce;
        atOnce.size = each.size;
        RfbServer::Script later;
        later.greeting = RfbServer::update({RfbServer::rectangle(QRect({}, each.size), -223)});
        RfbServer::Script extended;
        extended.greeting = RfbServer::update({RfbServer::extendedSize(each.size, 0)});
        for (const auto &script : {atOnce, later, extended}) {
            RfbServer server(script);
            SessionProbe probe;
            probe.open(server);
            ASSERT_TRUE(probe.waitClosed());
            EXPECT_EQ(probe.error->kind, each.kind) << each.size.width() << 'x' << each.size.height();
            EXPECT_FALSE(probe.error->message.isEmpty());
        }
    }
}

TEST(RfbSession, SurvivesGarbage)
{
    quint32 seed = 12345;
    for (int round = 0; round < 60; ++round) {
        RfbServer::Script script;
        script.greeting = round % 2 ? QByteArray() : RfbServer::update({QByteArray(), QByteArray(), QByteArray()}).left(4);
        for (int i = 0; i < 2000; ++i) {
            seed = seed * 1664525 + 1013904223;
            script.greeting.append(char(seed >> 24));
        }
        script.cutAfter = 5000;
        RfbServer server(script);
        SessionProbe probe;
        Endpoint endpoint;
        endpoint.link = Endpoint::Link::Remote;
        probe.open(server, endpoint);
        // Garbage may look like the start of something long: then only the end of the connection ends it.
        ASSERT_TRUE(server.waitFor([](const RfbServer::Heard &heard) { return heard.updateRequests > 0; }));
        server.send(QByteArray(5000, '\xff'));
        ASSERT_TRUE(probe.waitClosed()) << round;
    }
}

TEST(RfbSession, EndsWithAnErrorWhereverTheStreamIsCut)
{
    QImage cursor(9, 3, QImage::Format_ARGB32);
    cursor.fill(Qt::red);
    const QByteArray greeting = RfbServer::update({RfbServer::rectangle({1, 0, 12, 9}, -257)})
                                + RfbServer::update({RfbServer::cursor(cursor, {1, 1})})
                                + RfbServer::update({RfbServer::extendedSize({12, 9}, 0), RfbServer::raw(pattern({6, 4})),
                                                     RfbServer::copyRect({6, 4, 6, 4}, {0, 0})})
                                + RfbServer::cutText("text") + QByteArray(1, '\x02');
    constexpr int handshake = 12 + 2 + 4 + 24 + 8;
    const qint64 whole = handshake + greeting.size();
    for (qint64 cut = 0; cut < whole; ++cut) {
        RfbServer::Script script;
        script.size = {12, 9};
        script.greeting = greeting;
        script.cutAfter = cut;
        RfbServer server(script);
        SessionProbe probe;
        Endpoint endpoint;
        endpoint.descriptor = server.connectedDescriptor();
        probe.session.open(endpoint);
        ASSERT_TRUE(probe.waitClosed()) << cut;
        EXPECT_EQ(probe.error->kind, Kind::Closed) << cut << ' ' << qPrintable(probe.error->message);
    }
    RfbServer::Script script;
    script.size = {12, 9};
    script.greeting = greeting;
    RfbServer server(script);
    SessionProbe probe;
    probe.open(server);
    EXPECT_TRUE(spinUntil([&] { return probe.bells == 1; })) << "the uncut stream is read to its end";
    EXPECT_FALSE(probe.error);
}
