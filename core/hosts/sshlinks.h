// SPDX-License-Identifier: GPL-3.0-or-later
// One ssh per remote host: a master connection that carries libvirt and every display, so that a person is
// asked once. ssh's questions come to the credential desk. GUI thread; asynchronous, never blocks.
//
// Each link has a private folder with the symbolic links "ssh" (what libvirt runs) and "askpass" (what ssh
// runs), both to the program vivarium-ssh, its socket "ask", and the master's control socket "c-…".
#pragma once

#include "core/base/error.h"
#include "core/hosts/hosturi.h"
#include "core/hosts/sshroute.h"

#include <QObject>
#include <QString>
#include <QUuid>

#include <memory>

class AskServer;
class CredentialDesk;
class QFileSystemWatcher;
class QProcess;
class QTemporaryDir;

/// One master connection. Destroying it ends the ssh without waiting for it.
class SshLink final : public QObject {
    Q_OBJECT
public:
    ~SshLink() override;

    /// Once. Ends in up() or ended(); ended() may also follow up().
    void start();
    /// Ends the ssh, without waiting and without a signal.
    void close();
    const SshRoute &route() const { return m_route; }

Q_SIGNALS:
    void up();
    void ended(const Error &error);

private:
    friend class SshLinks;
    SshLink(const QString &folder, const QString &helper, const HostUri &uri);
    void runMaster();
    void lookForSocket();
    void checkMaster();
    void masterEnded();
    void giveUp(const Error &error);

    QString m_folder;
    QString m_helper;
    HostUri m_uri;
    SshRoute m_route;
    std::unique_ptr<AskServer> m_ask;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
    QProcess *m_master = nullptr;
    QProcess *m_check = nullptr;
    QString m_output;
    bool m_up = false;
    bool m_ended = false;
};

class SshLinks final : public QObject {
    Q_OBJECT
public:
    explicit SshLinks(CredentialDesk &desk, QObject *parent = nullptr);
    ~SshLinks() override; ///< after all links

    /// Whether the program that libvirt and ssh are to run was found beside this one.
    bool isAvailable() const;
    /// Not started yet.
    std::unique_ptr<SshLink> makeLink(const QUuid &hostId, const QString &hostLabel, const HostUri &uri);

private:
    CredentialDesk &m_desk;
    QString m_helper;
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_next = 1;
};
