// SPDX-License-Identifier: GPL-3.0-or-later
// One running program per person: the first listens on a local socket that only that person can open, a
// second one hands its command over and ends. GUI thread.
#pragma once

#include "app/commandline.h"

#include <QLocalServer>
#include <QObject>

class SingleInstance final : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// True where a running program took the command. Needs no event loop; gives up after a second.
    static bool handOver(const CommandLine &command);
    /// From now on commands of later launches arrive.
    void listen();

Q_SIGNALS:
    void commandReceived(const CommandLine &command);

private:
    void accept();

    QLocalServer m_server;
};
