// SPDX-License-Identifier: GPL-3.0-or-later
// Files for a guest: sent by a drop onto the console, or read by the guest from a folder that is shared with it.
// GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

/// One file on its way. Owned by its GuestFiles, which keeps it until the event loop has run after finished().
class FileTransfer : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString name() const = 0;
    virtual qint64 size() const = 0; ///< bytes
    virtual qint64 sent() const = 0; ///< bytes
    virtual void cancel() = 0;

Q_SIGNALS:
    void progressed();
    /// `error` is empty where the file arrived; `cancelled` where a person stopped it.
    void finished(const QString &error, bool cancelled);
};

class GuestFiles : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether the guest takes files at present: its agent runs and permits it.
    virtual bool canReceive() const = 0;
    /// Regular files only. started() follows for each.
    virtual void send(const QStringList &paths) = 0;

    /// Whether the machine has a channel for a shared folder.
    virtual bool canShareFolder() const = 0;
    virtual QString sharedFolder() const = 0;
    /// Empty: shares nothing any more.
    virtual void shareFolder(const QString &path, bool readOnly) = 0;

Q_SIGNALS:
    void changed();
    void started(FileTransfer *transfer);
};
