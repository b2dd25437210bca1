// SPDX-License-Identifier: GPL-3.0-or-later
// What no scripted server proves: a real QEMU, and a guest in it.
#include "tests/support/qemuguest.h"
#include "tests/viewer/real/realqemu.h"
#include "tests/viewer/rfb/sessionprobe.h"

#include <QStandardPaths>
#include <QTcpServer>

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

namespace {

constexpr auto patience = std::chrono::seconds(30);

struct RealQemuTest : testing::Test {
    RealQemu qemu;
    SessionProbe probe;
    GuestClipboard *clipboard = probe.session.guestClipboard();

    void connectTo()
    {
        Endpoint endpoint;
        ASSERT_TRUE(spinUntil([&] { return (endpoint.descriptor = qemu.vnc()) >= 0; }, patience));
        probe.session.open(std::move(endpoint));
        ASSERT_TRUE(probe.waitConnected());
        ASSERT_TRUE(spinUntil([&] { return probe.timesDamaged > 0; }, patience));
    }
};

int freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

bool run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    spinUntil([&] { return process.state() == QProcess::NotRunning; }, patience);
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 && process.error() == QProcess::UnknownError)
        return true;
    ADD_FAILURE() << qPrintable(program) << ": " << process.readAll().constData();
    return false;
}

} // namespace

TEST_F(RealQemuTest, SharesTheClipboardWithAGuestInBothDirections)
{
    ASSERT_TRUE(qemu.boot()) << qemu.output().constData();
    connectTo();
    const QByteArray fromGuest = "grüße vom Gast\n€ 😀";
    qemu.tell("copy text " + fromGuest.toHex());
    ASSERT_TRUE(spinUntil([&] { return !probe.offers.isEmpty() && probe.offers.last().contains(ClipboardForm::Text); }, patience));
    clipboard->request(ClipboardForm::Text);
    ASSERT_TRUE(spinUntil([&] { return !probe.received.isEmpty(); }, patience));
    EXPECT_EQ(probe.received.last(), fromGuest);

    const QByteArray toGuest = "zwei\nZeilen für den Gast €";
    clipboard->offer({ClipboardForm::Text});
    ASSERT_TRUE(qemu.says("grabbed text")) << qemu.heard().constData();
    EXPECT_TRUE(probe.wanted.isEmpty()) << "nothing travels before the guest pastes";
    qemu.tell("paste text");
    ASSERT_TRUE(spinUntil([&] { return !probe.wanted.isEmpty(); }, patience));
    clipboard->provide(ClipboardForm::Text, toGuest);
    EXPECT_TRUE(qemu.says("pasted text " + toGuest.toHex() + "\n")) << qemu.heard().constData();

    clipboard->offer({});
    EXPECT_TRUE(qemu.says("grabbed \n") || qemu.says("released")) << qemu.heard().constData();
}

TEST_F(RealQemuTest, HearsTheToneThatAGuestPlays)
{
    ASSERT_TRUE(qemu.boot()) << qemu.output().constData();
    connectTo();
    probe.session.guestAudio()->setPlaybackEnabled(true);
    qemu.tell("beep on");
    const SampleFormat format;
    const auto second = qsizetype(format.rate) * format.channels * 2;
    ASSERT_TRUE(spinUntil([&] { return probe.samples.size() > 2 * second; }, patience));
    ASSERT_FALSE(probe.soundFormats.isEmpty());
    // Over the last second: how often the left channel rises through its middle.
    const auto *last = reinterpret_cast<const qint16 *>(probe.samples.constData() + (probe.samples.size() - second) / 4 * 4);
    int lowest = 0, highest = 0;
    for (int i = 0; i < format.rate; ++i) {
        lowest = qMin<int>(lowest, last[2 * i]);
        highest = qMax<int>(highest, last[2 * i]);
    }
    ASSERT_GT(highest - lowest, 1000);
    const int middle = (lowest + highest) / 2;
    int rises = 0;
    for (int i = 1; i < format.rate; ++i)
        rises += last[2 * i - 2] < middle && last[2 * i] >= middle;
    // Emulation stutters on a busy computer: the tone is there, if with gaps.
    EXPECT_GT(rises, 100);
    EXPECT_LT(rises, 460);
    probe.session.guestAudio()->setPlaybackEnabled(false);
    EXPECT_EQ(probe.soundsStopped, 1);
}

TEST_F(RealQemuTest, SeesTheLightsOfTheGuestsKeyboard)
{
    ASSERT_TRUE(qemu.boot()) << qemu.output().constData();
    connectTo();
    ASSERT_TRUE(spinUntil([&] { return probe.session.lockKeys().has_value(); }, patience));
    const bool caps = probe.session.lockKeys()->caps;
    probe.session.sendKey({KEY_CAPSLOCK, 0xffe5, true});
    probe.session.sendKey({KEY_CAPSLOCK, 0xffe5, false});
    EXPECT_TRUE(spinUntil([&] { return probe.session.lockKeys()->caps != caps; }, patience));
}

TEST_F(RealQemuTest, IsToldWhenTheDisplayCannotChangeItsSize)
{
    ASSERT_TRUE(qemu.start({QStringLiteral("-device"), QStringLiteral("cirrus-vga"), QStringLiteral("-vnc"),
                            QStringLiteral("unix:%1/vnc").arg(qemu.folder())}));
    connectTo();
    EXPECT_EQ(probe.session.desktopName(), QStringLiteral("QEMU (real)"));
    ASSERT_TRUE(spinUntil([&] { return probe.session.canResize(); }, patience));
    probe.session.requestResize({1024, 768});
    EXPECT_TRUE(spinUntil([&] { return !probe.session.canResize(); }, patience));
    EXPECT_FALSE(probe.error);
}

TEST_F(RealQemuTest, LogsInBySasl)
{
    const QString folder = qemu.folder();
    const QString database = folder + QStringLiteral("/users.db");
    // Not among a normal user's programs, but it needs no more rights.
    QString saslpasswd = QStandardPaths::findExecutable(QStringLiteral("saslpasswd2"));
    if (saslpasswd.isEmpty())
        saslpasswd = QStringLiteral("/usr/sbin/saslpasswd2");
    ASSERT_TRUE(run(saslpasswd,
                    {QStringLiteral("-f"), database, QStringLiteral("-p"), QStringLiteral("-c"), QStringLiteral("-u"),
                     QSysInfo::machineHostName(), QStringLiteral("ada")},
                    "lovelace"));
    QFile conf(folder + QStringLiteral("/qemu.conf"));
    ASSERT_TRUE(conf.open(QIODevice::WriteOnly));
    conf.write("mech_list: digest-md5\nauxprop_plugin: sasldb\nsasldb_path: " + QFile::encodeName(database) + '\n');
    conf.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SASL_CONF_PATH"), folder);
    qemu.setEnvironment(environment);
    const int port = freePort();
    ASSERT_TRUE(qemu.start({QStringLiteral("-vnc"), QStringLiteral("127.0.0.1:%1,sasl=on").arg(port - 5900)}));
    ASSERT_TRUE(RealQemu::listens(port)) << qemu.output().constData();
    Endpoint endpoint;
    endpoint.address = QStringLiteral("127.0.0.1");
    endpoint.port = port;
    probe.session.open(endpoint);
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 1 || probe.error; }, patience));
    ASSERT_FALSE(probe.error) << qPrintable(probe.error->message);
    EXPECT_TRUE(probe.askedWithUser);
    probe.session.answerCredentials(QStringLiteral("ada"), QStringLiteral("babbage"));
    ASSERT_TRUE(spinUntil([&] { return probe.timesAsked == 2 || probe.error; }, patience)) << "a wrong one is asked for again";
    ASSERT_FALSE(probe.error) << qPrintable(probe.error->message);
    probe.session.answerCredentials(QStringLiteral("ada"), QStringLiteral("lovelace"));
    ASSERT_TRUE(spinUntil([&] { return probe.session.state() == ConsoleSession::State::Connected || probe.error; }, patience));
    ASSERT_FALSE(probe.error) << qPrintable(probe.error->message);
    EXPECT_TRUE(spinUntil([&] { return probe.timesDamaged > 0; }, patience)) << "through the encryption that SASL agreed on";
    EXPECT_TRUE(probe.session.security().isEncrypted());
    EXPECT_EQ(probe.session.security().protocol, u"SASL");
}

TEST_F(RealQemuTest, TrustsACertificateOnlyWhereAuthorityAndNameAreRight)
{
    const QString folder = qemu.folder();
    const auto in = [&folder](const char *name) { return folder + QLatin1Char('/') + QString::fromLatin1(name); };
    const auto key = [&](const char *name) { return QStringList{QStringLiteral("-keyout"), in(name)}; };
    const QStringList make{QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes")};
    const QString openssl = QStringLiteral("openssl");
    for (const char *authority : {"ca", "other"}) {
        ASSERT_TRUE(run(openssl, make + QStringList{QStringLiteral("-x509"), QStringLiteral("-days"), QStringLiteral("2"),
                                                    QStringLiteral("-subj"), QStringLiteral("/CN=authority"), QStringLiteral("-out"),
                                                    in(authority) + QStringLiteral("-cert.pem")}
                                     + key("authority-key.pem")));
        if (qstrcmp(authority, "ca") == 0) {
            ASSERT_TRUE(QFile::rename(in("authority-key.pem"), in("ca-key.pem")));
        }
    }
    ASSERT_TRUE(run(openssl, make + QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=screen.example"), QStringLiteral("-out"), in("request.pem")}
                                 + key("server-key.pem")));
    QFile names(in("names"));
    ASSERT_TRUE(names.open(QIODevice::WriteOnly));
    names.write("subjectAltName=DNS:screen.example\nbasicConstraints=CA:FALSE\n");
    names.close();
    ASSERT_TRUE(run(openssl, {QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), in("request.pem"), QStringLiteral("-CA"),
                              in("ca-cert.pem"), QStringLiteral("-CAkey"), in("ca-key.pem"), QStringLiteral("-CAcreateserial"),
                              QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-extfile"), in("names"), QStringLiteral("-out"),
                              in("server-cert.pem")}));
    const int port = freePort();
    ASSERT_TRUE(qemu.start({QStringLiteral("-object"), QStringLiteral("tls-creds-x509,id=tls,endpoint=server,verify-peer=off,dir=%1").arg(folder),
                            QStringLiteral("-vnc"), QStringLiteral("127.0.0.1:%1,tls-creds=tls").arg(port - 5900)}))
        << qemu.output().constData();
    ASSERT_TRUE(RealQemu::listens(port)) << qemu.output().constData();

    struct Case {
        const char *what;
        const char *authority;
        const char *subject;
        bool trusted;
    };
    for (const Case &each : {Case{"right", "ca-cert.pem", "screen.example", true}, Case{"another name", "ca-cert.pem", "other.example", false},
                             Case{"the address is no name of it", "ca-cert.pem", "", false},
                             Case{"another authority", "other-cert.pem", "screen.example", false}}) {
        SessionProbe one;
        Endpoint endpoint;
        endpoint.address = QStringLiteral("127.0.0.1");
        endpoint.port = port;
        endpoint.certificateAuthority = in(each.authority);
        endpoint.certificateSubject = QString::fromLatin1(each.subject);
        one.session.open(endpoint);
        ASSERT_TRUE(spinUntil([&] { return one.timesDamaged > 0 || one.error; }, patience)) << each.what;
        EXPECT_EQ(!one.error, each.trusted) << each.what << ": " << qPrintable(one.error ? one.error->message : QString());
        if (one.error) {
            EXPECT_EQ(one.error->kind, ConsoleError::Kind::CertificateNotTrusted) << qPrintable(one.error->message);
            continue;
        }
        const auto security = one.session.security();
        EXPECT_TRUE(security.isEncrypted());
        EXPECT_TRUE(security.protocol.startsWith(u"TLS 1.")) << qPrintable(security.protocol);
        EXPECT_FALSE(security.cipher.isEmpty());
        const auto shown = ServerCertificate::read(security.certificate);
        ASSERT_TRUE(shown);
        EXPECT_EQ(shown->subject, u"CN=screen.example");
        EXPECT_EQ(shown->issuer, u"CN=authority");
        EXPECT_FALSE(shown->isSelfSigned);
        QProcess asked;
        asked.start(openssl, {QStringLiteral("x509"), QStringLiteral("-in"), in("server-cert.pem"), QStringLiteral("-noout"), QStringLiteral("-sha256"),
                              QStringLiteral("-fingerprint")});
        ASSERT_TRUE(spinUntil([&] { return asked.state() == QProcess::NotRunning; }, patience));
        EXPECT_EQ(shown->fingerprint, QString::fromLatin1(asked.readAllStandardOutput()).section(u'=', 1).trimmed());
    }
}

TEST_F(RealQemuTest, RefusesTlsWithoutACertificateUnlessAllowed)
{
    const int port = freePort();
    ASSERT_TRUE(qemu.start({QStringLiteral("-object"), QStringLiteral("tls-creds-anon,id=tls,endpoint=server"), QStringLiteral("-vnc"),
                            QStringLiteral("127.0.0.1:%1,tls-creds=tls").arg(port - 5900)}));
    ASSERT_TRUE(RealQemu::listens(port)) << qemu.output().constData();
    for (const bool allowed : {false, true}) {
        SessionProbe one;
        Endpoint endpoint;
        endpoint.address = QStringLiteral("127.0.0.1");
        endpoint.port = port;
        endpoint.allowAnonymousTls = allowed;
        one.session.open(endpoint);
        ASSERT_TRUE(spinUntil([&] { return one.timesDamaged > 0 || one.error; }, patience));
        EXPECT_EQ(!one.error, allowed) << qPrintable(one.error ? one.error->message : QString());
        if (one.error) {
            EXPECT_EQ(one.error->kind, ConsoleError::Kind::CertificateNotTrusted);
            continue;
        }
        EXPECT_TRUE(one.session.security().isEncrypted());
        EXPECT_TRUE(one.session.security().certificate.isEmpty());
    }
}

TEST(RealQemu, ShowsTheColoursOfSixteenBits)
{
    QemuGuest guest(QemuGuest::bare() + QStringLiteral("-device VGA -vnc unix:@/vnc").split(u' '));
    ASSERT_TRUE(guest.start()) << guest.problem().toStdString();
    ASSERT_TRUE(guest.waitToHear("guest ready"));
    ASSERT_TRUE(guest.obeys("mode16 640 480"));
    SessionProbe probe;
    Endpoint endpoint;
    endpoint.descriptor = guest.connectTo(QStringLiteral("vnc"));
    probe.session.open(std::move(endpoint));
    ASSERT_TRUE(probe.waitConnected());
    const QImage truth = guest.screendump();
    ASSERT_EQ(truth.pixelColor(1, 0).red() >> 3, int((2654435761U & 0xffffff) >> 19));
    EXPECT_TRUE(spinUntil([&] { return probe.session.framebuffer().snapshot() == truth; }, patience));
}
