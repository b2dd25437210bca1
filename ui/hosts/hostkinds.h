// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of hypervisor as one table, and the address made from a choice among them. Pure but for translation; GUI thread.
#pragma once

#include "core/hosts/hosturi.h"

#include <QString>

#include <vector>

enum class HostPlace { LocalSystem, LocalSession, Ssh, Libssh2, Tls, Tcp, Service };

struct HostKind {
    const char *driver;        ///< libvirt's name; empty for an address written by hand
    const char *label;         ///< source text of the visible name, context HostKind
    std::vector<HostPlace> places;
    const char *systemPath;    ///< of LocalSystem and of remote places
    const char *sessionPath;   ///< of LocalSession
    const char *pathLabel;     ///< source text of the label of an extra path; null where there is none
};

const std::vector<HostKind> &hostKinds();
QString labelOf(const HostKind &kind);
QString labelOf(HostPlace place);
bool isRemote(HostPlace place);

/// What a person chose. Fields that the place does not use are ignored.
struct HostChoice {
    const HostKind *kind = nullptr;
    HostPlace place = HostPlace::LocalSystem;
    QString host;    ///< IPv6 with or without brackets
    QString user;
    int port = 0;    ///< 0: the transport's own
    QString keyFile; ///< private key for ssh; empty: whatever ssh would take
    QString path;    ///< data centre, pool of drivers …: for kinds with a pathLabel
    QString custom;  ///< the whole address, for the kind without a driver
};

/// InvalidInput with an empty message where something is only missing yet.
Result<HostUri> addressOf(const HostChoice &choice);
