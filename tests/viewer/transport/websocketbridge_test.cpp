// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/transport/websocketbridge.h"

#include "tests/support/spin.h"
#include "tests/support/websocketpeer.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <optional>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {
using Kind = WebSocketProblem::Kind;
using Client = WebSocketPeer::Client;

const QByteArray greeting = "RFB 003.008\n";

class WebSocketBridgeTest : public testing::Test {
protected:
    /// Ends the server's thread, before that goes which was declared above and is known to it.
    class Ending {
    public:
        explicit Ending(WebSocketBridgeTest &test) : m_test(test) {}
        ~Ending()
        {
            m_test.bridge.reset();
            m_test.peer.reset();
        }
        Q_DISABLE_COPY_MOVE(Ending)

    private:
        WebSocketBridgeTest &m_test;
    };
    void serve(std::function<void(Client &)> talk) { peer = std::make_unique<WebSocketPeer>(std::move(talk)); }
    void open(const QString &pathAndQuery = QStringLiteral("/"), std::chrono::milliseconds patience = 15s)
    {
        openUrl(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(peer->port()).arg(pathAndQuery)), patience);
    }
    void openUrl(const QUrl &url, std::chrono::milliseconds patience = 15s)
    {
        bridge = std::make_unique<WebSocketBridge>();
        QObject::connect(bridge.get(), &WebSocketBridge::ready, bridge.get(), [this] { isReady = true; });
        QObject::connect(bridge.get(), &WebSocketBridge::failed, bridge.get(), [this](const WebSocketProblem &why) { problem = why; });
        bridge->open({url, {}, patience});
    }
    std::optional<Kind> fails()
    {
        if (!spinUntil([this] { return isReady || problem; }) || !problem)
            return std::nullopt;
        return problem->kind;
    }
    /// The session's end, once the display spoke.
    int session()
    {
        if (!spinUntil([this] { return isReady || problem; }) || !isReady)
            return -1;
        const int fd = bridge->takeDescriptor();
        fcntl(fd, F_SETFL, O_NONBLOCK);
        return fd;
    }
    /// What comes until `size` bytes are there or the connection ends.
    static QByteArray read(int fd, qsizetype size)
    {
        QByteArray all;
        bool ended = false;
        spinUntil([&] {
            char bytes[65536];
            const auto count = ::recv(fd, bytes, sizeof bytes, 0);
            if (count > 0)
                all.append(bytes, count);
            ended = count == 0;
            return ended || all.size() >= size;
        });
        return all;
    }
    static bool ends(int fd) { return spinUntil([fd] { char byte = 0; return ::recv(fd, &byte, 1, 0) == 0; }); }

    std::unique_ptr<WebSocketPeer> peer;
    std::unique_ptr<WebSocketBridge> bridge;
    bool isReady = false;
    std::optional<WebSocketProblem> problem;
};

} // namespace

TEST_F(WebSocketBridgeTest, CarriesBytesBothWays)
{
    QByteArray request;
    const Ending ending(*this);
    serve([&](Client &client) {
        client.agree();
        request = client.request;
        client.write(WebSocketPeer::frame(greeting));
        client.write(WebSocketPeer::frame(client.readFrame().toUpper()));
        client.waitForEnd();
    });
    open(QStringLiteral("/vnc/a?token=x%20y"));
    const int fd = session();
    ASSERT_GE(fd, 0);
    EXPECT_EQ(read(fd, greeting.size()), greeting);
    ASSERT_EQ(::send(fd, "answer", 6, MSG_NOSIGNAL), 6);
    EXPECT_EQ(read(fd, 6), "ANSWER");
    ::close(fd);
    EXPECT_TRUE(spinUntil([&] { return peer->served() == 1; })) << "the connection ends with the session";
    EXPECT_TRUE(request.startsWith("GET /vnc/a?token=x%20y HTTP/1.1\r\n")) << request.constData();
    EXPECT_TRUE(request.contains("Sec-WebSocket-Protocol: binary\r\n")) << request.constData();
}

TEST_F(WebSocketBridgeTest, PutsFragmentsTogetherAndAnswersPings)
{
    QByteArray pong;
    const Ending ending(*this);
    serve([&](Client &client) {
        client.agree();
        client.write(WebSocketPeer::frame("RFB 003", WebSocketPeer::binary, false));
        client.write(WebSocketPeer::frame("there?", WebSocketPeer::ping));
        client.write(WebSocketPeer::frame(".008\n", 0, true));
        pong = client.readFrame();
        client.waitForEnd();
    });
    open();
    const int fd = session();
    ASSERT_GE(fd, 0);
    EXPECT_EQ(read(fd, greeting.size()), greeting);
    ::close(fd);
    EXPECT_TRUE(spinUntil([&] { return peer->served() == 1; }));
    EXPECT_EQ(pong, "there?");
}

TEST_F(WebSocketBridgeTest, SlowsAServerDownToItsSession)
{
    constexpr qint64 frames = 512;
    const QByteArray block(256 * 1024, 'x');
    std::atomic<qint64> sent = 0;
    const Ending ending(*this);
    serve([&](Client &client) {
        client.agree();
        for (int i = 0; i < frames && client.write(WebSocketPeer::frame(block)); ++i)
            ++sent;
        client.waitForEnd();
    });
    open();
    const int fd = session();
    ASSERT_GE(fd, 0);
    // Nobody reads: what the server gets rid of comes to a stop well before all of it.
    qint64 before = -1;
    QElapsedTimer unchanged;
    ASSERT_TRUE(spinUntil([&] {
        if (std::exchange(before, sent.load()) != sent)
            unchanged.start();
        return unchanged.isValid() && unchanged.elapsed() > 300;
    }));
    EXPECT_LT(sent * block.size(), 48 << 20);
    qint64 received = 0;
    EXPECT_TRUE(spinUntil([&] {
        char bytes[65536];
        for (ssize_t count = 0; (count = ::recv(fd, bytes, sizeof bytes, 0)) > 0;)
            received += count;
        return received == frames * block.size();
    }, 60s));
    ::close(fd);
}

TEST_F(WebSocketBridgeTest, SlowsItsSessionDownToAServer)
{
    std::promise<void> go;
    qint64 received = 0;
    const Ending ending(*this);
    serve([&](Client &client) {
        client.agree();
        client.write(WebSocketPeer::frame(greeting));
        go.get_future().wait();
        for (QByteArray bytes; !(bytes = client.readFrame()).isNull();)
            received += bytes.size();
    });
    open();
    const int fd = session();
    ASSERT_GE(fd, 0);
    const QByteArray block(64 * 1024, 'x');
    qint64 written = 0;
    QElapsedTimer unchanged;
    unchanged.start();
    // Until the descriptor takes no more, for good.
    ASSERT_TRUE(spinUntil([&] {
        for (ssize_t count = 0; written < (256 << 20) && (count = ::send(fd, block.data(), size_t(block.size()), MSG_NOSIGNAL)) > 0;) {
            written += count;
            unchanged.start();
        }
        return unchanged.elapsed() > 300;
    }));
    EXPECT_LT(written, 48 << 20);
    go.set_value();
    EXPECT_TRUE(spinUntil([&] { return ::send(fd, "y", 1, MSG_NOSIGNAL) == 1; })) << "it goes on";
    peer.reset();
    EXPECT_GT(received, 0);
    ::close(fd);
}

TEST_F(WebSocketBridgeTest, NeitherSideWaitsForTheOtherForEver)
{
    const QByteArray block(2 << 20, 'x');
    const Ending ending(*this);
    serve([&](Client &client) {
        client.agree();
        client.write(WebSocketPeer::frame(greeting));
        client.write(WebSocketPeer::frame(block));
        for (qint64 received = 0; received < block.size();)
            received += client.readFrame().size();
        client.write(WebSocketPeer::frame("done"));
        client.waitForEnd();
    });
    open();
    const int fd = session();
    ASSERT_GE(fd, 0);
    // A session that writes a long message while more waits for it than a socket holds.
    qsizetype written = 0;
    ASSERT_TRUE(spinUntil([&] {
        const auto count = ::send(fd, block.data() + written, size_t(block.size() - written), MSG_NOSIGNAL);
        written += qMax<qsizetype>(count, 0);
        return written == block.size();
    }));
    const auto all = read(fd, greeting.size() + block.size() + 4);
    EXPECT_EQ(all.size(), greeting.size() + block.size() + 4);
    EXPECT_TRUE(all.endsWith("done"));
    ::close(fd);
}

TEST_F(WebSocketBridgeTest, EndsItsSessionWhenTheServerEnds)
{
    serve([](Client &client) {
        client.agree();
        client.write(WebSocketPeer::frame(greeting));
    });
    open();
    const int fd = session();
    ASSERT_GE(fd, 0);
    EXPECT_EQ(read(fd, 100), greeting) << "what came before the end is there";
    EXPECT_TRUE(ends(fd));
    EXPECT_FALSE(problem);
    ::close(fd);
}

TEST_F(WebSocketBridgeTest, SaysThatNobodyListens)
{
    serve([](Client &) {});
    const QUrl url(QStringLiteral("ws://127.0.0.1:%1/").arg(peer->port()));
    peer.reset();
    openUrl(url);
    EXPECT_EQ(fails(), Kind::Refused);
}

TEST_F(WebSocketBridgeTest, SaysThatThereIsNoSuchHost)
{
    openUrl(QUrl(QStringLiteral("ws://no-such-host.invalid/")));
    EXPECT_EQ(fails(), Kind::Unreachable);
}

TEST_F(WebSocketBridgeTest, TellsWhatAWebServerAnswered)
{
    for (const int status : {401, 403, 404, 500}) {
        serve([status](Client &client) {
            client.readRequest();
            client.write("HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 0\r\n\r\n");
            client.waitForEnd();
        });
        isReady = false;
        problem.reset();
        open();
        EXPECT_EQ(fails(), Kind::HttpStatus) << status;
        EXPECT_EQ(problem ? problem->status : 0, status);
    }
}

TEST_F(WebSocketBridgeTest, SaysThatSomethingIsNoWebSocket)
{
    for (const auto *answer : {"220 mail.example.org ready\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                               "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n\r\n"}) {
        serve([answer](Client &client) {
            client.readRequest();
            client.write(answer);
            client.waitForEnd();
        });
        isReady = false;
        problem.reset();
        open();
        EXPECT_EQ(fails(), Kind::NotAWebSocket) << answer;
    }
}

TEST_F(WebSocketBridgeTest, SaysThatAServerHungUp)
{
    serve([](Client &client) { client.readRequest(); });
    open(QStringLiteral("/?token=secret"));
    EXPECT_EQ(fails(), Kind::HungUp);
    EXPECT_FALSE(problem && problem->detail.contains(u"secret"));
}

TEST_F(WebSocketBridgeTest, TellsWhyAServerClosed)
{
    serve([](Client &client) {
        client.agree();
        client.write(WebSocketPeer::frame(QByteArray("\x03\xf3", 2) + "No such machine", WebSocketPeer::closing));
        client.waitForEnd();
    });
    open();
    EXPECT_EQ(fails(), Kind::Ended);
    EXPECT_EQ(problem ? problem->detail : QString(), u"No such machine");
}

TEST_F(WebSocketBridgeTest, GivesUpOnSilence)
{
    serve([](Client &client) {
        client.write(greeting); // a display without a WebSocket around it waits for the client now
        client.waitForEnd();
    });
    open(QStringLiteral("/"), 50ms);
    EXPECT_EQ(fails(), Kind::TimedOut);
    serve([](Client &client) {
        client.agree();
        client.waitForEnd();
    });
    isReady = false;
    problem.reset();
    open(QStringLiteral("/"), 500ms);
    EXPECT_EQ(fails(), Kind::TimedOut) << "also where the WebSocket stands";
}

TEST_F(WebSocketBridgeTest, RefusesTextAndFramesThatAreTooLong)
{
    const QByteArray huge = QByteArray::fromHex("827f7fffffffffffffff") + "x";
    for (const auto &bytes : {WebSocketPeer::frame("Ukc=", WebSocketPeer::text), huge, QByteArray::fromHex("ff00")}) {
        serve([bytes](Client &client) {
            client.agree();
            client.write(bytes);
            client.waitForEnd();
        });
        isReady = false;
        problem.reset();
        open();
        const auto kind = fails();
        EXPECT_TRUE(kind == Kind::NotAWebSocket || kind == Kind::Ended) << bytes.toHex().constData();
    }
}

TEST_F(WebSocketBridgeTest, RefusesAnEndlessAnswer)
{
    serve([](Client &client) {
        client.readRequest();
        client.write("HTTP/1.1 101 Switching Protocols\r\n");
        const QByteArray line(64 * 1024, 'a');
        while (client.write(line)) {}
    });
    open();
    EXPECT_EQ(fails(), Kind::NotAWebSocket);
    bridge.reset();
}

TEST_F(WebSocketBridgeTest, FailsWhereverTheAnswerIsCut)
{
    std::atomic<int> cut = 0;
    constexpr int whole = 129 + 28; // the answer to any key has this length
    const Ending ending(*this);
    serve([&](Client &client) {
        if (!client.readRequest())
            return;
        const QByteArray answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                  "Sec-WebSocket-Protocol: binary\r\nSec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n";
        client.write(answer.first(qMin<qsizetype>(cut, answer.size())));
    });
    for (cut = 0; cut <= whole; ++cut) {
        isReady = false;
        problem.reset();
        open();
        ASSERT_TRUE(fails()) << cut;
    }
}

TEST_F(WebSocketBridgeTest, CanBeDroppedAtAnyMoment)
{
    std::atomic<int> reached = 0;
    const Ending ending(*this);
    serve([&](Client &client) {
        reached = 1;
        client.agree();
        reached = 2;
        const QByteArray block(256 * 1024, 'x');
        while (client.write(WebSocketPeer::frame(block)))
            reached = 3;
    });
    for (int moment = 0; moment <= 3; ++moment) {
        reached = 0;
        const int served = peer->served();
        open();
        ASSERT_TRUE(spinUntil([&] { return reached >= moment; })) << moment;
        bridge.reset();
        EXPECT_TRUE(spinUntil([&] { return moment == 0 || peer->served() > served; })) << "the server is let go at moment " << moment;
    }
}

TEST_F(WebSocketBridgeTest, EndsItsSessionWhenDropped)
{
    serve([](Client &client) {
        client.agree();
        client.write(WebSocketPeer::frame(greeting));
        client.waitForEnd();
    });
    open();
    const int fd = session();
    ASSERT_GE(fd, 0);
    EXPECT_EQ(read(fd, greeting.size()), greeting);
    bridge.reset();
    EXPECT_TRUE(ends(fd));
    ::close(fd);
}
