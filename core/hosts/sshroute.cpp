// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/sshroute.h"

#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

extern char **environ;

namespace {

/// For the shell on the other side, which ssh cannot avoid.
QString quotedForShell(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

Error systemError(int number, const QString &what)
{
    return {Error::Kind::Internal, QString::fromLocal8Bit(std::strerror(number)), what};
}

/// Waits for a child on a thread of its own: it lives as long as the display that it carries.
void reap(pid_t child)
{
    std::thread([child] {
        int status = 0;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    }).detach();
}

} // namespace

SshRoute SshRoute::plain(const HostUri &uri)
{
    SshRoute route;
    route.m_uri = uri;
    return route;
}

SshRoute SshRoute::shared(const HostUri &uri, const QString &folder)
{
    auto route = plain(uri);
    route.m_folder = folder;
    return route;
}

QString SshRoute::libvirtCommand() const
{
    return m_folder + QStringLiteral("/ssh");
}

QStringList SshRoute::common() const
{
    QStringList arguments;
    if (const auto config = qEnvironmentVariable("VIVARIUM_SSH_CONFIG"); !config.isEmpty())
        arguments << QStringLiteral("-F") << config;
    if (!m_folder.isEmpty())
        arguments << QStringLiteral("-o") << QStringLiteral("ControlPath=%1/c-%C").arg(m_folder);
    // The master must hash to the same control path as libvirt's own calls: same host, port and user.
    if (m_uri.port > 0)
        arguments << QStringLiteral("-p") << QString::number(m_uri.port);
    if (!m_uri.user.isEmpty())
        arguments << QStringLiteral("-l") << m_uri.user;
    if (const auto key = m_uri.parameter(u"keyfile"); !key.isEmpty())
        arguments << QStringLiteral("-i") << key;
    if (const auto known = m_uri.parameter(u"known_hosts"); !known.isEmpty())
        arguments << QStringLiteral("-o") << QStringLiteral("UserKnownHostsFile=\"%1\"").arg(known);
    // https://libvirt.org/uri.html: no_verify=1 is the person's word that the key need not be known.
    if (m_uri.parameter(u"no_verify").toInt() != 0)
        arguments << QStringLiteral("-o") << QStringLiteral("StrictHostKeyChecking=no");
    return arguments;
}

QStringList SshRoute::target() const
{
    return {QStringLiteral("--"), m_uri.host.isEmpty() ? QStringLiteral("localhost") : m_uri.host};
}

QStringList SshRoute::masterArguments() const
{
    static const QStringList options{QStringLiteral("ControlPersist=no"), QStringLiteral("ConnectTimeout=10"),
                                     QStringLiteral("ServerAliveInterval=5"), QStringLiteral("ServerAliveCountMax=3"),
                                     QStringLiteral("ExitOnForwardFailure=no"), QStringLiteral("ForwardX11=no"),
                                     QStringLiteral("ForwardAgent=no")};
    QStringList arguments{QStringLiteral("-M"), QStringLiteral("-N"), QStringLiteral("-T")};
    for (const auto &option : options)
        arguments << QStringLiteral("-o") << option;
    return arguments + common() + target();
}

QStringList SshRoute::checkArguments() const
{
    return QStringList{QStringLiteral("-O"), QStringLiteral("check")} + common() + target();
}

Result<FileDescriptor> SshRoute::forward(const QString &address, int port) const
{
    const auto host = address.contains(u':') ? QStringLiteral("[%1]").arg(address) : address;
    return spawn(QStringList{QStringLiteral("-W"), QStringLiteral("%1:%2").arg(host).arg(port)} + common() + target());
}

Result<FileDescriptor> SshRoute::forwardToSocket(const QString &path) const
{
    return spawn(QStringList{QStringLiteral("-T")} + common() + target()
                 << QStringLiteral("exec nc -U %1").arg(quotedForShell(path)));
}

Result<FileDescriptor> SshRoute::spawn(const QStringList &arguments) const
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return failure(systemError(errno, QStringLiteral("socketpair")));
    FileDescriptor ours(ends[0]), theirs(ends[1]);

    std::vector<QByteArray> words{"ssh", "-o", "BatchMode=yes", "-o", "ControlMaster=no"};
    for (const auto &argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char *> raw;
    for (auto &word : words)
        raw.push_back(word.data());
    raw.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, theirs.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int status = posix_spawnp(&child, "ssh", &actions, nullptr, raw.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (status != 0)
        return failure(systemError(status, QStringLiteral("ssh")));
    reap(child);
    return Result<FileDescriptor>(std::move(ours));
}
