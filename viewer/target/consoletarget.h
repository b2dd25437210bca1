// SPDX-License-Identifier: GPL-3.0-or-later
// A display that a person named by an address or a connection file, and why what they gave names none. Values; any
// thread. A target holds a password, and may hold a token in its address: it is never logged or shown whole.
#pragma once

#include <QByteArray>
#include <QKeySequence>
#include <QString>
#include <QUrl>

#include <variant>

struct ConsoleTarget {
    enum class Protocol { Vnc, Spice };

    Protocol protocol = Protocol::Vnc;
    QString host;           ///< a name or an address, IPv6 without brackets
    int port = -1;          ///< without encryption; -1: none
    int tlsPort = -1;       ///< SPICE's own port for TLS; -1: none
    QString socketPath;     ///< of a socket on this computer, instead of a host
    QUrl webSocket;         ///< ws or wss, instead of a host; path and query may be secret
    QUrl proxy;             ///< http or https, asked to CONNECT to the host, which may be a ticket then; SPICE alone
    QString user;
    QString password;
    QByteArray certificateAuthority; ///< PEM; empty: what this computer trusts
    QString certificateSubject;      ///< the server's certificate has to name this instead of the host
    QString title;          ///< empty: place() has to do
    bool fullScreen = false;
    bool viewOnly = false;  ///< neither keys nor pointer go out
    QKeySequence toggleFullScreen;
    QKeySequence sendCtrlAltDel;
    QKeySequence releaseInput;
    Qt::KeyboardModifiers releaseModifiers; ///< instead of releaseInput: two or more that are pressed and let go of together

    /// Where it is, without anything secret: "host:5901", a socket's path.
    QString place() const;
    /// The way ends on this computer.
    bool isLocal() const;
};

struct TargetProblem {
    enum class Kind {
        NotUnderstood,     ///< no address at all; the detail is the parser's
        UnknownScheme,     ///< detail: the scheme
        NoHost,
        NoPort,
        BadPort,           ///< detail: what was given
        TooLong,           ///< detail: which part
        ControlCharacters, ///< line breaks and the like where none belong; detail: which part
        TunnelWanted,      ///< through ssh; detail: the host that was to be asked
        ProxyWanted,       ///< one that cannot be used; detail: its host
        NotLocal,          ///< a file of another computer; detail: its address
        NotReadable,       ///< detail: the system's reason
        NotAFile,          ///< a folder, a device …
        TooLarge,
        NotText,
        NoGroup,           ///< the file has no [virt-viewer]
        BadLine,           ///< detail: its number
        NoType,
        UnknownType,       ///< detail: the type
        BadCertificate,    ///< "ca" is no certificate
    };
    Kind kind = Kind::NotUnderstood;
    QString detail; ///< untranslated; never a secret
};

using TargetOrProblem = std::variant<ConsoleTarget, TargetProblem>;
