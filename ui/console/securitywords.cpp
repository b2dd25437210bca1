// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/securitywords.h"

#include "ui/console/consolelink.h"

#include <QCoreApplication>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(securitywords)
};

QString encryption(const ConnectionSecurity &security)
{
    const auto protocol = security.protocol.isEmpty() ? QStringLiteral("TLS") : security.protocol;
    //: %1 is a protocol such as TLS 1.3, %2 a cipher
    return security.cipher.isEmpty() ? protocol : Words::tr("%1, %2").arg(protocol, security.cipher);
}
} // namespace

QString securitywords::connection(const ConsoleLink &link)
{
    const auto protocol = link.session() ? link.session()->protocolName() : QString();
    if (!link.path())
        return protocol;
    if (*link.path() == DisplayWay::Path::Ssh)
        return Words::tr("%1 over ssh").arg(protocol);
    const auto security = link.security();
    if (security.isEncrypted())
        //: %1 is VNC or SPICE, %2 TLS or SASL
        return Words::tr("%1 over %2").arg(protocol, security.protocol.startsWith(u"SASL") ? QStringLiteral("SASL") : QStringLiteral("TLS"));
    if (link.staysHere())
        return Words::tr("%1, local").arg(protocol);
    if (security.extent == ConnectionSecurity::Extent::Some)
        return Words::tr("%1, partly encrypted").arg(protocol);
    return Words::tr("%1, not encrypted").arg(protocol);
}

QString securitywords::protection(const ConsoleLink &link)
{
    const auto security = link.security();
    if (security.isEncrypted())
        return encryption(security);
    if (link.path() == DisplayWay::Path::Ssh)
        return Words::tr("by ssh, up to the host");
    if (link.staysHere())
        return Words::tr("none is needed: it does not leave this computer");
    if (security.extent == ConnectionSecurity::Extent::Some)
        return Words::tr("TLS for some of its connections; whoever is on the way can read the others and change them");
    return Words::tr("none: whoever is on the way can read it and change it");
}
