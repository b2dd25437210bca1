// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/hostline.h"

#include "core/hosts/host.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/statetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(hostline)
};

QString transportName(const HostUri &uri)
{
    return uri.transport.isEmpty() && !uri.isLocal() ? QStringLiteral("tls") : uri.transport.text();
}

QString latencyText(const Host &host)
{
    const auto ms = double(host.latency().count()) / 1000;
    if (ms <= 0)
        return {};
    return Words::tr("%1 ms").arg(QLocale().toString(ms, 'f', ms < 10 ? 1 : 0));
}

} // namespace

namespace hostline {

int secondsToRetry(const Host &host)
{
    const auto ms = QDateTime::currentDateTime().msecsTo(host.retryAt());
    return std::max(0, int((ms + 999) / 1000));
}

QString brief(const Host &host)
{
    switch (host.state()) {
    case HostState::Connected:
        if (!host.isListed())
            return Words::tr("Reading the list…");
        return Words::tr("%1 of %2 running").arg(QLocale().toString(host.runningCount()), QLocale().toString(qulonglong(host.machines().size())));
    case HostState::WaitingToRetry: {
        const int seconds = secondsToRetry(host);
        return seconds > 0 ? Words::tr("Reconnecting in %1 s").arg(QLocale().toString(seconds)) : Words::tr("Reconnecting…");
    }
    case HostState::Disconnected:
    case HostState::Connecting:
    case HostState::Failed: break;
    }
    return statetext::of(host.state());
}

QString tooltip(const Host &host)
{
    QStringList lines{host.uri().toString()};
    if (const auto transport = transportName(host.uri()); host.isConnected() && !transport.isEmpty())
        lines << Words::tr("Connected over %1").arg(transport);
    if (const auto latency = latencyText(host); host.isConnected() && !latency.isEmpty())
        lines << Words::tr("Answers in %1").arg(latency);
    if (const auto why = reasonFor(host); !why.isEmpty())
        lines << why;
    if (host.error() && !host.isConnected())
        lines << errortext::ofConnection(*host.error(), host.uri(), host.label()).what;
    return lines.join(QLatin1Char('\n'));
}

QString reasonFor(const Host &host)
{
    if (!host.isBuiltIn())
        return {};
    if (host.uri().path == u"/session")
        return Words::tr("Chosen at the first start: your own virtual machines on this computer, which need no set-up and no password.");
    return Words::tr("Chosen at the first start: the virtual machines that this whole computer shares, which this account may use.");
}

QString headline(const Host &host)
{
    QStringList parts;
    const auto &facts = host.facts();
    const auto transport = transportName(host.uri());
    auto first = facts.hypervisor;
    if (!facts.hypervisorVersion.isEmpty())
        first = Words::tr("%1 %2").arg(first, facts.hypervisorVersion);
    if (first.isEmpty())
        first = host.uri().driver;
    parts << (transport.isEmpty() || host.uri().isLocal() ? first : Words::tr("%1 over %2").arg(first, transport));
    if (!host.isConnected()) {
        parts << brief(host);
        return parts.join(QStringLiteral(" · "));
    }
    if (const auto latency = latencyText(host); !latency.isEmpty() && !host.uri().isLocal())
        parts << latency;
    if (!facts.libvirtVersion.isEmpty())
        parts << Words::tr("libvirt %1").arg(facts.libvirtVersion);
    if (host.connectedSince().isValid())
        parts << Words::tr("connected for %1").arg(format::since(host.connectedSince()));
    if (facts.readOnly)
        parts << Words::tr("look only");
    return parts.join(QStringLiteral(" · "));
}

} // namespace hostline
