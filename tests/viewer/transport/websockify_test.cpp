// SPDX-License-Identifier: GPL-3.0-or-later
// The bridge and a VNC session through websockify itself, plain and encrypted.
#include "tests/support/rfbserver.h"
#include "tests/support/spin.h"
#include "viewer/rfb/rfbsession.h"
#include "viewer/transport/websocketbridge.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <optional>

#include <csignal>
#include <sys/prctl.h>

namespace {
using Kind = WebSocketProblem::Kind;

int freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

class WebsockifyTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("websockify")).isEmpty())
            GTEST_SKIP() << "websockify is not installed";
    }
    void TearDown() override
    {
        session.reset();
        bridge.reset();
        proxy.terminate();
        proxy.waitForFinished();
    }
    /// Serves the machine "good" at that port and "off" at one where nobody listens.
    void start(int vncPort, const QStringList &more = {})
    {
        QFile tokens(folder.filePath(QStringLiteral("tokens")));
        ASSERT_TRUE(tokens.open(QIODevice::WriteOnly));
        tokens.write("good: 127.0.0.1:" + QByteArray::number(vncPort) + "\noff: 127.0.0.1:" + QByteArray::number(freePort()) + '\n');
        tokens.close();
        port = freePort();
        proxy.setProcessChannelMode(QProcess::MergedChannels);
        proxy.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
        proxy.start(QStringLiteral("websockify"),
                    QStringList{QStringLiteral("--token-plugin"), QStringLiteral("TokenFile"), QStringLiteral("--token-source"),
                                tokens.fileName()} + more + QStringList{QStringLiteral("127.0.0.1:%1").arg(port)});
        ASSERT_TRUE(spinUntil([this] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
            return probe.waitForConnected(100);
        }, std::chrono::seconds(30))) << proxy.readAll().constData();
    }
    /// Self-signed, for "localhost"; its name without suffix.
    QString makeCertificate()
    {
        const auto path = folder.filePath(QStringLiteral("server"));
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                          {QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                           QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost"),
                           QStringLiteral("-addext"), QStringLiteral("subjectAltName=DNS:localhost"),
                           QStringLiteral("-keyout"), path + QStringLiteral(".key"), QStringLiteral("-out"), path + QStringLiteral(".pem")});
        openssl.waitForFinished();
        return path;
    }
    void open(const QString &address, const QByteArray &authority = {})
    {
        bridge = std::make_unique<WebSocketBridge>();
        problem.reset();
        isReady = false;
        QObject::connect(bridge.get(), &WebSocketBridge::ready, bridge.get(), [this] { isReady = true; });
        QObject::connect(bridge.get(), &WebSocketBridge::failed, bridge.get(), [this](const WebSocketProblem &why) { problem = why; });
        bridge->open({QUrl(address.arg(port)), authority, std::chrono::seconds(30)});
        spinUntil([this] { return isReady || problem; }, std::chrono::seconds(30));
    }
    std::optional<Kind> kind() const { return problem ? std::optional(problem->kind) : std::nullopt; }

    QTemporaryDir folder;
    QProcess proxy;
    int port = 0;
    std::unique_ptr<WebSocketBridge> bridge;
    std::unique_ptr<RfbSession> session;
    std::optional<WebSocketProblem> problem;
    bool isReady = false;
};

RfbServer::Script blueScreen()
{
    RfbServer::Script script;
    script.size = QSize(640, 480);
    QImage screen(script.size, QImage::Format_RGB32);
    screen.fill(Qt::darkBlue);
    script.greeting = RfbServer::update({RfbServer::raw(screen)});
    return script;
}

} // namespace

TEST_F(WebsockifyTest, BringsThePictureOfTheMachineThatATokenNames)
{
    RfbServer server(blueScreen());
    ASSERT_NO_FATAL_FAILURE(start(server.port()));
    open(QStringLiteral("ws://127.0.0.1:%1/websockify?token=good"));
    ASSERT_TRUE(isReady) << (problem ? qPrintable(problem->detail) : "silence");
    session = std::make_unique<RfbSession>();
    Endpoint endpoint;
    endpoint.descriptor = bridge->takeDescriptor();
    session->open(std::move(endpoint));
    ASSERT_TRUE(spinUntil([&] { return session->framebuffer().size() == QSize(640, 480) && session->framebuffer().snapshot().pixelColor(639, 479) == QColor(Qt::darkBlue); }));
    session->sendKey({30, 'a', true});
    EXPECT_TRUE(spinUntil([&] { return !server.heard().keys.isEmpty(); }));
    session->close();
    EXPECT_TRUE(spinUntil([&] { return server.heard().ended; }));
}

TEST_F(WebsockifyTest, SaysWhatBecameOfAnUnknownTokenAndOfAMachineThatIsOff)
{
    RfbServer server(blueScreen());
    ASSERT_NO_FATAL_FAILURE(start(server.port()));
    open(QStringLiteral("ws://127.0.0.1:%1/websockify?token=bad"));
    EXPECT_EQ(kind(), Kind::HungUp);
    open(QStringLiteral("ws://127.0.0.1:%1/websockify?token=off"));
    EXPECT_EQ(kind(), Kind::Ended);
    EXPECT_EQ(problem ? problem->detail : QString(), u"Failed to connect to downstream server");
}

TEST_F(WebsockifyTest, ChecksTheCertificateOfAnEncryptedOne)
{
    const auto files = makeCertificate();
    QFile certificate(files + QStringLiteral(".pem"));
    ASSERT_TRUE(certificate.open(QIODevice::ReadOnly));
    const auto authority = certificate.readAll();
    RfbServer server(blueScreen());
    ASSERT_NO_FATAL_FAILURE(start(server.port(), {QStringLiteral("--ssl-only"), QStringLiteral("--cert"), certificate.fileName(),
                                                  QStringLiteral("--key"), files + QStringLiteral(".key")}));
    open(QStringLiteral("wss://localhost:%1/?token=good"));
    EXPECT_EQ(kind(), Kind::NotTrusted) << "nobody vouches for it";
    open(QStringLiteral("wss://127.0.0.1:%1/?token=good"), authority);
    EXPECT_EQ(kind(), Kind::NotTrusted) << "it is for another name";
    open(QStringLiteral("wss://localhost:%1/?token=good"), "no certificate");
    EXPECT_EQ(kind(), Kind::BadAuthority);
    open(QStringLiteral("wss://localhost:%1/?token=good"), authority);
    EXPECT_TRUE(isReady) << (problem ? qPrintable(problem->detail) : "silence");
    EXPECT_TRUE(bridge->security().isEncrypted());
    EXPECT_TRUE(bridge->security().protocol.startsWith(u"TLS 1."));
    EXPECT_EQ(bridge->security().certificate, QSslCertificate(authority).toDer());
    open(QStringLiteral("ws://localhost:%1/?token=good"));
    EXPECT_EQ(kind(), Kind::HungUp) << "it speaks TLS alone";
}

TEST_F(WebsockifyTest, SaysThatAPlainOneDoesNotEncrypt)
{
    RfbServer server(blueScreen());
    ASSERT_NO_FATAL_FAILURE(start(server.port()));
    open(QStringLiteral("wss://localhost:%1/?token=good"));
    ASSERT_TRUE(problem);
    EXPECT_NE(problem->kind, Kind::NotTrusted);
}
