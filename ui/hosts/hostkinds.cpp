// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/hostkinds.h"

#include <QCoreApplication>

using P = HostPlace;

const std::vector<HostKind> &hostKinds()
{
    static const std::vector<HostKind> kinds{
        {"qemu", QT_TRANSLATE_NOOP("HostKind", "QEMU/KVM"),
         {P::LocalSystem, P::LocalSession, P::Ssh, P::SshSession, P::Libssh2, P::Tls, P::Tcp}, "/system"},
        {"xen", QT_TRANSLATE_NOOP("HostKind", "Xen"), {P::LocalSystem, P::Ssh, P::Libssh2, P::Tls, P::Tcp}, "/system"},
        {"lxc", QT_TRANSLATE_NOOP("HostKind", "LXC (Linux containers)"), {P::LocalSystem, P::Ssh, P::Libssh2, P::Tls, P::Tcp}, "/system"},
        {"vbox", QT_TRANSLATE_NOOP("HostKind", "VirtualBox"), {P::LocalSession, P::SshSession}, "/session"},
        {"esx", QT_TRANSLATE_NOOP("HostKind", "VMware ESXi"), {P::Service}, "/"},
        {"vpx", QT_TRANSLATE_NOOP("HostKind", "VMware vCenter"), {P::Service}, "/",
         QT_TRANSLATE_NOOP("HostKind", "Data centre and host"), QT_TRANSLATE_NOOP("HostKind", "Datacenter/cluster/esx-01.example.com")},
        {"vmwarews", QT_TRANSLATE_NOOP("HostKind", "VMware Workstation"), {P::LocalSession, P::SshSession}, "/session"},
        {"vmwareplayer", QT_TRANSLATE_NOOP("HostKind", "VMware Player"), {P::LocalSession, P::SshSession}, "/session"},
        {"hyperv", QT_TRANSLATE_NOOP("HostKind", "Hyper-V"), {P::Service}, "/"},
        {"bhyve", QT_TRANSLATE_NOOP("HostKind", "bhyve (FreeBSD)"), {P::LocalSystem, P::Ssh, P::Libssh2, P::Tls, P::Tcp}, "/system"},
        {"vz", QT_TRANSLATE_NOOP("HostKind", "Virtuozzo"), {P::LocalSystem, P::Ssh, P::Libssh2, P::Tls, P::Tcp}, "/system"},
        {"test", QT_TRANSLATE_NOOP("HostKind", "Demonstration (Test)"), {P::LocalSystem}, "/default",
         QT_TRANSLATE_NOOP("HostKind", "Description file"), QT_TRANSLATE_NOOP("HostKind", "none: the built-in one")},
        {"", QT_TRANSLATE_NOOP("HostKind", "Custom address"), {}, ""},
    };
    return kinds;
}

QString labelOf(const HostKind &kind)
{
    return QCoreApplication::translate("HostKind", kind.label);
}

QString labelOf(HostPlace place)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("HostPlace", source); };
    switch (place) {
    case P::LocalSystem: return text(QT_TRANSLATE_NOOP("HostPlace", "This computer, system-wide"));
    case P::LocalSession: return text(QT_TRANSLATE_NOOP("HostPlace", "This computer, your own session"));
    case P::Ssh: return text(QT_TRANSLATE_NOOP("HostPlace", "Another computer, through ssh"));
    case P::SshSession: return text(QT_TRANSLATE_NOOP("HostPlace", "Another computer, through ssh, your own session there"));
    case P::Libssh2: return text(QT_TRANSLATE_NOOP("HostPlace", "Another computer, through ssh built into libvirt (libssh2)"));
    case P::Tls: return text(QT_TRANSLATE_NOOP("HostPlace", "Another computer, encrypted with certificates (TLS)"));
    case P::Tcp: return text(QT_TRANSLATE_NOOP("HostPlace", "Another computer, not encrypted (TCP)"));
    case P::Service: return text(QT_TRANSLATE_NOOP("HostPlace", "Another computer, through its web service"));
    }
    return {};
}

bool isRemote(HostPlace place)
{
    return place != P::LocalSystem && place != P::LocalSession;
}

bool takesKeyFile(HostPlace place)
{
    return place == P::Ssh || place == P::SshSession || place == P::Libssh2;
}

namespace {
Transport transportOf(HostPlace place)
{
    switch (place) {
    case P::Ssh:
    case P::SshSession: return transports::ssh();
    case P::Libssh2: return transports::libssh2();
    case P::Tls: return transports::tls();
    case P::Tcp: return transports::tcp();
    case P::LocalSystem:
    case P::LocalSession:
    case P::Service: break;
    }
    return transports::none();
}

QString pathOf(const HostChoice &choice)
{
    if (choice.place == P::LocalSession || choice.place == P::SshSession)
        return QStringLiteral("/session");
    const auto typed = choice.path.trimmed();
    if (!choice.kind->pathLabel || typed.isEmpty())
        return QLatin1StringView(choice.kind->path);
    return typed.startsWith(u'/') ? typed : u'/' + typed;
}

QString withoutBrackets(const QString &host)
{
    return host.startsWith(u'[') && host.endsWith(u']') ? host.mid(1, host.size() - 2) : host;
}
} // namespace

Result<HostUri> addressOf(const HostChoice &choice)
{
    if (!choice.kind)
        return failure(Error::Kind::InvalidInput, {});
    if (!*choice.kind->driver) {
        const auto text = choice.custom.trimmed();
        return text.isEmpty() ? Result<HostUri>(failure(Error::Kind::InvalidInput, {})) : HostUri::parse(text);
    }
    HostUri uri;
    uri.driver = QLatin1StringView(choice.kind->driver);
    uri.transport = transportOf(choice.place);
    uri.path = pathOf(choice);
    if (isRemote(choice.place)) {
        uri.host = withoutBrackets(choice.host.trimmed());
        if (uri.host.isEmpty())
            return failure(Error::Kind::InvalidInput, {});
        uri.user = choice.user.trimmed();
        uri.port = choice.port > 0 ? choice.port : -1;
        if (takesKeyFile(choice.place))
            uri.setParameter(QStringLiteral("keyfile"), choice.keyFile.trimmed());
    }
    // What was typed goes through the same door as an address from elsewhere.
    return HostUri::parse(uri.toString());
}
