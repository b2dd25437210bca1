// SPDX-License-Identifier: GPL-3.0-or-later
// Files for a SPICE guest: dropped ones through the agent, a shared folder through the WebDAV channel, which the
// library serves from within this process. GUI thread.
#pragma once

#include "viewer/session/guestfiles.h"
#include "viewer/spice/gobject.h"
#include "viewer/spice/spiceclient.h"

#include <QPointer>

class SpiceAgent;

class SpiceTransfer final : public FileTransfer {
    Q_OBJECT
public:
    SpiceTransfer(SpiceFileTransferTask *task, QObject *parent);

    QString name() const override { return m_name; }
    qint64 size() const override;
    qint64 sent() const override;
    void cancel() override;

private:
    void moved(SpiceFileTransferTask *, GParamSpec *);
    void ended(SpiceFileTransferTask *, GError *error);

    GRef<SpiceFileTransferTask> m_task;
    QString m_name;
    GConnections m_connections;
};

class SpiceFiles final : public GuestFiles {
    Q_OBJECT
public:
    explicit SpiceFiles(QObject *parent);

    void attach(SpiceAgent &agent);
    void attachFolder(SpiceSession *session, SpiceChannel *channel);
    void detachFolder();
    void detach();

    bool canReceive() const override;
    void send(const QStringList &paths) override;
    bool canShareFolder() const override;
    QString sharedFolder() const override { return m_folder; }
    void shareFolder(const QString &path, bool readOnly) override;

private:
    void began(SpiceChannel *, SpiceFileTransferTask *task);

    QPointer<SpiceAgent> m_agent;
    GRef<SpiceSession> m_session;
    GRef<SpiceChannel> m_folderChannel;
    QString m_folder;
    GConnections m_connections;
};
