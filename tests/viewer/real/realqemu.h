// SPDX-License-Identifier: GPL-3.0-or-later
// A QEMU of a test's own with the tiny guest and its agent, ended with the test. GUI thread.
#pragma once

#include "tests/support/spin.h"

#include <QLocalSocket>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/// A guest takes seconds to boot under emulation, and more on a busy computer.
constexpr auto bootPatience = std::chrono::seconds(120);

/// Kernel and initrd, built where they are missing; empty where that fails.
inline QStringList directBoot()
{
    static const QStringList paths = [] {
        QProcess lab;
        lab.start(QStringLiteral(VIVARIUM_LABCTL), {QStringLiteral("direct"), QStringLiteral(VIVARIUM_GUEST_AGENT)});
        spinUntil([&] { return lab.state() == QProcess::NotRunning; }, bootPatience);
        return QString::fromLocal8Bit(lab.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }();
    return paths;
}

class RealQemu {
public:
    ~RealQemu()
    {
        m_agent.abort();
        m_process.kill();
        spinUntil([this] { return m_process.state() == QProcess::NotRunning; });
    }

    QString folder() const { return m_folder.path(); }
    void setEnvironment(const QProcessEnvironment &environment) { m_process.setProcessEnvironment(environment); }

    /// Without a guest, as far as `display` tells; true once it listens.
    bool start(const QStringList &display)
    {
        QStringList arguments{QStringLiteral("-accel"), QStringLiteral("tcg"), QStringLiteral("-nodefaults"),
                              QStringLiteral("-display"), QStringLiteral("none"), QStringLiteral("-name"), QStringLiteral("real"),
                              QStringLiteral("-qmp"), QStringLiteral("unix:%1/qmp,server=on,wait=off").arg(folder())};
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral("qemu-system-x86_64"), arguments + display);
        return spinUntil([this] { return QFile::exists(folder() + QStringLiteral("/qmp")) || m_process.state() == QProcess::NotRunning; },
                         bootPatience)
               && m_process.state() == QProcess::Running;
    }

    /// True once it takes connections at that port of this computer.
    static bool listens(int port)
    {
        QTcpSocket attempt;
        return spinUntil(
            [&] {
                if (attempt.state() == QAbstractSocket::UnconnectedState)
                    attempt.connectToHost(QHostAddress::LocalHost, quint16(port));
                return attempt.state() == QAbstractSocket::ConnectedState;
            },
            bootPatience);
    }

    /// With the guest; true once its agent is there.
    bool boot(const QString &vga = QStringLiteral("virtio-vga"))
    {
        const QStringList kernel = directBoot();
        if (kernel.size() != 2)
            return false;
        const auto in = [this](const char *text) { return QString::fromLatin1(text).arg(folder()); };
        const QStringList arguments{
            QStringLiteral("-cpu"), QStringLiteral("max"), QStringLiteral("-m"), QStringLiteral("256"),
            QStringLiteral("-machine"), QStringLiteral("pc,pcspk-audiodev=snd"), QStringLiteral("-audiodev"), QStringLiteral("none,id=snd"),
            QStringLiteral("-kernel"), kernel.at(0), QStringLiteral("-initrd"), kernel.at(1),
            QStringLiteral("-append"), QStringLiteral("console=ttyS0 quiet"), QStringLiteral("-device"), vga,
            QStringLiteral("-vnc"), in("unix:%1/vnc,audiodev=snd"), QStringLiteral("-device"), QStringLiteral("virtio-serial-pci"),
            QStringLiteral("-chardev"), QStringLiteral("qemu-vdagent,id=vdagent,clipboard=on,mouse=off"),
            QStringLiteral("-device"), QStringLiteral("virtserialport,chardev=vdagent,name=com.redhat.spice.0"),
            QStringLiteral("-serial"), QStringLiteral("null"),
            QStringLiteral("-chardev"), in("socket,id=agent,path=%1/agent,server=on,wait=off"), QStringLiteral("-serial"), QStringLiteral("chardev:agent")};
        if (!start(arguments))
            return false;
        // QEMU makes its sockets one after the other: that the first is there says nothing of this one.
        spinUntil(
            [this] {
                if (m_agent.state() == QLocalSocket::UnconnectedState)
                    m_agent.connectToServer(folder() + QStringLiteral("/agent"));
                return m_agent.state() == QLocalSocket::ConnectedState || m_process.state() == QProcess::NotRunning;
            },
            bootPatience);
        return m_agent.state() == QLocalSocket::ConnectedState && says("ready", bootPatience);
    }

    /// A connected socket that passes over.
    int vnc() const
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(folder() + QStringLiteral("/vnc"));
        qstrncpy(address.sun_path, path.constData(), sizeof address.sun_path);
        const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0)
            return fd;
        close(fd);
        return -1;
    }

    void tell(const QByteArray &line) { m_agent.write(line + '\n'); }
    /// Whether the agent says such a line from now on, or has said it since the last call.
    bool says(const QByteArray &line, std::chrono::milliseconds limit = std::chrono::seconds(30))
    {
        const QByteArray wanted = "agent: " + line;
        const bool said = spinUntil(
            [&] {
                m_heard += m_agent.readAll();
                return m_heard.contains(wanted);
            },
            limit);
        if (said)
            m_heard.remove(0, m_heard.indexOf(wanted) + wanted.size());
        return said;
    }
    QByteArray heard() const { return m_heard; }
    QByteArray output() { return m_process.readAll(); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QLocalSocket m_agent;
    QByteArray m_heard;
};
