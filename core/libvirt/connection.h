// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a hypervisor and asking what it is. Every function blocks: call it on a lane.
// https://libvirt.org/html/libvirt-libvirt-host.html
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"
#include "core/libvirt/subscription.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

/// One thing that libvirt wants to know from a person (virConnectCredential).
struct CredentialQuestion {
    enum class Kind { UserName, AuthName, Language, Nonce, Passphrase, Echo, NoEcho, Realm };
    Kind kind = Kind::NoEcho;
    QString prompt;
    QString challenge; ///< e.g. the host name; may be empty
    QString fallback;  ///< taken where the answer is empty

    bool isSecret() const { return kind == Kind::Passphrase || kind == Kind::NoEcho; }
};

/// Called in the thread that opens the connection, and may block it for as long as a person thinks. Gives one
/// answer per question, or nothing to give up. May be called again when an answer was wrong.
using CredentialCallback = std::function<std::optional<QStringList>(const std::vector<CredentialQuestion> &)>;

enum class Access { Full, ReadOnly };

enum class CloseReason {
    Error,     ///< the connection broke
    EndOfFile, ///< the other side closed it
    KeepAlive, ///< the other side no longer answers
    Client,    ///< we closed it
};

namespace connections {

/// Opens `uri`, without keepalive. May take minutes on a network that swallows packets. A refused full access is the caller's to try again with ReadOnly.
Result<ConnectHandle> open(const QString &uri, Access access, const CredentialCallback &credentials = {});

enum class Pulse { On, Off };
/// Whether a daemon that falls silent is told from one that works: 20 s without a sign close the connection.
/// False where the driver or the daemon has no keepalive. Sends nothing itself.
bool keepAlive(const ConnectHandle &connection, Pulse pulse);

/// Calls `closed` once on the event loop's thread when the connection is lost. One per connection.
/// Drivers inside this process cannot be lost: they take it and never call it.
Result<Subscription> onClose(const ConnectHandle &connection, std::function<void(CloseReason)> closed);

/// Local knowledge: no message to the other side.
Result<bool> isAlive(const ConnectHandle &connection);
/// The address as the daemon understood it.
Result<QString> uriOf(const ConnectHandle &connection);
/// The driver's name: "QEMU", "TEST" …
Result<QString> typeOf(const ConnectHandle &connection);
/// libvirt on the other side: "9.0.0".
Result<QString> libraryVersion(const ConnectHandle &connection);
/// The hypervisor: "7.2.22"; empty where it has none.
Result<QString> hypervisorVersion(const ConnectHandle &connection);
/// As the host calls itself.
Result<QString> hostName(const ConnectHandle &connection);
/// The host's capabilities, XML. https://libvirt.org/formatcaps.html
Result<QString> capabilities(const ConnectHandle &connection);
/// Whether the transport encrypts.
Result<bool> isEncrypted(const ConnectHandle &connection);
/// Most virtual processors of a guest of that type ("kvm", "qemu" …; empty for the default).
Result<int> maxVcpus(const ConnectHandle &connection, const QString &type = {});
/// The round trip of the smallest call there is.
Result<std::chrono::microseconds> ping(const ConnectHandle &connection);

/// "9.0.0" of libvirt's packed number; empty for 0.
QString versionText(unsigned long packed);

} // namespace connections
