// SPDX-License-Identifier: GPL-3.0-or-later
// A libvirt connection address taken apart: driver[+transport]://[user@][host][:port]/[path][?parameters].
// A value; parsing is strict and bounded, unknown drivers and parameters are kept as they are.
// https://libvirt.org/uri.html
#pragma once

#include "core/base/result.h"
#include "core/base/word.h"

#include <QList>
#include <QPair>
#include <QString>

struct TransportTag;
using Transport = Word<TransportTag>;
namespace transports {
inline Transport none() { return Transport(); } ///< in-process driver or local socket
inline Transport ssh() { return Transport(QStringLiteral("ssh")); }
inline Transport libssh2() { return Transport(QStringLiteral("libssh2")); }
inline Transport libssh() { return Transport(QStringLiteral("libssh")); }
inline Transport tls() { return Transport(QStringLiteral("tls")); }
inline Transport tcp() { return Transport(QStringLiteral("tcp")); }
inline Transport unixSocket() { return Transport(QStringLiteral("unix")); }
} // namespace transports

class HostUri {
public:
    HostUri() = default;
    /// Refuses what libvirt could not read either, saying which part is wrong (Error::Kind::InvalidInput).
    static Result<HostUri> parse(const QString &text);

    QString toString() const;

    QString driver;    ///< "qemu", "test", "xen", "vbox", "esx" …
    Transport transport;
    QString user;
    QString host;      ///< IPv6 without brackets
    int port = -1;     ///< -1: the transport's default
    QString path;      ///< with its leading slash: "/system", "/session", "/default"
    QList<QPair<QString, QString>> parameters; ///< decoded, in order

    QString parameter(QStringView key) const;
    void setParameter(const QString &key, const QString &value); ///< an empty value removes it

    bool isLocal() const;         ///< runs on, or inside, this computer
    bool goesThroughSsh() const;  ///< the ssh program carries it
    /// A short name for people: "This computer", "lab-01" are made in ui from it.
    friend bool operator==(const HostUri &, const HostUri &) = default;
};
