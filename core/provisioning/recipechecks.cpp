// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/domainconfig.h"
#include "core/provisioning/accountchecks.h"
#include "core/provisioning/cloudchecks.h"
#include "core/provisioning/defaultchecks.h"
#include "core/provisioning/machinename.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/manymachines.h"
#include "core/provisioning/network/networkchecks.h"
#include "core/provisioning/portforwarding.h"
#include "core/provisioning/unattended/unattendedoffer.h"
#include "core/provisioning/windows/windowschecks.h"

#include <QLocale>
#include <QStandardPaths>

#include <algorithm>
#include <cstring>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;
using Findings = std::vector<RecipeFinding>;

QString sizeText(Bytes size)
{
    const bool whole = size.count() % Bytes::mib(1).count() == 0 && (size < Bytes::gib(1) || size.count() % Bytes::gib(1).count() == 0);
    return QLocale().formattedDataSize(qint64(size.count()), whole ? 0 : 1);
}

void checkName(const MachineRecipe &recipe, const HostSurvey &survey, Findings &findings)
{
    if (const auto problem = nameProblem(recipe.name)) { // of what stands in the field, before any number
        findings.push_back({*problem, Severity::Blocker, Field::Name, {}});
        return;
    }
    const auto names = namesOf(recipe, survey);
    if (const auto problem = nameProblem(names.last()))
        findings.push_back({*problem, Severity::Blocker, Field::Name, {}});
    const auto taken = std::find_if(names.begin(), names.end(), [&survey](const QString &name) { return survey.machineNames.contains(name); });
    if (taken != names.end())
        findings.push_back({Kind::NameTaken, Severity::Blocker, Field::Name, *taken});
}

void checkMedia(const MachineRecipe &recipe, const HostSurvey &survey, Findings &findings)
{
    if (recipe.source == MediaSource::Download && !recipe.download)
        findings.push_back({Kind::DownloadNotChosen, Severity::Blocker, Field::Media, {}});
    if (!takesFile(recipe.source) || recipe.download)
        return;
    if (recipe.mediaPath.isEmpty()) {
        findings.push_back({Kind::MediaMissing, Severity::Blocker, Field::Media, {}});
    } else if (recipe.hostMedium) {
        if (!recipe.hostMedium->usedBy.isEmpty() && recipe.source == MediaSource::ExistingDisk && recipe.diskUse == DiskUse::InPlace)
            findings.push_back({Kind::DiskInUse, Severity::Warning, Field::Media, recipe.hostMedium->usedBy});
        if (recipe.hostMedium->isEmpty)
            findings.push_back({Kind::DriveEmpty, Severity::Warning, Field::Media, recipe.hostMedium->path});
    } else if (!survey.isLocal) {
        const auto severity = survey.uploadPool.isEmpty() ? Severity::Blocker : Severity::Note;
        findings.push_back({Kind::MediaNotOnHost, severity, Field::Media, survey.uploadPool});
    }
}

void checkDefinition(const MachineRecipe &recipe, Findings &findings)
{
    if (!recipe.definition.isEmpty()) {
        if (const auto parsed = DomainConfig::parse(recipe.definition); !parsed)
            findings.push_back({Kind::DefinitionBroken, Severity::Blocker, Field::Definition, parsed.error().message});
    } else if (recipe.source == MediaSource::CustomXml) {
        findings.push_back({Kind::DefinitionMissing, Severity::Blocker, Field::Definition, {}});
    }
}

void checkProcessorAndMemory(const MachineRecipe &recipe, const HostSurvey &survey, const DomainCapabilities &caps, Findings &findings)
{
    if (caps.maxVcpus > 0 && recipe.vcpus > caps.maxVcpus)
        findings.push_back({Kind::VcpusAboveMaximum, Severity::Blocker, Field::Processor, QString::number(caps.maxVcpus)});
    else if (survey.cpuThreads > 0 && recipe.vcpus > survey.cpuThreads)
        findings.push_back({Kind::VcpusAboveHost, Severity::Warning, Field::Processor, QString::number(survey.cpuThreads)});
    if (recipe.memory < recipe.os.memoryMinimum)
        findings.push_back({Kind::MemoryBelowMinimum, Severity::Warning, Field::Memory, sizeText(recipe.os.memoryMinimum)});
    // The host may have swap, and pages that are the same: it is its administrator's business.
    if (!survey.memory.isZero() && recipe.memory > survey.memory)
        findings.push_back({Kind::MemoryAboveHost, Severity::Warning, Field::Memory, sizeText(survey.memory)});
}

void checkDisk(const MachineRecipe &recipe, const HostSurvey &survey, Findings &findings)
{
    if (!fillsPool(recipe))
        return;
    const bool isImported = !choosesDiskSize(recipe); // its size is its own
    const auto *pool = survey.pool(recipe.pool);
    // A host with storage and no pool at all gets its first one on the way.
    const bool canMakePool = survey.hasStorage && survey.pools.empty();
    if (!pool) {
        if (!canMakePool)
            findings.push_back({Kind::NoPool, Severity::Blocker, Field::Disk, recipe.pool});
    } else if (!pool->active) {
        findings.push_back({Kind::PoolInactive, Severity::Blocker, Field::Disk, pool->name});
    } else if (!isImported && !pool->capacity.isZero() && Bytes(recipe.diskSize.count() * quint64(machinesOf(recipe, survey))) > pool->available) {
        findings.push_back({Kind::DiskLargerThanFree, Severity::Warning, Field::Disk, sizeText(pool->available)});
    }
    if (!isImported && recipe.diskSize < recipe.os.disk)
        findings.push_back({Kind::DiskBelowRecommended, Severity::Note, Field::Disk, sizeText(recipe.os.disk)});
}

void checkNetwork(const MachineRecipe &recipe, Findings &findings)
{
    if (!recipe.network) {
        findings.push_back({Kind::NoNetwork, Severity::Note, Field::Network, {}});
    } else if (recipe.network->kind == NetworkOffer::Kind::Network && !recipe.network->active) {
        // Defining works, starting does not.
        const auto severity = recipe.startNow ? Severity::Blocker : Severity::Warning;
        findings.push_back({Kind::NetworkInactive, severity, Field::Network, recipe.network->name});
    }
}

void checkSetup(const MachineRecipe &recipe, const HostSurvey &survey, Findings &findings)
{
    const auto add = [&findings](const Findings &more) { findings.insert(findings.end(), more.begin(), more.end()); };
    if (wantsAccount(recipe))
        add(recipe.os.isWindows ? checkWindowsAccount(recipe) : checkAccount(recipe.account));
    if (recipe.source == MediaSource::InstallerImage && recipe.windows.edition && !bringsVirtioDrivers(recipe))
        findings.push_back({recipe.windows.drivers.isEmpty() ? Kind::DriversMissing : Kind::DriversUnfit, Severity::Note, Field::Media, recipe.windows.drivers});
    if (recipe.source == MediaSource::CloudImage)
        add(checkCloudSetup(recipe.cloud));
    add(checkUnattended(recipe));
    add(checkNetworkInstall(recipe, survey));
}

/// Bytes of the path of libvirt's folder; of a session elsewhere, as homes usually are.
qsizetype socketFolder(const HostSurvey &survey)
{
    if (!survey.isSession)
        return qsizetype(std::strlen("/var/lib/libvirt/qemu"));
    const auto folder = survey.isLocal ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) : QStringLiteral("/home/person/.config");
    return folder.toUtf8().size() + qsizetype(std::strlen("/libvirt/qemu"));
}

Kind whyEmulated(KvmDoubt doubt)
{
    switch (doubt) {
    case KvmDoubt::None: return Kind::EmulationOnly;
    case KvmDoubt::SlowAnswers: return Kind::KvmDistrusted;
    case KvmDoubt::GuestFailed:
    case KvmDoubt::GuestHung: return Kind::KvmTestFailed;
    }
    return Kind::EmulationOnly;
}

void checkPlan(const MachineRecipe &recipe, const HostSurvey &survey, const DomainCapabilities &caps, Findings &findings)
{
    const auto plan = planFor(recipe, survey);
    if (plan.plain)
        return;
    if (const auto longest = namesOf(recipe, survey).last(); !nameProblem(longest) && !fitsSockets(longest, socketFolder(survey)))
        findings.push_back({Kind::NameTooLong, Severity::Blocker, Field::Name, {}});
    if (caps.accelerator == u"qemu") {
        const bool wanted = recipe.acceleration == Acceleration::Emulation;
        findings.push_back({wanted ? Kind::EmulationOnly : whyEmulated(survey.kvmDoubt),
                            wanted ? Severity::Note : Severity::Warning, Field::Acceleration, {}});
    } else if (caps.accelerator == u"kvm" && survey.kvmDoubt != KvmDoubt::None) {
        findings.push_back({Kind::KvmChosenAnyway, Severity::Warning, Field::Acceleration, {}});
    }
    if ((recipe.os.uefiRequired || !plan.isX86) && !plan.uefi)
        findings.push_back({Kind::UefiMissing, Severity::Warning, Field::Firmware, {}});
    else if (recipe.os.secureBootRequired && !plan.secureBoot)
        findings.push_back({Kind::SecureBootMissing, Severity::Warning, Field::Firmware, {}});
    if (recipe.os.tpmRequired && plan.tpmModel.isEmpty())
        findings.push_back({Kind::TpmMissing, Severity::Warning, Field::Firmware, {}});
    if (plan.display != u"vnc" && plan.display != u"spice")
        findings.push_back({Kind::NoShownDisplay, Severity::Warning, Field::Host, {}});
}

void sortWorstFirst(Findings &findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const RecipeFinding &a, const RecipeFinding &b) { return a.severity > b.severity; });
}

} // namespace

std::vector<RecipeFinding> checkRecipe(const MachineRecipe &recipe, const HostSurvey &survey)
{
    Findings findings;
    checkName(recipe, survey, findings);
    checkDefinition(recipe, findings);
    if (recipe.source == MediaSource::CustomXml) // all else is in it
        return findings;
    if (recipe.source == MediaSource::Container) { // what it runs was looked at by checkContainer()
        checkNetwork(recipe, findings);
        sortWorstFirst(findings);
        return findings;
    }
    checkMedia(recipe, survey, findings);
    if (const auto *caps = chosenAccelerator(recipe, survey)) {
        checkProcessorAndMemory(recipe, survey, *caps, findings);
        checkPlan(recipe, survey, *caps, findings);
    } else {
        findings.push_back({Kind::HostCannotCreate, Severity::Blocker, Field::Host, survey.container ? survey.container->accelerator : QString()});
    }
    checkDisk(recipe, survey, findings);
    checkNetwork(recipe, findings);
    for (const auto &more : {checkForwards(recipe, survey), checkDefaults(recipe, survey)})
        findings.insert(findings.end(), more.begin(), more.end());
    checkSetup(recipe, survey, findings);
    sortWorstFirst(findings);
    return findings;
}
