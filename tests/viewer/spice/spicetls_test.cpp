// SPDX-License-Identifier: GPL-3.0-or-later
// Encrypted SPICE against a certificate authority of the test's own.
#include "tests/viewer/spice/spiceprobe.h"

#include <gtest/gtest.h>

#include <QHostAddress>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <memory>

#include <unistd.h>

using Kind = ConsoleError::Kind;

namespace {

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// Authority, and a server certificate by it for another name than the address has.
class Certificates {
public:
    Certificates()
    {
        run(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2 -keyout %1/ca-key.pem -out %1/ca-cert.pem -subj /CN=TestAuthority"));
        run(QStringLiteral("req -newkey rsa:2048 -nodes -keyout %1/server-key.pem -out %1/server.csr -subj /O=Lab/CN=console.test"));
        run(QStringLiteral("x509 -req -days 2 -in %1/server.csr -CA %1/ca-cert.pem -CAkey %1/ca-key.pem -CAcreateserial -out %1/server-cert.pem"));
    }
    QString folder() const { return m_folder.path(); }
    QString authority() const { return m_folder.filePath(QStringLiteral("ca-cert.pem")); }

private:
    void run(const QString &command)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), command.arg(m_folder.path()).split(u' '));
        openssl.waitForFinished();
    }
    QTemporaryDir m_folder;
};

struct SpiceTls : testing::Test {
    static void SetUpTestSuite() { certificates = std::make_unique<Certificates>(); }
    static void TearDownTestSuite() { certificates.reset(); }

    void SetUp() override
    {
        ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
        endpoint.address = QStringLiteral("127.0.0.1");
        endpoint.tlsPort = port;
        endpoint.certificateAuthority = certificates->authority();
    }

    static inline std::unique_ptr<Certificates> certificates;
    int port = freePort();
    QemuGuest guest{QemuGuest::bare()
                    + QStringLiteral("-device VGA -spice addr=127.0.0.1,tls-port=%1,x509-dir=%2,disable-ticketing=on")
                          .arg(port).arg(certificates->folder()).split(u' ')};
    SpiceProbe probe;
    Endpoint endpoint;
};

} // namespace

TEST_F(SpiceTls, TrustsASubjectThatItWasTold)
{
    endpoint.certificateSubject = QStringLiteral("O=Lab,CN=console.test");
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitConnected()) << probe.error->message.toStdString();
    EXPECT_TRUE(spinUntil([&] { return probe.session.lockKeys() && !probe.session.framebuffer().size().isEmpty(); }));
    EXPECT_TRUE(probe.session.security().isEncrypted());
    EXPECT_EQ(probe.session.security().verifiedName, u"O=Lab,CN=console.test");
}

TEST_F(SpiceTls, TellsWhenOnlySomeOfItIsEncrypted)
{
    const int plain = freePort();
    const int encrypted = freePort();
    QemuGuest both(QemuGuest::bare()
                   + QStringLiteral("-device VGA -spice addr=127.0.0.1,port=%1,tls-port=%2,x509-dir=%3,tls-channel=inputs,disable-ticketing=on")
                         .arg(plain).arg(encrypted).arg(certificates->folder()).split(u' '));
    ASSERT_TRUE(both.start()) << both.problem().toStdString();
    endpoint.certificateSubject = QStringLiteral("O=Lab,CN=console.test");
    endpoint.port = plain;
    endpoint.tlsPort = -1;
    SpiceProbe open;
    open.session.open(endpoint);
    ASSERT_TRUE(open.waitConnected()) << open.error->message.toStdString();
    EXPECT_EQ(open.session.security().extent, ConnectionSecurity::Extent::Nothing);
    open.session.close();

    endpoint.tlsPort = encrypted;
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitConnected()) << probe.error->message.toStdString();
    ASSERT_TRUE(spinUntil([&] { return probe.session.lockKeys() && !probe.session.framebuffer().size().isEmpty(); }));
    EXPECT_EQ(probe.session.security().extent, ConnectionSecurity::Extent::Some);
}

TEST_F(SpiceTls, DoesNotTrustAnotherSubject)
{
    endpoint.certificateSubject = QStringLiteral("O=Lab,CN=elsewhere.test");
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::CertificateNotTrusted) << probe.error->message.toStdString();
    EXPECT_FALSE(probe.error->message.isEmpty());
}

TEST_F(SpiceTls, DoesNotTrustACertificateForAnotherName)
{
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::CertificateNotTrusted) << probe.error->message.toStdString();
}

TEST_F(SpiceTls, DoesNotTrustASignerThatItDoesNotKnow)
{
    endpoint.certificateAuthority.clear();
    endpoint.certificateSubject = QStringLiteral("O=Lab,CN=console.test");
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::CertificateNotTrusted) << probe.error->message.toStdString();
}

TEST_F(SpiceTls, SaysThatTlsNeedsAnAddress)
{
    endpoint.address.clear(); // as behind ssh, where the display listens on its host's loopback
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::NeedsOwnEncryption);
}

TEST(SpiceTlsOverDescriptors, SaysThatAServerInsistsOnItsOwnEncryption)
{
    const Certificates certificates;
    const int plain = freePort();
    QemuGuest guest(QemuGuest::bare()
                    + QStringLiteral("-device VGA -spice addr=127.0.0.1,port=%1,tls-port=%2,x509-dir=%3,disable-ticketing=on,tls-channel=default")
                          .arg(plain).arg(freePort()).arg(certificates.folder()).split(u' '));
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    const auto connected = [plain] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(plain));
        return socket.waitForConnected() ? dup(int(socket.socketDescriptor())) : -1;
    };
    SpiceProbe probe;
    Endpoint endpoint;
    endpoint.descriptor = connected();
    ASSERT_GE(endpoint.descriptor, 0);
    endpoint.openAnother = [&](const Endpoint::Opened &opened) { opened(connected(), {}); };
    probe.session.open(std::move(endpoint));
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::NeedsOwnEncryption) << probe.error->message.toStdString();
}

TEST_F(SpiceTls, SaysThatAPlainServerDoesNotEncrypt)
{
    QTcpServer plain;
    ASSERT_TRUE(plain.listen(QHostAddress::LocalHost));
    QObject::connect(&plain, &QTcpServer::newConnection, &plain, [&plain] { plain.nextPendingConnection()->write("not TLS at all, by any means"); });
    endpoint.tlsPort = plain.serverPort();
    probe.session.open(endpoint);
    ASSERT_TRUE(probe.waitClosed());
    EXPECT_EQ(probe.error->kind, Kind::ProtocolViolation) << probe.error->message.toStdString();
}
