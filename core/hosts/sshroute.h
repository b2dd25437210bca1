// SPDX-License-Identifier: GPL-3.0-or-later
// How to run ssh to one remote host: over its master connection where there is one, alone otherwise.
// A value; any thread.
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"
#include "core/hosts/hosturi.h"

#include <QString>
#include <QStringList>

class SshRoute {
public:
    /// Without a master: each use is a connection of its own, and must not ask anything.
    static SshRoute plain(const HostUri &uri);
    /// Over the master whose control socket lies in `folder`.
    static SshRoute shared(const HostUri &uri, const QString &folder);

    /// What libvirt runs in place of ssh: the value of its URI parameter "command".
    QString libvirtCommand() const;
    /// Arguments for the master connection itself.
    QStringList masterArguments() const;
    /// Arguments that ask the master whether it is there.
    QStringList checkArguments() const;

    /// A descriptor connected to an address as the remote host sees it. Starts one ssh process and returns at
    /// once; a refusal on the other side shows as end of file.
    Result<FileDescriptor> forward(const QString &address, int port) const;
    /// The same to a local socket of the remote host, by nc there.
    Result<FileDescriptor> forwardToSocket(const QString &path) const;

private:
    QStringList common() const;
    QStringList target() const;
    Result<FileDescriptor> spawn(const QStringList &arguments) const;

    HostUri m_uri;
    QString m_folder; ///< empty without a master
};
