// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/addressroute.h"

#include "tests/support/rfbserver.h"
#include "tests/support/spin.h"
#include "tests/support/websocketpeer.h"
#include "ui/console/targetwords.h"
#include "viewer/target/vieweraddress.h"

#include <QFile>
#include <QLocalServer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sys/socket.h>

namespace {
class AddressRouteTest : public testing::Test {
protected:
    void find(const ConsoleTarget &target)
    {
        route = std::make_unique<AddressRoute>(target);
        way.reset();
        route->find(&receiver, [this](Result<DisplayWay> &&found) { way.emplace(std::move(found)); });
        spinUntil([this] { return way.has_value(); });
    }
    void find(const QString &address) { find(std::get<ConsoleTarget>(vieweraddress::parse(address))); }
    bool isFound() const { return way && way->has_value(); }

    QObject receiver;
    std::unique_ptr<AddressRoute> route;
    std::optional<Result<DisplayWay>> way;
};

void servesDisplay(WebSocketPeer::Client &client)
{
    client.agree();
    client.write(WebSocketPeer::frame("RFB 003.008\n"));
    client.waitForEnd();
}
} // namespace

TEST_F(AddressRouteTest, TellsASessionAllThatTheTargetSays)
{
    ConsoleTarget target;
    target.protocol = ConsoleTarget::Protocol::Spice;
    target.host = QStringLiteral("node1.example.org");
    target.port = 5930;
    target.tlsPort = 5931;
    target.proxy = QUrl(QStringLiteral("http://gate:3128"));
    target.user = QStringLiteral("me");
    target.password = QStringLiteral("pw");
    target.certificateAuthority = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
    target.certificateSubject = QStringLiteral("CN=node1");
    find(target);
    ASSERT_TRUE(isFound());
    const auto &endpoint = (*way)->endpoint;
    EXPECT_EQ((*way)->kind, displays::spice());
    EXPECT_FALSE((*way)->socket.isOpen());
    EXPECT_EQ(endpoint.address, u"node1.example.org");
    EXPECT_EQ(endpoint.port, 5930);
    EXPECT_EQ(endpoint.tlsPort, 5931);
    EXPECT_EQ(endpoint.proxy, u"http://gate:3128");
    EXPECT_EQ(endpoint.user, u"me");
    EXPECT_EQ(endpoint.password, u"pw");
    EXPECT_EQ(endpoint.link, Endpoint::Link::Remote);
    EXPECT_EQ(endpoint.certificateSubject, u"CN=node1");
    QFile authority(endpoint.certificateAuthority);
    ASSERT_TRUE(authority.open(QIODevice::ReadOnly));
    EXPECT_EQ(authority.readAll(), target.certificateAuthority);
    route.reset();
    EXPECT_FALSE(authority.exists()) << "the file goes with the route";
}

TEST_F(AddressRouteTest, ConnectsToASocketOfThisComputer)
{
    QTemporaryDir folder;
    QLocalServer server;
    ASSERT_TRUE(server.listen(folder.filePath(QStringLiteral("vnc"))));
    find(QStringLiteral("vnc+unix://") + server.fullServerName());
    ASSERT_TRUE(isFound());
    EXPECT_TRUE((*way)->socket.isOpen());
    EXPECT_EQ((*way)->path, DisplayWay::Path::Local);
    EXPECT_EQ((*way)->endpoint.link, Endpoint::Link::Local);
    int another = -1;
    (*way)->endpoint.openAnother([&](int descriptor, const QString &) { another = descriptor; });
    EXPECT_GE(another, 0);
    ::close(another);
    EXPECT_TRUE(spinUntil([&] { return server.hasPendingConnections(); }));
}

TEST_F(AddressRouteTest, SaysThatThereIsNoSuchSocket)
{
    find(QStringLiteral("vnc+unix:///nowhere/vnc"));
    ASSERT_TRUE(way);
    ASSERT_FALSE(way->has_value());
    EXPECT_EQ(way->error().kind, Error::Kind::NotFound);
}

TEST_F(AddressRouteTest, GoesThroughAWebSocketAndKnowsWhetherThatIsSafe)
{
    const WebSocketPeer peer(servesDisplay);
    find(QStringLiteral("vnc+ws://127.0.0.1:%1/").arg(peer.port()));
    ASSERT_TRUE(isFound());
    EXPECT_TRUE((*way)->socket.isOpen());
    EXPECT_TRUE((*way)->endpoint.isWaySafe);
    find(QStringLiteral("vnc+ws://0.0.0.0:%1/").arg(peer.port())); // the same, but not by a name of this computer
    ASSERT_TRUE(isFound());
    EXPECT_FALSE((*way)->endpoint.isWaySafe);
    EXPECT_EQ((*way)->endpoint.link, Endpoint::Link::Remote);
}

TEST_F(AddressRouteTest, WordsWhatAWebServerSays)
{
    const WebSocketPeer peer([](WebSocketPeer::Client &client) {
        client.readRequest();
        client.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        client.waitForEnd();
    });
    find(QStringLiteral("vnc+ws://127.0.0.1:%1/?token=secret").arg(peer.port()));
    ASSERT_TRUE(way);
    ASSERT_FALSE(way->has_value());
    EXPECT_EQ(way->error().kind, Error::Kind::Refused);
    EXPECT_TRUE(route->reason().contains(u"403"));
    EXPECT_FALSE(route->reason().contains(u"secret"));
}

TEST(TargetWords, SayWhatEveryProblemMeansAndWhatToDo)
{
    using K = TargetProblem::Kind;
    QStringList known;
    for (int kind = 0; kind <= int(K::BadCertificate); ++kind) {
        const auto words = targetwords::of(TargetProblem{K(kind), QStringLiteral("x")}, QStringLiteral("a.vv"));
        EXPECT_TRUE(words.what.contains(u"a.vv"));
        EXPECT_FALSE(words.means.isEmpty()) << kind;
        EXPECT_FALSE(words.next.isEmpty()) << kind;
        EXPECT_FALSE(known.contains(words.means)) << qPrintable(words.means);
        known.append(words.means);
    }
}

TEST(TargetWords, SayWhatBecameOfEveryWebSocket)
{
    using K = WebSocketProblem::Kind;
    QStringList known;
    for (int kind = 0; kind <= int(K::Ended); ++kind) {
        const auto words = targetwords::of(WebSocketProblem{K(kind), 500, QStringLiteral("x")});
        EXPECT_FALSE(words.isEmpty());
        EXPECT_FALSE(known.contains(words)) << qPrintable(words);
        known.append(words);
    }
}
