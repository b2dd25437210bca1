// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicefiles.h"

#include "viewer/spice/spiceagent.h"

#include <QFile>
#include <QFileInfo>

#include <utility>
#include <vector>

SpiceTransfer::SpiceTransfer(SpiceFileTransferTask *task, QObject *parent)
    : FileTransfer(parent), m_task(GRef<SpiceFileTransferTask>::share(task))
{
    char *name = spice_file_transfer_task_get_filename(task);
    m_name = QFile::decodeName(name);
    g_free(name);
    m_connections.connect<&SpiceTransfer::moved>(task, "notify::progress", this);
    m_connections.connect<&SpiceTransfer::ended>(task, "finished", this);
}

qint64 SpiceTransfer::size() const
{
    return qint64(spice_file_transfer_task_get_total_bytes(m_task.get()));
}

qint64 SpiceTransfer::sent() const
{
    return qint64(spice_file_transfer_task_get_transferred_bytes(m_task.get()));
}

void SpiceTransfer::cancel()
{
    spice_file_transfer_task_cancel(m_task.get());
}

void SpiceTransfer::moved(SpiceFileTransferTask *, GParamSpec *)
{
    Q_EMIT progressed();
}

void SpiceTransfer::ended(SpiceFileTransferTask *, GError *error)
{
    const bool cancelled = g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    Q_EMIT finished(error ? QString::fromUtf8(error->message) : QString(), cancelled);
    deleteLater();
}

SpiceFiles::SpiceFiles(QObject *parent)
    : GuestFiles(parent)
{
}

void SpiceFiles::attach(SpiceAgent &agent)
{
    m_agent = &agent;
    connect(&agent, &SpiceAgent::changed, this, &GuestFiles::changed);
    m_connections.connect<&SpiceFiles::began>(agent.main(), "new-file-transfer", this);
}

void SpiceFiles::attachFolder(SpiceSession *session, SpiceChannel *channel)
{
    m_session = GRef<SpiceSession>::share(session);
    m_folderChannel = GRef<SpiceChannel>::share(channel);
    Q_EMIT changed();
}

void SpiceFiles::detachFolder()
{
    m_folderChannel = {};
    m_session = {};
    m_folder.clear();
    Q_EMIT changed();
}

void SpiceFiles::detach()
{
    m_connections.clear();
    m_agent.clear();
    detachFolder();
}

bool SpiceFiles::canReceive() const
{
    return m_agent && m_agent->isPresent() && !m_agent->can(VD_AGENT_CAP_FILE_XFER_DISABLED);
}

void SpiceFiles::send(const QStringList &paths)
{
    if (!canReceive())
        return;
    std::vector<GFile *> files;
    for (const QString &path : paths) {
        if (QFileInfo(path).isFile())
            files.push_back(g_file_new_for_path(QFile::encodeName(path).constData()));
    }
    if (files.empty())
        return;
    files.push_back(nullptr);
    spice_main_channel_file_copy_async(m_agent->main(), files.data(), G_FILE_COPY_NONE, nullptr, nullptr, nullptr, nullptr, nullptr);
    for (GFile *each : files) {
        if (each)
            g_object_unref(each);
    }
}

void SpiceFiles::began(SpiceChannel *, SpiceFileTransferTask *task)
{
    Q_EMIT started(new SpiceTransfer(task, this));
}

bool SpiceFiles::canShareFolder() const
{
    return bool(m_folderChannel);
}

void SpiceFiles::shareFolder(const QString &path, bool readOnly)
{
    if (!m_folderChannel)
        return;
    const bool shared = !std::exchange(m_folder, path).isEmpty();
    // The library's server takes another folder and another permission while it runs. A channel that is disconnected ends
    // later, and one that is connected before stays away for good.
    if (path.isEmpty())
        spice_channel_disconnect(m_folderChannel.get(), SPICE_CHANNEL_NONE);
    g_object_set(m_session.get(), "shared-dir", path.isEmpty() ? nullptr : QFile::encodeName(path).constData(), "share-dir-ro",
                 gboolean(readOnly), nullptr);
    if (!path.isEmpty() && !shared)
        spice_channel_connect(m_folderChannel.get());
    Q_EMIT changed();
}
