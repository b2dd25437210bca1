// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machinemaking.h"

#include "core/appliances/appliance.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/general.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/adopteddomain.h"
#include "core/provisioning/applianceimport.h"
#include "core/provisioning/cloudplacing.h"
#include "core/provisioning/containerconfig.h"
#include "core/provisioning/diskimport.h"
#include "core/provisioning/installedconfig.h"
#include "core/provisioning/installmedia.h"
#include "core/provisioning/mediareach.h"
#include "core/provisioning/network/networkplacing.h"
#include "core/provisioning/recipecopies.h"
#include "core/provisioning/recipetoconfig.h"
#include "core/provisioning/unattended/unattendedplacing.h"
#include "core/provisioning/volumeplacing.h"
#include "core/provisioning/windows/windowsplacing.h"

#include <QFileInfo>

#include <utility>

namespace {

class Making {
public:
    Making(const ConnectHandle &connection, const MachineRecipe &recipe, const HostSurvey &survey, const QUuid &uuid,
           const JobControl &control)
        : m_site{connection, survey, control}, m_recipe(recipe), m_uuid(uuid)
    {
    }

    Result<MadeMachine> run()
    {
        auto outcome = steps();
        if (outcome)
            return m_made;
        m_site.control.report(JobStep::CleaningUp);
        auto error = outcome.error();
        error.leftovers = m_site.undo.run();
        return failure(std::move(error));
    }

private:
    Result<void> steps();
    Result<void> placeMedia();
    Result<void> placeInstaller();
    Result<void> placeExistingDisk();
    Result<void> placeAppliance();
    Result<QString> definition() const;
    Result<QString> formatOnHost(const QString &path);
    Result<void> makeDisk();
    Result<void> define();
    Result<void> install(const DomainConfig &installing);
    Result<void> start();
    Error startError(Error error) const;
    QString mediaPath() const { return QFileInfo(m_recipe.mediaPath).absoluteFilePath(); }

    Worksite m_site;
    const MachineRecipe &m_recipe;
    const QUuid m_uuid;
    PlacedMedia m_media;
    DomainHandle m_domain;
    MadeMachine m_made;
};

Result<void> Making::steps()
{
    using Step = Result<void> (Making::*)();
    for (const Step step : {&Making::placeMedia, &Making::makeDisk, &Making::define, &Making::start}) {
        if (m_site.control.isCancelled())
            return failure(Error::Kind::Cancelled, {});
        if (const auto outcome = (this->*step)(); !outcome)
            return outcome;
    }
    // The last step can be cancelled too: it takes as long as the host's emulator does.
    if (m_site.control.isCancelled())
        return failure(Error::Kind::Cancelled, {});
    return {};
}

Result<void> Making::placeMedia()
{
    if (m_recipe.source == MediaSource::NetworkInstall) {
        auto placed = placeNetworkInstall(m_site, m_recipe);
        if (placed)
            m_media = std::move(*placed);
        return placed ? Result<void>() : failure(placed.error());
    }
    if (!takesFile(m_recipe.source))
        return {};
    m_site.control.report(JobStep::CheckingMedia);
    if (m_recipe.source == MediaSource::Appliance)
        return placeAppliance();
    if (m_recipe.source == MediaSource::CloudImage) {
        auto placed = placeCloudImage(m_site, m_recipe, m_uuid);
        if (!placed)
            return failure(placed.error());
        m_media = std::move(*placed);
        return {};
    }
    if (m_recipe.source == MediaSource::ExistingDisk)
        return placeExistingDisk();
    const auto placed = placeInstaller();
    if (!placed)
        return placed;
    return m_recipe.os.isWindows ? placeWindowsMedia(m_site, m_recipe, m_media) : placeUnattended(m_site, m_recipe, m_media);
}

Result<void> Making::placeInstaller()
{
    const auto path = mediaPath();
    if (m_recipe.hostMedium) {
        m_media.cdroms += path;
        return {};
    }
    const auto probe = probeImage(path);
    if (!probe && !(m_site.survey.isLocal && probe.error().kind == Error::Kind::Refused))
        return failure(probe.error());
    if (m_site.survey.isLocal) {
        // Images of the system's pools are often not for this user's eyes: then the daemon says what they are.
        if (const auto format = probe ? Result<QString>(probe->diskFormat) : formatOnHost(path); !format)
            return failure(format.error());
        // The cache of downloads is in a home, which the emulator of a system-wide host may mostly not enter.
        const bool isOutOfReach = probe && m_recipe.download && !reachOf(path, MediaUse::Read, m_site.survey.emulatorAccount).barredBy.isEmpty();
        if (!isOutOfReach) {
            m_media.cdroms += path;
            return {};
        }
    }
    const auto uploaded = uploadToPool(m_site, m_site.survey.uploadPool, path, QFileInfo(path).fileName());
    if (!uploaded)
        return failure(uploaded.error());
    m_media.cdroms += *uploaded;
    return {};
}

Result<void> Making::placeExistingDisk()
{
    const auto path = mediaPath();
    const bool isFarAway = m_recipe.hostMedium && !m_site.survey.isLocal;
    const auto image = isFarAway ? Result<DiskImage>(failure(Error::Kind::Refused, {})) : examineDisk(path);
    const bool isInPlace = isFarAway || (m_recipe.diskUse == DiskUse::InPlace && m_site.survey.isLocal);
    if (isInPlace && !image && image.error().kind == Error::Kind::Refused) {
        const auto format = formatOnHost(path);
        if (!format)
            return failure(format.error());
        m_media.disks.push_back({path, *format});
        return {};
    }
    if (!image)
        return failure(image.error());
    if (isInPlace) {
        if (!image->packing.isEmpty())
            return failure(Error::Kind::InvalidInput, QStringLiteral("a compressed image cannot be used where it is"), path);
        m_media.disks.push_back({path, image->format});
        return {};
    }
    // Another host gets the bytes as they are, unless it was to be converted.
    const auto use = m_recipe.diskUse == DiskUse::InPlace ? DiskUse::Copy : m_recipe.diskUse;
    const auto pool = m_recipe.pool.isEmpty() ? m_site.survey.uploadPool : m_recipe.pool;
    auto disk = importDisk(m_site, {path, *image, use, m_recipe.name, pool});
    if (!disk)
        return failure(disk.error());
    m_media.disks.push_back(std::move(*disk));
    return {};
}

Result<void> Making::placeAppliance()
{
    auto placed = importAppliance(m_site, m_recipe);
    if (!placed)
        return failure(placed.error());
    m_media = std::move(*placed);
    return {};
}

/// A definition of libvirt's own is fitted to this host; every other machine is written anew.
Result<QString> Making::definition() const
{
    if (!m_recipe.definition.isEmpty())
        return adoptedDefinition(m_recipe, m_site.survey, m_media);
    if (m_recipe.source == MediaSource::Container)
        return containerXmlFor(m_recipe, m_site.survey);
    const auto &appliance = m_recipe.imported.appliance;
    if (m_recipe.source == MediaSource::Appliance && appliance && !appliance->machine.domainXml.isEmpty())
        return adoptedXml(m_recipe, m_site.survey, m_media);
    return domainXmlFor(m_recipe, m_site.survey, m_media);
}

Result<QString> Making::formatOnHost(const QString &path)
{
    const auto volume = volumes::lookupByPath(m_site.connection, path);
    const auto record = volume ? volumes::describe(*volume) : Result<VolumeRecord>(failure(volume.error()));
    if (record)
        return record->format == u"iso" || record->format.isEmpty() ? QStringLiteral("raw") : record->format;
    // An installer is raw whatever it holds, and the daemon may read what this user may not.
    if (m_recipe.source == MediaSource::InstallerImage && QFileInfo::exists(path))
        return QStringLiteral("raw");
    return failure(Error::Kind::Refused, QStringLiteral("Permission denied"), path);
}

Result<void> Making::makeDisk()
{
    if (!m_recipe.withDisk || !takesBlankDisk(m_recipe.source))
        return {};
    auto disk = makeBlankDisk(m_site, m_recipe.name, m_recipe.pool, m_recipe.diskSize, m_recipe.defaults.diskFormat);
    if (!disk)
        return failure(disk.error());
    m_media.disks.push_back(std::move(*disk));
    return {};
}

Result<void> Making::define()
{
    m_site.control.report(JobStep::Defining);
    const auto xml = definition();
    auto config = xml ? DomainConfig::parse(*xml) : Result<DomainConfig>(failure(xml.error()));
    if (!config)
        return failure(config.error());
    config->as<General>().set(General::uuid, m_uuid.toString(QUuid::WithoutBraces));
    if (!m_media.kernel.isEmpty())
        return install(*config);
    const auto began = std::chrono::steady_clock::now();
    const auto domain = domains::define(m_site.connection, config->toXml());
    m_made.definitionTook = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (!domain)
        return failure(domain.error());
    m_domain = *domain;
    m_site.undo.add(m_recipe.name, [handle = *domain] { return domains::undefine(handle); });
    return {};
}

/// Runs with the installer's kernel this once, and is kept as it will be afterwards, with the addresses that its devices have now.
Result<void> Making::install(const DomainConfig &installing)
{
    m_site.control.report(JobStep::Starting);
    const auto domain = domains::createTransient(m_site.connection, installing.toXml());
    if (!domain)
        return failure(startError(domain.error()));
    m_domain = *domain;
    m_site.undo.add(m_recipe.name, [handle = *domain] { return domains::forceOff(handle); });
    const auto xml = domains::xmlOf(*domain, domains::Xml::InactiveSecret);
    auto installed = xml ? DomainConfig::parse(*xml) : Result<DomainConfig>(failure(xml.error()));
    if (!installed)
        return failure(installed.error());
    makeInstalled(*installed);
    const auto began = std::chrono::steady_clock::now();
    const auto defined = domains::define(m_site.connection, installed->toXml());
    m_made.definitionTook = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (!defined)
        return failure(defined.error());
    m_site.undo.add(m_recipe.name, [handle = *defined] { return domains::undefine(handle); });
    return {};
}

Result<void> Making::start()
{
    if (!m_recipe.startNow || !m_media.kernel.isEmpty()) // the installer runs already
        return {};
    m_site.control.report(JobStep::Starting);
    const auto started = domains::start(m_domain);
    if (started) {
        m_site.undo.add(m_recipe.name, [handle = m_domain] { return domains::forceOff(handle); });
        return {};
    }
    return failure(startError(started.error()));
}

Error Making::startError(Error error) const
{
    // The hypervisor runs as a user of its own, who may not see into a person's home.
    if (error.message.contains(u"Permission denied")) {
        error.kind = Error::Kind::Refused;
        error.detail = !m_media.cdroms.isEmpty() ? m_media.cdroms.first() : m_media.disks.empty() ? QString() : m_media.disks.front().path;
    }
    return error;
}

} // namespace

Result<MadeMachine> makeMachine(const ConnectHandle &connection, const MachineRecipe &recipe, const HostSurvey &survey,
                                const QUuid &uuid, const JobControl &control)
{
    return Making(connection, recipe, survey, uuid, control).run();
}
