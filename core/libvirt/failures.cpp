// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/failures.h"

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <initializer_list>
#include <optional>

using Kind = Error::Kind;

namespace {

bool mentions(const QString &text, std::initializer_list<QLatin1StringView> phrases)
{
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](QLatin1StringView phrase) { return text.contains(phrase, Qt::CaseInsensitive); });
}

// Texts that say more than the code they come with: ssh's and QEMU's words arrive inside general codes.
// More telling ones first: ssh's failures all end in "Connection reset by peer".
std::optional<Kind> kindFromTelling(const QString &text)
{
    if (mentions(text, {QLatin1StringView("no connection driver available"), QLatin1StringView("libvirt was built without the"),
                        QLatin1StringView("vmrun utility is missing"), QLatin1StringView("does not include a driver name")}))
        return Kind::DriverMissing;
    if (mentions(text, {QLatin1StringView("host key verification failed"), QLatin1StringView("host identification has changed"),
                        QLatin1StringView("host key is known for"), QLatin1StringView("ssh host key"),
                        QLatin1StringView("CA certificate"), QLatin1StringView("client certificate"),
                        QLatin1StringView("certificate is not trusted"), QLatin1StringView("certificate failed validation"),
                        QLatin1StringView("server certificate"), QLatin1StringView("verify the server"),
                        // With the code of a failed login, which would ask a person for a password.
                        QLatin1StringView("verify peer's certificate"),
                        QLatin1StringView("certificate has expired"), QLatin1StringView("does not match the hostname")}))
        return Kind::HostKeyUnknown;
    if (mentions(text, {QLatin1StringView("permission denied ("), QLatin1StringView("permission denied, please try again"),
                        QLatin1StringView("too many authentication failures"), QLatin1StringView("no more authentication methods"),
                        QLatin1StringView("failed to start SASL"), QLatin1StringView("SASL(-13)")}))
        return Kind::AuthenticationNeeded;
    if (mentions(text, {QLatin1StringView("cannot acquire state change lock"), QLatin1StringView("Failed to get \"write\" lock"),
                        QLatin1StringView("Failed to get shared \"write\" lock"), QLatin1StringView("another process using the image"),
                        QLatin1StringView("Device or resource busy")}))
        return Kind::Busy;
    if (mentions(text, {QLatin1StringView("no space left"), QLatin1StringView("not enough free space"),
                        QLatin1StringView("disk quota exceeded")}))
        return Kind::NoSpace;
    // With the code of a wrong state, as if waiting helped: some device cannot be saved at all.
    if (mentions(text, {QLatin1StringView("cannot migrate domain"), QLatin1StringView("blocked by non-migratable device")}))
        return Kind::Unsupported;
    return std::nullopt;
}

std::optional<Kind> kindFromNetworkText(const QString &text)
{
    if (mentions(text, {QLatin1StringView("could not resolve hostname"), QLatin1StringView("unable to resolve address"),
                        QLatin1StringView("name or service not known"), QLatin1StringView("connection refused"),
                        QLatin1StringView("no route to host"), QLatin1StringView("network is unreachable"),
                        QLatin1StringView("connection timed out"), QLatin1StringView("connection reset by peer"),
                        QLatin1StringView("couldn't connect to server"), QLatin1StringView("unable to connect to server"),
                        QLatin1StringView("end of file while reading data"), QLatin1StringView("client socket is closed"),
                        QLatin1StringView("error event on socket"), QLatin1StringView("broken pipe"),
                        QLatin1StringView("connection closed due to keepalive"), QLatin1StringView("no response to keepalive"),
                        QLatin1StringView("no response from client"), QLatin1StringView("couldn't resolve host"),
                        QLatin1StringView("timeout was reached")}))
        return Kind::Unreachable;
    return std::nullopt;
}

std::optional<Kind> kindFromErrno(int number, const QString &text)
{
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS:
        return Kind::Refused;
    case ENOENT:
        return text.contains(QLatin1StringView("connect socket")) ? Kind::Unreachable : Kind::NotFound;
    case EEXIST:
        return Kind::AlreadyExists;
    case ENOSPC:
    case EDQUOT:
        return Kind::NoSpace;
    case EBUSY:
    case ETXTBSY:
        return Kind::Busy;
    case ECONNREFUSED:
    case ECONNRESET:
    case ECONNABORTED:
    case EPIPE:
    case EHOSTUNREACH:
    case EHOSTDOWN:
    case ENETUNREACH:
    case ENETDOWN:
    case ENOTCONN:
    case ETIMEDOUT:
        return Kind::Unreachable;
    case ECANCELED:
        return Kind::Cancelled;
    default:
        return std::nullopt;
    }
}

// Codes whose meaning is the same whatever the text says.
std::optional<Kind> kindFromCode(int code)
{
    switch (code) {
    case VIR_ERR_NO_DOMAIN:
    case VIR_ERR_NO_NETWORK:
    case VIR_ERR_NO_STORAGE_POOL:
    case VIR_ERR_NO_STORAGE_VOL:
    case VIR_ERR_NO_NODE_DEVICE:
    case VIR_ERR_NO_INTERFACE:
    case VIR_ERR_NO_NWFILTER:
    case VIR_ERR_NO_SECRET:
    case VIR_ERR_NO_DOMAIN_SNAPSHOT:
    case VIR_ERR_NO_DOMAIN_METADATA:
    case VIR_ERR_NO_DOMAIN_CHECKPOINT:
    case VIR_ERR_NO_DOMAIN_BACKUP:
    case VIR_ERR_NO_NETWORK_PORT:
    case VIR_ERR_NO_NWFILTER_BINDING:
    case VIR_ERR_NO_SERVER:
    case VIR_ERR_NO_CLIENT:
    case VIR_ERR_DEVICE_MISSING:
        return Kind::NotFound;
    case VIR_ERR_DOM_EXIST:
    case VIR_ERR_NETWORK_EXIST:
    case VIR_ERR_NETWORK_PORT_EXIST:
    case VIR_ERR_STORAGE_VOL_EXIST:
    case VIR_ERR_STORAGE_POOL_BUILT:
        return Kind::AlreadyExists;
    case VIR_ERR_OPERATION_INVALID:
    case VIR_ERR_MIGRATE_UNSAFE:
    case VIR_ERR_SNAPSHOT_REVERT_RISKY:
        return Kind::WrongState;
    case VIR_ERR_OPERATION_DENIED:
    case VIR_ERR_ACCESS_DENIED:
    case VIR_ERR_AUTH_UNAVAILABLE: // polkit has nobody to ask
    case VIR_ERR_NO_ROOT:
        return Kind::Refused;
    case VIR_ERR_AUTH_CANCELLED:
    case VIR_ERR_OPERATION_ABORTED:
        return Kind::Cancelled;
    case VIR_ERR_RESOURCE_BUSY:
    case VIR_ERR_BLOCK_COPY_ACTIVE:
        return Kind::Busy;
    case VIR_ERR_OPERATION_TIMEOUT:
    case VIR_ERR_AGENT_UNRESPONSIVE:
    case VIR_ERR_AGENT_UNSYNCED:
        return Kind::TimedOut;
    case VIR_ERR_UNKNOWN_HOST:
        return Kind::Unreachable;
    case VIR_ERR_NO_SUPPORT:
    case VIR_ERR_CONFIG_UNSUPPORTED:
    case VIR_ERR_ARGUMENT_UNSUPPORTED:
    case VIR_ERR_OPERATION_UNSUPPORTED:
    case VIR_ERR_CPU_INCOMPATIBLE:
    case VIR_ERR_NO_SECURITY_MODEL:
        return Kind::Unsupported;
    default:
        return std::nullopt;
    }
}

bool isInputCode(int code)
{
    static constexpr std::array codes{
        VIR_ERR_INVALID_ARG, VIR_ERR_XML_ERROR, VIR_ERR_XML_DETAIL, VIR_ERR_XML_INVALID_SCHEMA, VIR_ERR_PARSE_FAILED,
        VIR_ERR_CONF_SYNTAX, VIR_ERR_INVALID_MAC, VIR_ERR_NO_NAME, VIR_ERR_NO_OS, VIR_ERR_NO_SOURCE, VIR_ERR_NO_TARGET,
        VIR_ERR_NO_KERNEL, VIR_ERR_NO_DEVICE, VIR_ERR_OS_TYPE, VIR_ERR_OVERFLOW, VIR_ERR_MULTIPLE_DOMAINS,
        VIR_ERR_MULTIPLE_INTERFACES,
    };
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

Kind kindOf(int code, int number, const QString &text)
{
    if (const auto kind = kindFromTelling(text))
        return *kind;
    if (const auto kind = kindFromCode(code))
        return *kind;
    if (code == VIR_ERR_AUTH_FAILED)
        // Polkit's refusals: nothing that could be typed helps.
        return mentions(text, {QLatin1StringView("polkit"), QLatin1StringView("by policy")}) ? Kind::Refused : Kind::AuthenticationNeeded;
    if (code == VIR_ERR_SYSTEM_ERROR) {
        if (const auto kind = kindFromErrno(number, text))
            return *kind;
    }
    if (const auto kind = kindFromNetworkText(text))
        return *kind;
    if (isInputCode(code))
        return Kind::InvalidInput;
    if (mentions(text, {QLatin1StringView("already exists"), QLatin1StringView("already defined")}))
        return Kind::AlreadyExists; // VIR_ERR_OPERATION_FAILED for domains and pools
    if (mentions(text, {QLatin1StringView("is already running"), QLatin1StringView("is not running"),
                        QLatin1StringView("is already active"), QLatin1StringView("is not active"), QLatin1StringView("not paused")}))
        return Kind::WrongState; // in general codes by drivers other than QEMU's
    if (mentions(text, {QLatin1StringView("permission denied"), QLatin1StringView("operation not permitted")}))
        return Kind::Refused;
    if (mentions(text, {QLatin1StringView("authentication failed"), QLatin1StringView("login failed"), QLatin1StringView("incorrect user name or password")}))
        return Kind::AuthenticationNeeded;
    if (mentions(text, {QLatin1StringView("connect socket")}))
        return Kind::Unreachable;
    if (mentions(text, {QLatin1StringView("unable to parse URI")}))
        return Kind::InvalidInput;
    if (mentions(text, {QLatin1StringView("No such file or directory")}))
        return Kind::NotFound;
    return code == VIR_ERR_SSH || code == VIR_ERR_LIBSSH || code == VIR_ERR_GNUTLS_ERROR ? Kind::Unreachable : Kind::Internal;
}

struct Address {
    QString driver;
    QString transport;
    bool hasHost = false;
};

Address addressOf(const QString &uri)
{
    const auto schemeEnd = uri.indexOf(u':');
    const auto scheme = uri.left(qMax<qsizetype>(schemeEnd, 0));
    const auto plus = scheme.indexOf(u'+');
    Address address;
    address.driver = plus < 0 ? scheme : scheme.left(plus);
    address.transport = plus < 0 ? QString() : scheme.mid(plus + 1);
    const auto rest = QStringView(uri).mid(schemeEnd + 1);
    address.hasHost = rest.startsWith(QLatin1StringView("//")) && rest.size() > 2 && rest[2] != u'/' && rest[2] != u'?';
    return address;
}

/// Drivers that some daemon of today has. Others either run inside the calling process or are gone.
bool runsInDaemon(const QString &driver)
{
    static constexpr std::array names{
        QLatin1StringView("qemu"), QLatin1StringView("xen"), QLatin1StringView("lxc"), QLatin1StringView("vbox"), QLatin1StringView("bhyve"),
        QLatin1StringView("ch"), QLatin1StringView("vz"), QLatin1StringView("parallels"), QLatin1StringView("network"),
        QLatin1StringView("storage"), QLatin1StringView("interface"), QLatin1StringView("nodedev"), QLatin1StringView("nwfilter"),
        QLatin1StringView("secret"),
    };
    return std::any_of(names.begin(), names.end(), [&](QLatin1StringView name) { return driver == name; });
}

} // namespace

Error errorFromLibvirt(int code, int domain, int number, const QString &message, const char *call)
{
    auto kind = kindOf(code, number, message);
    // An agent's or monitor's socket is not the way to the host.
    if (kind == Kind::Unreachable && domain == VIR_FROM_QEMU)
        kind = Kind::Internal;
    return Error{kind, message, QString::fromLatin1(call)};
}

Error lastLibvirtError(const char *call)
{
    const auto *error = virGetLastError();
    if (!error || error->code == VIR_ERR_OK)
        return Error{Kind::Internal, QString(), QString::fromLatin1(call)};
    return errorFromLibvirt(error->code, error->domain, error->code == VIR_ERR_SYSTEM_ERROR ? error->int1 : 0,
                            QString::fromUtf8(error->message), call);
}

Error connectFailure(Error error, const QString &uri)
{
    const auto address = addressOf(uri);
    if (!address.transport.isEmpty() || address.driver.isEmpty())
        return error; // it was sent to the remote driver on purpose
    const bool missedDaemon = error.kind == Kind::Unreachable && error.message.contains(QLatin1StringView("connect socket"));
    const bool missedCertificate = error.kind == Kind::HostKeyUnknown;
    const bool onlyElsewhere = !address.hasHost && address.driver == QLatin1StringView("bhyve"); // FreeBSD's
    if ((missedDaemon || missedCertificate) && (!runsInDaemon(address.driver) || onlyElsewhere))
        error.kind = Kind::DriverMissing;
    return error;
}

void silenceLibvirt()
{
    // Each failure reaches a person through a Result.
    virSetErrorFunc(nullptr, [](void *, virErrorPtr) {});
}
