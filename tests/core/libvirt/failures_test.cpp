// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/failures.h"

#include <libvirt/virterror.h>

#include <gtest/gtest.h>

#include <cerrno>
#include <ostream>

namespace {

using Kind = Error::Kind;

struct Case {
    const char *name;
    int code;
    int number;
    const char *message;
    Kind kind;
};

void PrintTo(const Case &c, std::ostream *out)
{
    *out << c.name << ": " << c.message;
}

class Failures : public testing::TestWithParam<Case> {};

struct Opening {
    const char *name;
    const char *uri;
    int code;
    const char *message;
    Kind kind;
};

void PrintTo(const Opening &c, std::ostream *out)
{
    *out << c.name << ": " << c.uri;
}

class ConnectFailures : public testing::TestWithParam<Opening> {};

const auto nameOf = [](const auto &info) { return std::string(info.param.name); };

} // namespace

TEST_P(Failures, AreSortedByWhatTheyMean)
{
    const auto &c = GetParam();
    const auto error = errorFromLibvirt(c.code, VIR_FROM_NONE, c.number, QString::fromLatin1(c.message), "virSomething");
    EXPECT_EQ(int(error.kind), int(c.kind));
    EXPECT_EQ(error.message, QString::fromLatin1(c.message));
    EXPECT_EQ(error.detail, QStringLiteral("virSomething"));
}

// The messages are libvirt 9.0's own, as seen.
INSTANTIATE_TEST_SUITE_P(
    Libvirt, Failures,
    testing::Values(
        Case{"GoneDomain", VIR_ERR_NO_DOMAIN, 0, "Domain not found: no domain with matching name 'x'", Kind::NotFound},
        Case{"GonePool", VIR_ERR_NO_STORAGE_POOL, 0, "Storage pool not found", Kind::NotFound},
        Case{"NotRunning", VIR_ERR_OPERATION_INVALID, 0, "Requested operation is not valid: domain is not running", Kind::WrongState},
        Case{"CannotBeSaved", VIR_ERR_OPERATION_INVALID, 0,
             "Requested operation is not valid: cannot migrate domain: The vdagent chardev doesn't yet support migration", Kind::Unsupported},
        Case{"NameTaken", VIR_ERR_OPERATION_FAILED, 0, "operation failed: domain 'a' already exists with uuid 1", Kind::AlreadyExists},
        Case{"VolumeTaken", VIR_ERR_STORAGE_VOL_EXIST, 0, "storage volume name 'a' already in use.", Kind::AlreadyExists},
        Case{"NotInThisDriver", VIR_ERR_NO_SUPPORT, 0, "this function is not supported by the connection driver: virDomainReset", Kind::Unsupported},
        Case{"LockHeld", VIR_ERR_OPERATION_TIMEOUT, 0,
             "Timed out during operation: cannot acquire state change lock (held by monitor=remoteDispatchDomainSave)", Kind::Busy},
        Case{"SlowAgent", VIR_ERR_AGENT_UNRESPONSIVE, 0, "Guest agent is not responding: QEMU guest agent is not connected", Kind::TimedOut},
        Case{"ImageInUse", VIR_ERR_INTERNAL_ERROR, 0,
             "internal error: process exited while connecting to monitor: Failed to get \"write\" lock", Kind::Busy},
        Case{"ReadOnly", VIR_ERR_OPERATION_DENIED, 0, "operation virDomainCreate forbidden for read only access", Kind::Refused},
        Case{"SocketPermission", VIR_ERR_SYSTEM_ERROR, EACCES,
             "Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied", Kind::Refused},
        Case{"NoPolkitAgent", VIR_ERR_AUTH_UNAVAILABLE, 0,
             "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'", Kind::Refused},
        Case{"PolkitSaysNo", VIR_ERR_AUTH_FAILED, 0, "authentication failed: access denied by policy", Kind::Refused},
        Case{"WrongPassword", VIR_ERR_AUTH_FAILED, 0, "authentication failed: authentication failed", Kind::AuthenticationNeeded},
        Case{"NoDaemon", VIR_ERR_SYSTEM_ERROR, ENOENT,
             "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory", Kind::Unreachable},
        Case{"MissingImage", VIR_ERR_SYSTEM_ERROR, ENOENT, "Cannot access storage file '/a.qcow2': No such file or directory", Kind::NotFound},
        Case{"PortClosed", VIR_ERR_SYSTEM_ERROR, ECONNREFUSED, "unable to connect to server at '127.0.0.1:1': Connection refused", Kind::Unreachable},
        Case{"NoSuchHost", VIR_ERR_SYSTEM_ERROR, 0,
             "Unable to resolve address 'nosuch.invalid' service '16509': Name or service not known", Kind::Unreachable},
        Case{"SshNoSuchHost", VIR_ERR_SYSTEM_ERROR, ECONNRESET,
             "Cannot recv data: ssh: Could not resolve hostname nosuch.invalid: Name or service not known: Connection reset by peer", Kind::Unreachable},
        Case{"SshPermission", VIR_ERR_SYSTEM_ERROR, ECONNRESET,
             "Cannot recv data: root@h: Permission denied (publickey,password).: Connection reset by peer", Kind::AuthenticationNeeded},
        Case{"SshHostKey", VIR_ERR_SYSTEM_ERROR, ECONNRESET,
             "Cannot recv data: Host key verification failed.: Connection reset by peer", Kind::HostKeyUnknown},
        Case{"ConnectionLost", VIR_ERR_INTERNAL_ERROR, 0, "internal error: client socket is closed", Kind::Unreachable},
        Case{"DaemonDied", VIR_ERR_SYSTEM_ERROR, EIO, "End of file while reading data: Input/output error", Kind::Unreachable},
        Case{"NotBuilt", VIR_ERR_CONFIG_UNSUPPORTED, 0,
             "unsupported configuration: libvirt was built without the 'hyperv' driver", Kind::DriverMissing},
        Case{"NoDriverInDaemon", VIR_ERR_NO_CONNECT, 0, "no connection driver available for vbox:///session", Kind::DriverMissing},
        Case{"ConfigUnsupported", VIR_ERR_CONFIG_UNSUPPORTED, 0, "unsupported configuration: spice graphics are not supported", Kind::Unsupported},
        Case{"DiskFull", VIR_ERR_SYSTEM_ERROR, ENOSPC, "cannot allocate 1 bytes in file '/a': No space left on device", Kind::NoSpace},
        Case{"DiskFullInQemu", VIR_ERR_INTERNAL_ERROR, 0, "internal error: Child process: No space left on device", Kind::NoSpace},
        Case{"BadXml", VIR_ERR_XML_ERROR, 0, "XML error: missing domain type attribute", Kind::InvalidInput},
        Case{"BadSchema", VIR_ERR_XML_INVALID_SCHEMA, 0, "XML document failed to validate against schema", Kind::InvalidInput},
        Case{"BadTransport", VIR_ERR_INVALID_ARG, 0, "invalid argument: remote_open: transport in URL not recognised", Kind::InvalidInput},
        Case{"Aborted", VIR_ERR_OPERATION_ABORTED, 0, "operation aborted: domain save job: canceled by client", Kind::Cancelled},
        Case{"AnythingElse", VIR_ERR_INTERNAL_ERROR, 0, "internal error: something odd", Kind::Internal}),
    nameOf);

TEST_P(ConnectFailures, TellAMissingDriverFromAMissingDaemon)
{
    const auto &c = GetParam();
    const auto error = connectFailure(
        errorFromLibvirt(c.code, VIR_FROM_RPC, c.code == VIR_ERR_SYSTEM_ERROR ? ENOENT : 0, QString::fromLatin1(c.message), "virConnectOpenAuth"),
        QString::fromLatin1(c.uri));
    EXPECT_EQ(int(error.kind), int(c.kind));
    EXPECT_EQ(error.message, QString::fromLatin1(c.message)) << "the original text stays";
}

namespace {
constexpr auto noCertificate = "Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file or directory";
constexpr auto noSocket = "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory";
} // namespace

INSTANTIATE_TEST_SUITE_P(
    Libvirt, ConnectFailures,
    testing::Values(
        Opening{"UnknownRemote", "foo://bar/", VIR_ERR_SYSTEM_ERROR, noCertificate, Kind::DriverMissing},
        Opening{"PhypIsGone", "phyp://x/", VIR_ERR_SYSTEM_ERROR, noCertificate, Kind::DriverMissing},
        Opening{"UnknownLocal", "foo:///bar", VIR_ERR_SYSTEM_ERROR, noSocket, Kind::DriverMissing},
        Opening{"BhyveOnLinux", "bhyve:///system", VIR_ERR_SYSTEM_ERROR, noSocket, Kind::DriverMissing},
        Opening{"QemuWithoutDaemon", "qemu:///system", VIR_ERR_SYSTEM_ERROR, noSocket, Kind::Unreachable},
        Opening{"QemuByTls", "qemu://host/system", VIR_ERR_SYSTEM_ERROR, noCertificate, Kind::HostKeyUnknown},
        Opening{"StrangersAuthority", "qemu+tls://host/system", VIR_ERR_AUTH_FAILED,
                "authentication failed: Failed to verify peer's certificate", Kind::HostKeyUnknown},
        Opening{"BhyveByTls", "bhyve+tls://host/system", VIR_ERR_SYSTEM_ERROR, noCertificate, Kind::HostKeyUnknown},
        Opening{"UnknownBySsh", "foo+ssh://host/", VIR_ERR_NO_CONNECT, "no connection driver available for foo:///", Kind::DriverMissing},
        Opening{"NoDriverName", "qemu", VIR_ERR_NO_CONNECT,
                "no connection driver available for URI 'qemu' does not include a driver name", Kind::DriverMissing}),
    nameOf);

TEST(Failures, AQemuMonitorThatBrokeIsNotAnUnreachableHost)
{
    const auto error = errorFromLibvirt(VIR_ERR_SYSTEM_ERROR, VIR_FROM_QEMU, ECONNRESET, QStringLiteral("Unable to read from monitor: Connection reset by peer"), "virDomainCreate");
    EXPECT_EQ(error.kind, Kind::Internal);
}
