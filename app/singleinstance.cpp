// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>

#include <unistd.h>

namespace {

constexpr int patienceMs = 1000;
constexpr qint64 longestCommand = 64 * 1024;

QString socketPath()
{
    auto folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = QDir::tempPath();
    return QStringLiteral("%1/vivarium-%2").arg(folder).arg(getuid());
}

} // namespace

SingleInstance::SingleInstance(QObject *parent) : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

bool SingleInstance::handOver(const CommandLine &command)
{
    QLocalSocket socket;
    socket.connectToServer(socketPath());
    if (!socket.waitForConnected(patienceMs))
        return false;
    socket.write(command.toJson() + '\n');
    // The answer shows that a live program read it, not a stopped one's queue.
    return socket.waitForReadyRead(patienceMs);
}

void SingleInstance::listen()
{
    if (m_server.listen(socketPath()))
        return;
    // handOver() found nobody behind it: what is left is a dead program's socket.
    QLocalServer::removeServer(socketPath());
    m_server.listen(socketPath());
}

void SingleInstance::accept()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestCommand)
                    socket->abort();
                return;
            }
            const auto command = CommandLine::fromJson(socket->readLine(longestCommand));
            socket->write("ok\n");
            socket->disconnectFromServer();
            if (command)
                Q_EMIT commandReceived(*command);
        });
    }
}
