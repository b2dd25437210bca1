// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/surveying.h"

#include "core/hosts/capabilities.h"
#include "core/hosts/hostdevices.h"
#include "core/hosts/hostways.h"
#include "core/hosts/portsinuse.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/domaincaps.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/networks.h"
#include "core/libvirt/node.h"
#include "core/libvirt/nodedevices.h"
#include "core/libvirt/pools.h"

#include <QStandardPaths>

#include <algorithm>

using std::chrono::milliseconds;

namespace {

void surveyAccelerators(const ConnectHandle &connection, const GuestOffer &guest, KvmEvidence seen, SurveyOutcome &outcome)
{
    auto wanted = guest.accelerators;
    std::stable_partition(wanted.begin(), wanted.end(), [](const QString &name) { return name == u"kvm"; });
    for (const auto &accelerator : wanted) {
        const auto began = std::chrono::steady_clock::now();
        const auto xml = domainCapabilities(connection, {guest.emulator, guest.architecture, guest.machineType, accelerator});
        const auto took = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
        if (accelerator == u"kvm") {
            outcome.kvmAnswer = took;
            seen.slowestAnswer = std::max(seen.slowestAnswer, took);
        }
        auto caps = xml ? readDomainCapabilities(*xml) : guessDomainCapabilities(guest, accelerator);
        // A host that lists KVM without being able to use it says so here.
        if (!xml && accelerator == u"kvm" && xml.error().kind != Error::Kind::Unsupported)
            continue;
        outcome.survey.accelerators.push_back(std::move(caps));
    }
    const auto library = connections::libraryVersion(connection).value_or(QString());
    const auto hypervisor = connections::hypervisorVersion(connection).value_or(QString());
    for (auto &caps : outcome.survey.accelerators)
        caps.vncClipboard = hasVncClipboard(caps, library, hypervisor);
    const auto &offered = outcome.survey.accelerators;
    if (std::any_of(offered.begin(), offered.end(), [](const DomainCapabilities &caps) { return caps.accelerator == u"kvm"; }))
        outcome.survey.kvmDoubt = doubtOf(seen);
    if (outcome.survey.kvmDoubt != KvmDoubt::None)
        std::stable_partition(outcome.survey.accelerators.begin(), outcome.survey.accelerators.end(),
                              [](const DomainCapabilities &caps) { return caps.accelerator != u"kvm"; });
}

void surveyPools(const ConnectHandle &connection, HostSurvey &survey)
{
    const auto pools = pools::list(connection);
    survey.hasStorage = pools.has_value();
    if (!pools)
        return;
    for (const auto &pool : *pools)
        survey.pools.push_back({pool.name, pool.kind, pool.targetPath, pool.capacity, pool.available, pool.active});
    // "default" is where libvirt's own tools put images; then the roomiest.
    std::stable_sort(survey.pools.begin(), survey.pools.end(), [](const PoolOffer &a, const PoolOffer &b) {
        const auto rank = [](const PoolOffer &p) { return std::tuple(!p.active, p.name != u"default", Bytes(~p.available.count())); };
        return rank(a) < rank(b);
    });
    const auto takesFiles = [](const PoolOffer &p) { return p.active && (p.kind == u"dir" || p.kind == u"fs" || p.kind == u"netfs"); };
    const auto it = std::find_if(survey.pools.begin(), survey.pools.end(), takesFiles);
    if (it != survey.pools.end())
        survey.uploadPool = it->name;
}

/// Cards that can carry a machine's packets beside the host's own: those with a cable.
void surveyCards(const ConnectHandle &connection, HostSurvey &survey)
{
    for (const auto &xml : nodedevices::list(connection, nodedevices::Kind::NetworkCard).value_or(std::vector<QString>())) {
        if (const auto card = readHostCard(xml); card && !card->isWireless)
            survey.networks.push_back({NetworkOffer::Kind::Direct, card->name, {}, card->isUp});
    }
}

/// What may be on this computer for daemons to start, where their packages put it.
bool hasVirtiofsd()
{
    static const QStringList places = {QStringLiteral("/usr/libexec"), QStringLiteral("/usr/lib/qemu"), QStringLiteral("/usr/lib/virtiofsd"), QStringLiteral("/usr/lib")};
    return !QStandardPaths::findExecutable(QStringLiteral("virtiofsd"), places).isEmpty()
        || !QStandardPaths::findExecutable(QStringLiteral("virtiofsd")).isEmpty();
}

void surveyWays(const ConnectHandle &connection, const QString &driver, HostSurvey &survey)
{
    HostFacts facts;
    facts.driver = driver;
    facts.libraryVersion = connections::libraryVersion(connection).value_or(QString());
    facts.isSession = survey.isSession;
    facts.isLocal = survey.isLocal;
    if (survey.isLocal) {
        facts.hasPasst = !QStandardPaths::findExecutable(QStringLiteral("passt")).isEmpty();
        facts.hasVirtiofsd = hasVirtiofsd();
        survey.portsInUse = portsInUse();
        survey.firstFreePort = lowestFreePort();
    }
    if (survey.accelerators.empty())
        return;
    const auto &caps = survey.accelerators.front();
    survey.forwarding = forwardingOf(facts, caps);
    survey.isPasstMissing = isPasstMissing(facts, caps);
    survey.folderSharing = folderSharingOf(facts, caps);
}

void surveyNetworks(const ConnectHandle &connection, const QString &driver, HostSurvey &survey)
{
    if (const auto networks = networks::list(connection)) {
        for (const auto &network : *networks)
            survey.networks.push_back({NetworkOffer::Kind::Network, network.name, network.forward, network.active});
    }
    std::stable_sort(survey.networks.begin(), survey.networks.end(), [](const NetworkOffer &a, const NetworkOffer &b) {
        const auto rank = [](const NetworkOffer &n) { return std::tuple(!n.active, n.forward != u"nat", n.name != u"default"); };
        return rank(a) < rank(b);
    });
    if (driver != u"qemu")
        return;
    const NetworkOffer user{NetworkOffer::Kind::User, {}, {}, true};
    // An unprivileged daemon can connect a machine in no other way; elsewhere it is the last resort.
    survey.networks.insert(survey.isSession ? survey.networks.begin() : survey.networks.end(), user);
    if (!survey.isSession) // an unprivileged daemon can lay a hand on none
        surveyCards(connection, survey);
}

} // namespace

milliseconds timeOfKvmAnswer(const ConnectHandle &connection)
{
    const auto began = std::chrono::steady_clock::now();
    // Of the daemon's own default emulator: the others have no say in whether KVM works.
    if (!domainCapabilities(connection, {{}, {}, {}, QStringLiteral("kvm")}))
        return milliseconds(0);
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - began);
}

Result<SurveyOutcome> surveyHost(const ConnectHandle &connection, const HostUri &uri, const KvmEvidence &seen)
{
    const auto records = domains::list(connection);
    if (!records)
        return failure(records.error());
    SurveyOutcome outcome;
    auto &survey = outcome.survey;
    for (const auto &record : *records)
        survey.machineNames.insert(record.name);
    const auto address = HostUri::parse(connections::uriOf(connection).value_or(QString())).value_or(uri);
    survey.isSession = address.path == u"/session" || address.path == u"/embed";
    survey.isLocal = uri.isLocal();
    if (const auto info = node::info(connection)) {
        survey.memory = info->memory;
        survey.cpuThreads = info->cpuThreads;
    }
    const auto memory = node::memory(connection);
    survey.memoryFree = memory ? memory->available() : node::freeMemory(connection).value_or(survey.memory);
    const auto capabilities = readHostCapabilities(connections::capabilities(connection).value_or(QString()));
    survey.emulatorAccount = capabilities.emulatorAccount;
    if (const auto *guest = capabilities.ownGuest())
        surveyAccelerators(connection, *guest, seen, outcome);
    if (const auto *container = capabilities.ownContainer(); container && !container->accelerators.isEmpty())
        survey.container = ContainerOffer{container->accelerators.first(), container->architecture, container->emulator};
    surveyPools(connection, survey);
    surveyNetworks(connection, address.driver, survey);
    surveyWays(connection, address.driver, survey);
    return outcome;
}
