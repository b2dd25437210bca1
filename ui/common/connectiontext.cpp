// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/connectiontext.h"

#include "ui/hosts/hostkinds.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(connectiontext)
};

enum class Cause {
    NameUnknown, PortRefused, NoRoute, Silent, Lost,
    KeyChanged, KeyUnknown, CertificateMissing, CertificateBad, CertificateRefused,
    LoginRefused, LoginWanted,
    NotPermitted, NoDaemon, NoSocket, RemoteSilent, NoRemoteLibvirt, NoSshProgram,
    DriverMissing, DriverMissingThere, HypervisorAbsent, FileUnreadable, Malformed, Unsupported, Cancelled, Other,
};

bool holds(const QString &text, std::initializer_list<QLatin1StringView> parts)
{
    return std::any_of(parts.begin(), parts.end(), [&](QLatin1StringView part) { return text.contains(part, Qt::CaseInsensitive); });
}

/// The text is looked at first: one kind of error has several causes with different remedies.
Cause causeIn(const QString &text, const HostUri &uri)
{
    using L = QLatin1StringView;
    if (holds(text, {L("IDENTIFICATION HAS CHANGED"), L("host key has changed"), L("does NOT match"), L("differs from stored identity")}))
        return Cause::KeyChanged;
    if (holds(text, {L("Host key verification failed"), L("host key is not known"), L("No ECDSA host key"), L("No ED25519 host key")}))
        return Cause::KeyUnknown;
    if (holds(text, {L("Could not resolve"), L("Host not found"), L("Name or service not known"), L("unable to resolve"), L("Temporary failure in name resolution"),
                     L("No address associated with hostname"), L("nodename nor servname")}))
        return Cause::NameUnknown;
    if (holds(text, {L("Permission denied (")}) || holds(text, {L("Too many authentication failures")}))
        return Cause::LoginRefused;
    if (holds(text, {L("Cannot read CA certificate"), L("Cannot read certificate"), L("CA certificate '")}))
        return Cause::CertificateMissing;
    if (holds(text, {L("Unable to read TLS confirmation"), L("alert certificate required"), L("Certificate is required")}))
        return Cause::CertificateRefused;
    if (holds(text, {L("certificate failed validation"), L("certificate is not trusted"), L("Certificate owner does not match"),
                     L("certificate hasn't got a known issuer"), L("certificate has expired"), L("TLS handshake"), L("not trusted"),
                     L("verify peer's certificate")}))
        return Cause::CertificateBad;
    if (holds(text, {L("virsh: command not found"), L("nc: command not found"), L("nc: not found"), L("virt-ssh-helper: not found"),
                     L("netcat: not found")}))
        return Cause::NoRemoteLibvirt;
    if (holds(text, {L("Remote command terminated with non-zero code")}))
        return Cause::RemoteSilent;
    if (holds(text, {L("Cannot find 'ssh'"), L("cannot execute binary ssh")}))
        return Cause::NoSshProgram;
    if (holds(text, {L("authentication unavailable"), L("polkit"), L("not authorized"), L("access denied")}))
        return Cause::NotPermitted;
    const bool aboutSocket = holds(text, {L("libvirt-sock"), L("virtqemud"), L("virtxend"), L("virtlxcd"), L("Failed to connect socket")});
    if (aboutSocket && holds(text, {L("Permission denied")}))
        return Cause::NotPermitted;
    if (aboutSocket && holds(text, {L("No such file"), L("Connection refused")}) && (uri.isLocal() || uri.goesThroughSsh()))
        return uri.parameter(u"socket").isEmpty() ? Cause::NoDaemon : Cause::NoSocket;
    if (holds(text, {L("failed to parse xml document")}))
        return Cause::FileUnreadable;
    if (text.contains(L("URI path")) && text.contains(L("unexpected")))
        return Cause::Malformed;
    if (holds(text, {L("Connection refused")}))
        return Cause::PortRefused;
    if (holds(text, {L("No route to host"), L("Network is unreachable"), L("Host is unreachable")}))
        return Cause::NoRoute;
    if (holds(text, {L("timed out"), L("timeout")}))
        return Cause::Silent;
    return Cause::Other;
}

Cause causeOf(const Error &error, const HostUri &uri)
{
    using K = Error::Kind;
    // These two are certain whatever the words are.
    if (error.kind == K::Cancelled)
        return Cause::Cancelled;
    // The driver is there, what it drives is not.
    if (holds(error.message, {QLatin1StringView("vmrun utility is missing"), QLatin1StringView("/proc/vz does not exist"),
                              QLatin1StringView("state driver is not active")}))
        return Cause::HypervisorAbsent;
    if (error.kind == K::DriverMissing)
        return uri.isLocal() || uri.transport.isEmpty() ? Cause::DriverMissing : Cause::DriverMissingThere;
    const auto told = causeIn(error.message + u' ' + error.detail, uri);
    if (told != Cause::Other)
        return told;
    switch (error.kind) {
    case K::NotFound: return uri.isLocal() ? Cause::NoDaemon : Cause::Other;
    case K::Unreachable: return uri.isLocal() ? Cause::NoDaemon : Cause::Lost;
    case K::Refused: return Cause::NotPermitted;
    case K::HostKeyUnknown: return uri.transport == transports::tls() ? Cause::CertificateBad : Cause::KeyUnknown;
    case K::AuthenticationNeeded: return Cause::LoginWanted;
    case K::InvalidInput: return Cause::Malformed;
    case K::TimedOut: return Cause::Silent;
    case K::Unsupported: return Cause::Unsupported;
    default: return Cause::Other;
    }
}

QString hypervisorOf(const HostUri &uri)
{
    const auto &kinds = hostKinds();
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const HostKind &kind) {
        return *kind.driver && QLatin1StringView(kind.driver) == uri.driver;
    });
    if (known != kinds.end())
        return labelOf(*known);
    return uri.driver.isEmpty() ? Words::tr("this kind of host") : uri.driver;
}

/// The package that brings a driver to a Debian system; empty where none does.
QString driverPackage(const HostUri &uri)
{
    static const QStringList packaged{QStringLiteral("qemu"), QStringLiteral("lxc"), QStringLiteral("vbox"), QStringLiteral("xen")};
    return packaged.contains(uri.driver) ? QStringLiteral("libvirt-daemon-driver-") + uri.driver : QString();
}

ErrorText missingDriver(const HostUri &uri, const QString &place)
{
    if (uri.driver.isEmpty())
        return {Words::tr("%1 needs a driver that the libvirt on this computer lacks.").arg(place),
                Words::tr("It was built without the driver for that; nothing is wrong with the host."), {}, {}};
    const auto what = Words::tr("The libvirt on this computer cannot talk to %1.").arg(hypervisorOf(uri));
    if (const auto package = driverPackage(uri); uri.isLocal() && !package.isEmpty())
        return {what, Words::tr("The driver for that is a part of libvirt that is not installed."),
                Words::tr("Install it with “sudo apt install %1”, then restart the daemon with “sudo systemctl restart libvirtd”.").arg(package), {}};
    if (uri.isLocal())
        return {what, Words::tr("It was built without the driver for that."),
                Words::tr("Machines on another computer that has the driver can be reached through ssh."), {}};
    return {what, Words::tr("It was built without the driver for that; nothing is wrong with the host."),
            Words::tr("Reach the host through ssh, where the host's own libvirt has the driver, or install a libvirt that has it here."), {}};
}

/// How to forget a host's old key: ssh keeps it by name and port, in the file that the address names.
QString forgetKeyCommand(const HostUri &uri, const QString &host)
{
    const auto name = uri.port > 0 && uri.port != 22 ? QStringLiteral("\"[%1]:%2\"").arg(host).arg(uri.port) : host;
    auto file = uri.parameter(u"known_hosts");
    if (file.isEmpty() && !uri.goesThroughSsh())
        file = QStringLiteral("~/.config/libvirt/known_hosts");
    return file.isEmpty() ? QStringLiteral("ssh-keygen -R %1").arg(name) : QStringLiteral("ssh-keygen -f %1 -R %2").arg(file, name);
}

QString loginRemedy(const HostUri &uri)
{
    if (uri.goesThroughSsh() || uri.transport == transports::libssh2() || uri.transport == transports::libssh())
        return Words::tr("Check the user name. Copy your public key to the host with ssh-copy-id, or choose the key file that the host knows.");
    return Words::tr("Connect again and enter the user and password that the host expects.");
}

QString portRemedy(const HostUri &uri, const QString &place)
{
    if (uri.transport == transports::tls())
        return Words::tr("Check that the libvirt daemon on %1 listens for TLS, that the port is right, and that no firewall is in between.").arg(place);
    if (uri.transport == transports::tcp())
        return Words::tr("Check that the libvirt daemon on %1 listens for TCP, that the port is right, and that no firewall is in between.").arg(place);
    return Words::tr("Check that an ssh server runs on %1, that the port is right, and that no firewall is in between.").arg(place);
}

QString groupRemedy(const HostUri &uri)
{
    if (uri.isLocal())
        return Words::tr("Join the group with “sudo usermod -aG libvirt $USER” and log in again, or use the session of your own user, "
                         "which needs no permission.");
    return Words::tr("Let the host's administrator add your user to the group libvirt there, or use another user.");
}

QString daemonRemedy(const HostUri &uri)
{
    if (uri.path == u"/session")
        return Words::tr("Install it with “sudo apt install libvirt-daemon qemu-system-x86”; it starts by itself after that.");
    if (uri.isLocal())
        return Words::tr("Install it with “sudo apt install libvirt-daemon-system”, and start it with “sudo systemctl enable --now libvirtd”.");
    return Words::tr("Install libvirt-daemon-system on the host, and start it there with “sudo systemctl enable --now libvirtd”.");
}
} // namespace

ErrorText connectiontext::of(const Error &error, const HostUri &uri, const QString &hostLabel)
{
    const auto host = uri.host.isEmpty() ? hostLabel : uri.host;
    // At the start of a sentence, and inside one.
    const auto place = hostLabel.isEmpty() ? (host.isEmpty() ? Words::tr("The host") : host) : hostLabel;
    const auto inside = uri.isLocal() && !uri.driver.isEmpty() ? Words::tr("this computer") : hostLabel.isEmpty() && host.isEmpty() ? Words::tr("the host") : place;
    switch (causeOf(error, uri)) {
    case Cause::NameUnknown:
        return {Words::tr("The host name “%1” is not known.").arg(host), Words::tr("No address could be found for it."),
                Words::tr("Check the spelling, and that this computer is on the network that knows the name."), {}};
    case Cause::PortRefused:
        return {Words::tr("%1 refused the connection.").arg(place), Words::tr("The computer is there, but nothing listens where we knocked."),
                portRemedy(uri, place), {}};
    case Cause::NoRoute:
        return {Words::tr("There is no way to %1.").arg(inside), Words::tr("This computer's network does not reach the host."),
                Words::tr("Check the network, a VPN if the host needs one, and that the host is switched on."), {}};
    case Cause::Silent:
        return {Words::tr("%1 did not answer in time.").arg(place),
                Words::tr("The host is switched off, very busy, or a firewall swallows the connection."),
                Words::tr("Check that it is on and reachable, then try again."), {}};
    case Cause::Lost:
        return {Words::tr("%1 cannot be reached.").arg(place), Words::tr("The connection could not be made, or was lost."),
                portRemedy(uri, place), {}};
    case Cause::KeyChanged:
        return {Words::tr("%1 shows another key than before.").arg(place),
                Words::tr("The host was installed anew, or somebody pretends to be it. Nothing was sent."),
                Words::tr("Ask its administrator. If the change is meant, remove the old key with “%1” and connect again.").arg(forgetKeyCommand(uri, host)), {}};
    case Cause::KeyUnknown:
        return {Words::tr("The key of %1 is not known yet.").arg(inside),
                Words::tr("Without a known key nobody can tell whether it is really that host."),
                Words::tr("Connect again and compare the fingerprint with the host's own before you trust it."), {}};
    case Cause::CertificateMissing:
        return {Words::tr("The certificates for %1 are missing on this computer.").arg(inside),
                Words::tr("A TLS connection needs the authority's certificate, and one for you."),
                Words::tr("Put them where libvirt looks for them, in ~/.pki/libvirt or /etc/pki, or go through ssh."), {}};
    case Cause::CertificateBad:
        return {Words::tr("The certificate of %1 could not be verified.").arg(inside),
                Words::tr("It is made for another name, has expired, or comes from an authority that this computer does not trust."),
                Words::tr("The details say which; the host's administrator can issue another."), {}};
    case Cause::CertificateRefused:
        return {Words::tr("%1 did not accept this computer's certificate.").arg(place),
                Words::tr("The host lets in whoever shows a certificate from its own authority; it was shown none, or another."),
                Words::tr("Put the clientcert.pem and clientkey.pem that its administrator made for you in ~/.pki/libvirt, or go through ssh."), {}};
    case Cause::LoginRefused:
        return {Words::tr("%1 did not let you in.").arg(place), Words::tr("The host did not accept the user, the key or the password."),
                loginRemedy(uri), {}};
    case Cause::LoginWanted:
        return {Words::tr("%1 wants to know who you are.").arg(place), Words::tr("Credentials are missing, or they were not accepted."),
                loginRemedy(uri), {}};
    case Cause::NotPermitted:
        return {Words::tr("You are not permitted to use the virtualization of %1.").arg(inside),
                Words::tr("Its libvirt daemon is for administrators and for members of the group libvirt."), groupRemedy(uri), {}};
    case Cause::NoDaemon:
        return {Words::tr("No libvirt daemon runs on %1.").arg(inside), Words::tr("Without it there is nothing that could run machines."),
                daemonRemedy(uri), {}};
    case Cause::NoSocket:
        return {Words::tr("No libvirt daemon listens on %1 where the address says.").arg(inside), Words::tr("The address names a socket, and nobody is behind it."),
                Words::tr("Check the socket's path, %1, and that the daemon runs.").arg(uri.parameter(u"socket")), {}};
    case Cause::RemoteSilent:
        return {Words::tr("%1 lets you in, but its libvirt does not answer.").arg(place),
                Words::tr("No libvirt daemon runs there, or it does not serve your user."),
                Words::tr("Start it there with “sudo systemctl enable --now libvirtd”, and let your user be added to the group libvirt."), {}};
    case Cause::NoRemoteLibvirt:
        return {Words::tr("%1 lets you in, but has no libvirt.").arg(place),
                Words::tr("The program that carries libvirt through ssh is missing on the host."),
                Words::tr("Install libvirt-daemon-system and netcat-openbsd on the host."), {}};
    case Cause::NoSshProgram:
        return {Words::tr("The ssh program is missing on this computer."), Words::tr("Hosts that are reached through ssh need it."),
                Words::tr("Install it with “sudo apt install openssh-client”."), {}};
    case Cause::DriverMissing: return missingDriver(uri, place);
    case Cause::DriverMissingThere:
        return {Words::tr("The libvirt on %1 has no driver for %2.").arg(inside, hypervisorOf(uri)),
                Words::tr("The host was reached; it looks after machines of another kind."),
                Words::tr("Choose the hypervisor that the host has, or install the driver there."), {}};
    case Cause::HypervisorAbsent:
        return {Words::tr("%1 does not run on %2.").arg(hypervisorOf(uri), inside), Words::tr("Its libvirt has the driver, but found nothing to drive."),
                Words::tr("Install or start it there, or choose another hypervisor."), {}};
    case Cause::FileUnreadable:
        return {Words::tr("The description file %1 could not be read.").arg(uri.path), Words::tr("It is missing, or is no description of a demonstration host."),
                Words::tr("Choose another file, or leave the path out for the built-in demonstration."), {}};
    case Cause::Malformed:
        return {Words::tr("The address of %1 is not valid.").arg(inside), Words::tr("Nothing was connected."),
                Words::tr("The details say which part is wrong."), {}};
    case Cause::Unsupported:
        return {Words::tr("%1 cannot be used like this.").arg(place), Words::tr("The host, or its version of libvirt, cannot do what the address asks for."),
                Words::tr("Try another way to reach it."), {}};
    case Cause::Cancelled:
        return {Words::tr("Connecting to %1 was cancelled.").arg(inside), {}, {}, {}};
    case Cause::Other:
        break;
    }
    return {Words::tr("%1 could not be connected.").arg(place), Words::tr("The hypervisor gave a reason that is not a common one."),
            Words::tr("The details hold the original message; it may help to search for it."), {}};
}
