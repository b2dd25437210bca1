// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection to a display is protected, as far as those who carry it tell. Values; any thread.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

struct ConnectionSecurity {
    enum class Extent {
        Nothing, ///< is encrypted by the session itself; the way that it takes may be
        Some,    ///< of several connections, at least one is encrypted, and at least one is not
        All,
    };
    Extent extent = Extent::Nothing;
    QString protocol;       ///< "TLS 1.3"; empty where that is not known
    QString cipher;         ///< as its library calls it; empty where that is not known
    QByteArray certificate; ///< the server's, in DER; empty: it showed none, or the library keeps it to itself
    /// Who the server proved to be where the certificate itself is not known: a name or a subject.
    QString verifiedName;

    bool isEncrypted() const { return extent == Extent::All; }
};

/// What a person wants to know of a certificate. Text comes from the server: bounded, and without control characters.
struct ServerCertificate {
    QString subject; ///< "CN=console.example, O=Lab"
    QString issuer;
    bool isSelfSigned = false;
    QDateTime validUntil;
    QString fingerprint; ///< SHA-256, upper case, with colons

    /// Nothing where that is no certificate, or this computer has no library that reads one.
    static std::optional<ServerCertificate> read(const QByteArray &der);
};
