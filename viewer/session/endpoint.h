// SPDX-License-Identifier: GPL-3.0-or-later
// Where a console session connects to: a descriptor that is connected already, or an address. Movable value.
#pragma once

#include <QString>

#include <functional>

struct Endpoint {
    enum class Link { Local, Remote };  ///< decides encodings: local asks for Raw first, remote for compression

    /// Connected socket; the session takes it over and closes it. The way it leads counts as safe unless it is
    /// said not to be: this machine, or a tunnel that is encrypted.
    int descriptor = -1;
    bool isWaySafe = true; ///< false: the descriptor leads through a network without encryption
    QString address;       ///< used where there is no descriptor; IPv6 without brackets
    int port = -1;         ///< without encryption
    int tlsPort = -1;      ///< for protocols with a port of its own for TLS
    QString proxy;         ///< address of an HTTP proxy to go through, for protocols that can; may be empty
    /// Protocols with several connections ask here for the further ones: answers in the GUI thread, once, with a
    /// connected socket that passes over, or with -1 and the reason.
    using Opened = std::function<void(int descriptor, const QString &problem)>;
    std::function<void(Opened)> openAnother;
    Link link = Link::Local;
    QString user;
    QString password;      ///< tried once before a person is asked
    QString certificateAuthority; ///< PEM file for X.509 verification; empty: the system's
    QString certificateSubject;   ///< the server's certificate has to name this instead of the address; may be empty
    bool allowAnonymousTls = false;
};
