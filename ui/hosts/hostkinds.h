// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of hypervisor as one table, and the address made from a choice among them. Pure but for translation; GUI thread.
#pragma once

#include "core/hosts/hosturi.h"

#include <QString>

#include <vector>

enum class HostPlace {
    LocalSystem,
    LocalSession,
    Ssh,
    SshSession, ///< the user's own session on the other computer
    Libssh2,
    Tls,
    Tcp,
    Service,    ///< the hypervisor's own web service
};

struct HostKind {
    const char *driver;        ///< libvirt's name; empty for an address written by hand
    const char *label;         ///< source text of the visible name, context HostKind
    std::vector<HostPlace> places;
    const char *path;          ///< of every place but the sessions
    const char *pathLabel = nullptr; ///< source text of the label of a path to enter; null where there is none
    const char *pathHint = nullptr;  ///< an example of it
};

const std::vector<HostKind> &hostKinds();
QString labelOf(const HostKind &kind);
QString labelOf(HostPlace place);
bool isRemote(HostPlace place);
bool takesKeyFile(HostPlace place);

/// What a person chose. Fields that the place does not use are ignored.
struct HostChoice {
    const HostKind *kind = nullptr;
    HostPlace place = HostPlace::LocalSystem;
    QString host;    ///< IPv6 with or without brackets
    QString user;
    int port = 0;    ///< 0: the transport's own
    QString keyFile; ///< private key for ssh; empty: whatever ssh would take
    QString path;    ///< for kinds with a pathLabel; empty: the kind's own
    QString custom;  ///< the whole address, for the kind without a driver
};

/// InvalidInput with an empty message where something is only missing yet.
Result<HostUri> addressOf(const HostChoice &choice);
