// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real sshd on the loopback, with keys made for the test; skipped where there is none to run.
#include "core/hosts/sshlinks.h"

#include "tests/core/hosts/world.h"
#include "tests/core/testdata.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace {

bool run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(20000) && process.exitCode() == 0;
}

void write(const QString &path, const QByteArray &text, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    EXPECT_TRUE(written);
    file.setPermissions(permissions);
}

/// An sshd of the test's own.
class SshServer {
public:
    SshServer()
    {
        const auto sshd = QStandardPaths::findExecutable(QStringLiteral("sshd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
        if (sshd.isEmpty() || !m_folder.isValid())
            return;
        for (const auto &key : {QStringLiteral("host"), QStringLiteral("user")}) {
            if (!run(QStringLiteral("ssh-keygen"), {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"), QStringLiteral("-N"), QString(), QStringLiteral("-f"), file(key)}))
                return;
        }
        QFile::copy(file(QStringLiteral("user.pub")), file(QStringLiteral("authorized")));
        {
            QTcpServer free;
            if (!free.listen(QHostAddress::LocalHost))
                return;
            port = free.serverPort();
        }
        QDir().mkpath(QStringLiteral("/run/sshd")); // sshd of Debian insists on it; fails quietly without root
        const auto option = [](const QString &text) { return QStringList{QStringLiteral("-o"), text}; };
        m_sshd.start(sshd, QStringList{QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), QStringLiteral("/dev/null")}
                               + option(QStringLiteral("ListenAddress=127.0.0.1")) + option(QStringLiteral("Port=%1").arg(port))
                               + option(QStringLiteral("HostKey=") + file(QStringLiteral("host"))) + option(QStringLiteral("UsePAM=no"))
                               + option(QStringLiteral("PidFile=none")) + option(QStringLiteral("StrictModes=no"))
                               + option(QStringLiteral("AuthorizedKeysFile=") + file(QStringLiteral("authorized")))
                               + option(QStringLiteral("PasswordAuthentication=no")) + option(QStringLiteral("KbdInteractiveAuthentication=no")));
        write(file(QStringLiteral("config")), QStringLiteral("Host *\n  UserKnownHostsFile %1\n  GlobalKnownHostsFile /dev/null\n"
                                                             "  IdentitiesOnly yes\n  IdentityAgent none\n").arg(file(QStringLiteral("known"))).toUtf8());
        qputenv("VIVARIUM_SSH_CONFIG", file(QStringLiteral("config")).toLocal8Bit());
        works = m_sshd.waitForStarted() && waitFor([this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, quint16(port));
            return socket.waitForConnected(200);
        });
    }
    ~SshServer()
    {
        qunsetenv("VIVARIUM_SSH_CONFIG");
        m_sshd.terminate();
        m_sshd.waitForFinished();
    }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    HostUri uri(const QString &path = QStringLiteral("/system")) const
    {
        return HostUri::parse(QStringLiteral("qemu+ssh://%1@127.0.0.1:%2%3?keyfile=%4")
                                  .arg(QString::fromLocal8Bit(qgetenv("USER").isEmpty() ? "root" : qgetenv("USER"))).arg(port)
                                  .arg(path, file(QStringLiteral("user")))).value();
    }

    int port = 0;
    bool works = false;

private:
    QTemporaryDir m_folder;
    QProcess m_sshd;
};

bool hasHelper()
{
    if (!qEnvironmentVariableIsSet("VIVARIUM_SSH_HELPER"))
        qputenv("VIVARIUM_SSH_HELPER", VIVARIUM_SSH_HELPER_PATH);
    return QFileInfo(qEnvironmentVariable("VIVARIUM_SSH_HELPER")).isExecutable();
}

QByteArray readSome(int fd)
{
    pollfd wait{fd, POLLIN, 0};
    if (::poll(&wait, 1, 20000) <= 0)
        return {};
    char buffer[256];
    const auto n = ::read(fd, buffer, sizeof buffer);
    return n > 0 ? QByteArray(buffer, n) : QByteArray();
}

} // namespace

#define NEEDS_SSH(server) \
    if (!hasHelper()) \
        GTEST_SKIP() << "vivarium-ssh is not built"; \
    const SshServer server; \
    if (!server.works) \
        GTEST_SKIP() << "no sshd could be started"

TEST(SshLink, AsksAboutAnUnknownKeyAndThenCarriesDisplays)
{
    NEEDS_SSH(server);
    World world;
    ASSERT_TRUE(world.sshLinks.isAvailable());
    auto link = world.sshLinks.makeLink(QUuid::createUuid(), QStringLiteral("lab"), server.uri());
    bool up = false;
    std::optional<Error> ended;
    QObject::connect(link.get(), &SshLink::up, link.get(), [&] { up = true; });
    QObject::connect(link.get(), &SshLink::ended, link.get(), [&](const Error &error) { ended = error; });
    link->start();
    ASSERT_TRUE(waitFor([&] { return ended || !world.credentials.open().empty(); }));
    ASSERT_FALSE(ended) << ended->message.toStdString();
    const auto question = world.credentials.open().front();
    EXPECT_EQ(question.kind, CredentialRequest::Kind::HostKey);
    EXPECT_TRUE(question.text.contains(QStringLiteral("SHA256:")));
    world.credentials.answer(question.id, {}, false);
    ASSERT_TRUE(waitFor([&] { return up || ended; }));
    ASSERT_TRUE(up) << ended->message.toStdString();

    // A display, as the remote host sees it.
    QTcpServer display;
    ASSERT_TRUE(display.listen(QHostAddress::LocalHost));
    QObject::connect(&display, &QTcpServer::newConnection, &display, [&] { display.nextPendingConnection()->write("RFB 003.008\n"); });
    auto socket = link->route().forward(QStringLiteral("127.0.0.1"), display.serverPort());
    ASSERT_TRUE(socket);
    QByteArray greeting;
    ASSERT_TRUE(waitFor([&] {
        pollfd wait{socket->get(), POLLIN, 0};
        return ::poll(&wait, 1, 0) > 0;
    }));
    EXPECT_EQ(readSome(socket->get()), QByteArray("RFB 003.008\n"));

    // The program that libvirt runs goes over the same connection: it asks nothing and needs no key.
    QProcess command;
    command.start(link->route().libvirtCommand(), {QStringLiteral("-p"), QString::number(server.port), QStringLiteral("-l"), server.uri().user,
                                                   QStringLiteral("-T"), QStringLiteral("--"), QStringLiteral("127.0.0.1"), QStringLiteral("echo over")});
    ASSERT_TRUE(waitFor([&] { return command.state() == QProcess::NotRunning; }));
    EXPECT_EQ(command.readAllStandardOutput().trimmed(), QByteArray("over")) << command.readAllStandardError().toStdString();
}

TEST(SshLink, EndsWhenAPersonDoesNotTrustTheKey)
{
    NEEDS_SSH(server);
    World world;
    auto link = world.sshLinks.makeLink(QUuid::createUuid(), QStringLiteral("lab"), server.uri());
    std::optional<Error> ended;
    QObject::connect(link.get(), &SshLink::ended, link.get(), [&](const Error &error) { ended = error; });
    link->start();
    ASSERT_TRUE(waitFor([&] { return !world.credentials.open().empty(); }));
    world.credentials.decline(world.credentials.open().front().id);
    ASSERT_TRUE(waitFor([&] { return ended.has_value(); }));
    EXPECT_EQ(ended->kind, Error::Kind::HostKeyUnknown);
}

TEST(SshLink, TellsOfAKeyThatChanged)
{
    NEEDS_SSH(server);
    write(server.file(QStringLiteral("known")),
          QStringLiteral("[127.0.0.1]:%1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdD7y3aLq454yWBdwLWbieU1ebz9/cu7/QEXn9OIeZJ\n").arg(server.port).toUtf8());
    World world;
    auto link = world.sshLinks.makeLink(QUuid::createUuid(), QStringLiteral("lab"), server.uri());
    std::optional<Error> ended;
    QObject::connect(link.get(), &SshLink::ended, link.get(), [&](const Error &error) { ended = error; });
    link->start();
    ASSERT_TRUE(waitFor([&] { return ended.has_value(); }));
    EXPECT_EQ(ended->kind, Error::Kind::HostKeyUnknown);
    EXPECT_TRUE(ended->message.contains(QStringLiteral("HAS CHANGED"))) << ended->message.toStdString();
    EXPECT_TRUE(world.credentials.open().empty());
}

TEST(SshLink, MayBeDroppedWhileItAsks)
{
    NEEDS_SSH(server);
    World world;
    auto link = world.sshLinks.makeLink(QUuid::createUuid(), QStringLiteral("lab"), server.uri());
    const auto folder = QFileInfo(link->route().libvirtCommand()).path();
    link->start();
    ASSERT_TRUE(waitFor([&] { return !world.credentials.open().empty(); }));
    link.reset();
    EXPECT_TRUE(world.credentials.open().empty());
    EXPECT_FALSE(QFileInfo::exists(folder));
}

TEST(SshLink, TellsOfARefusedConnection)
{
    if (!hasHelper())
        GTEST_SKIP() << "vivarium-ssh is not built";
    quint16 port = 0;
    {
        QTcpServer closed;
        ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
        port = closed.serverPort();
    }
    World world;
    auto host = world.host(QStringLiteral("qemu+ssh://nobody@127.0.0.1:%1/system").arg(port));
    host->connectToHost();
    ASSERT_TRUE(waitFor([&] { return host->state() == HostState::WaitingToRetry; }));
    EXPECT_EQ(host->error()->kind, Error::Kind::Unreachable);
    EXPECT_TRUE(host->error()->message.contains(QStringLiteral("refused"))) << host->error()->message.toStdString();
}
