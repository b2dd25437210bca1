// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machinemaking.h"

#include "core/config/domain/domainconfig.h"
#include "core/config/domain/general.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/installmedia.h"
#include "core/provisioning/recipetoconfig.h"
#include "core/provisioning/volumeconfig.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <functional>
#include <utility>
#include <vector>

namespace {

/// How to take back what was made, newest first. Unless all went well, the destructor would be too late: the
/// error should name what stayed behind.
class Undo {
public:
    /// `what` names the thing for the error.
    void add(QString what, std::function<Result<void>()> action) { m_steps.push_back({std::move(what), std::move(action)}); }
    /// Names of what could not be removed.
    QStringList run()
    {
        QStringList left;
        for (; !m_steps.empty(); m_steps.pop_back()) {
            const auto outcome = m_steps.back().action();
            if (!outcome && outcome.error().kind != Error::Kind::NotFound)
                left += m_steps.back().what;
        }
        return left;
    }

private:
    struct Step {
        QString what;
        std::function<Result<void>()> action;
    };
    std::vector<Step> m_steps;
};

class Making {
public:
    Making(const ConnectHandle &connection, const MachineRecipe &recipe, const HostSurvey &survey, const QUuid &uuid,
           const JobControl &control)
        : m_connection(connection), m_recipe(recipe), m_survey(survey), m_uuid(uuid), m_control(control)
    {
    }

    Result<MadeMachine> run()
    {
        auto outcome = steps();
        if (outcome)
            return m_made;
        m_control.report(JobStep::CleaningUp);
        auto error = outcome.error();
        error.leftovers = m_undo.run();
        return failure(std::move(error));
    }

private:
    Result<void> steps();
    Result<void> placeMedia();
    Result<QString> formatOnHost(const QString &path);
    Result<QString> upload(const QString &file, const ImageProbe &probe);
    Result<void> makeDisk();
    Result<PoolHandle> poolForDisk();
    Result<VolumeHandle> makeVolume(const PoolHandle &pool, const NewVolume &volume);
    Result<void> define();
    Result<void> start();

    const ConnectHandle &m_connection;
    const MachineRecipe &m_recipe;
    const HostSurvey &m_survey;
    const QUuid m_uuid;
    const JobControl &m_control;
    PlacedMedia m_media;
    DomainHandle m_domain;
    MadeMachine m_made;
    Undo m_undo;
};

Result<void> Making::steps()
{
    using Step = Result<void> (Making::*)();
    for (const Step step : {&Making::placeMedia, &Making::makeDisk, &Making::define, &Making::start}) {
        if (m_control.isCancelled())
            return failure(Error::Kind::Cancelled, {});
        if (const auto outcome = (this->*step)(); !outcome)
            return outcome;
    }
    // The last step can be cancelled too: it takes as long as the host's emulator does.
    if (m_control.isCancelled())
        return failure(Error::Kind::Cancelled, {});
    return {};
}

Result<void> Making::placeMedia()
{
    if (m_recipe.source == MediaSource::NoMedium)
        return {};
    m_control.report(JobStep::CheckingMedia);
    const auto path = QFileInfo(m_recipe.mediaPath).absoluteFilePath();
    const auto probe = probeImage(path);
    Result<QString> format = probe ? Result<QString>(probe->diskFormat) : failure(probe.error());
    auto placed = path;
    if (m_survey.isLocal) {
        // Images of the system's pools are often not for this user's eyes: then the daemon says what they are.
        if (!probe && probe.error().kind == Error::Kind::Refused)
            format = formatOnHost(path);
        if (!format)
            return failure(format.error());
    } else {
        if (!probe)
            return failure(probe.error());
        const auto uploaded = upload(path, *probe);
        if (!uploaded)
            return failure(uploaded.error());
        placed = *uploaded;
    }
    if (m_recipe.source == MediaSource::ExistingDisk) {
        m_media.disk = placed;
        m_media.diskFormat = *format;
    } else {
        m_media.cdrom = placed;
    }
    return {};
}

Result<QString> Making::formatOnHost(const QString &path)
{
    const auto volume = volumes::lookupByPath(m_connection, path);
    const auto record = volume ? volumes::describe(*volume) : Result<VolumeRecord>(failure(volume.error()));
    if (record)
        return record->format == u"iso" || record->format.isEmpty() ? QStringLiteral("raw") : record->format;
    // An installer is raw whatever it holds, and the daemon may read what this user may not.
    if (m_recipe.source == MediaSource::InstallerImage && QFileInfo::exists(path))
        return QStringLiteral("raw");
    return failure(Error::Kind::Refused, QStringLiteral("Permission denied"), path);
}

Result<QString> Making::upload(const QString &file, const ImageProbe &probe)
{
    const auto pool = pools::lookup(m_connection, m_survey.uploadPool);
    if (!pool)
        return failure(pool.error());
    NewVolume wanted;
    wanted.name = QFileInfo(file).fileName();
    wanted.format = probe.diskFormat;
    wanted.capacity = probe.fileSize; // of the container: the content brings its own header
    wanted.isUpload = true;
    const auto volume = makeVolume(*pool, wanted);
    if (!volume)
        return failure(volume.error());
    m_control.report(JobStep::Uploading, {}, probe.fileSize);
    const auto sent = volumes::upload(
        m_connection, *volume, file, [this](Bytes done, Bytes total) { m_control.report(JobStep::Uploading, done, total); },
        [this] { return m_control.isCancelled(); });
    if (!sent)
        return failure(sent.error());
    return volumes::pathOf(*volume);
}

Result<void> Making::makeDisk()
{
    if (!m_recipe.withDisk || m_recipe.source == MediaSource::ExistingDisk)
        return {};
    m_control.report(JobStep::AllocatingDisk, {}, m_recipe.diskSize);
    const auto pool = poolForDisk();
    if (!pool)
        return failure(pool.error());
    const auto record = pools::describe(*pool);
    if (!record)
        return failure(record.error());
    NewVolume wanted;
    wanted.capacity = m_recipe.diskSize;
    if (holdsFiles(record->kind)) {
        wanted.name = m_recipe.name + QStringLiteral(".qcow2");
        wanted.format = QStringLiteral("qcow2");
    } else {
        wanted.name = m_recipe.name;
        wanted.isThin = false; // blocks are taken at once
    }
    const auto volume = makeVolume(*pool, wanted);
    if (!volume)
        return failure(volume.error());
    const auto path = volumes::pathOf(*volume);
    if (!path)
        return failure(path.error());
    m_media.disk = *path;
    m_media.diskFormat = wanted.format.isEmpty() ? QStringLiteral("raw") : wanted.format;
    return {};
}

Result<PoolHandle> Making::poolForDisk()
{
    if (!m_recipe.pool.isEmpty())
        return pools::lookup(m_connection, m_recipe.pool);
    const auto existing = pools::list(m_connection);
    if (!existing)
        return failure(existing.error());
    if (!existing->empty() || (m_survey.isSession && !m_survey.isLocal))
        return failure(Error::Kind::NotFound, QStringLiteral("no storage pool was chosen"));
    // The host's first machine: the places where libvirt's other programs put images.
    const auto folder = m_survey.isSession
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/libvirt/images")
        : QStringLiteral("/var/lib/libvirt/images");
    const auto pool = pools::createDirectory(m_connection, QStringLiteral("default"), folder);
    if (pool) {
        m_undo.add(QStringLiteral("storage pool default"), [handle = *pool]() -> Result<void> {
            if (const auto stopped = pools::stop(handle); !stopped)
                return stopped;
            return pools::undefine(handle);
        });
    }
    return pool;
}

Result<VolumeHandle> Making::makeVolume(const PoolHandle &pool, const NewVolume &volume)
{
    auto wanted = volume;
    for (int number = 2; volumes::lookup(pool, wanted.name); ++number)
        wanted.name = numberedFile(volume.name, number);
    const auto made = volumes::create(pool, volumeXmlFor(wanted));
    if (made)
        m_undo.add(wanted.name, [handle = *made] { return volumes::erase(handle); });
    return made;
}

Result<void> Making::define()
{
    m_control.report(JobStep::Defining);
    auto config = DomainConfig::parse(domainXmlFor(m_recipe, m_survey, m_media));
    if (!config)
        return failure(config.error());
    config->as<General>().set(General::uuid, m_uuid.toString(QUuid::WithoutBraces));
    const auto began = std::chrono::steady_clock::now();
    const auto domain = domains::define(m_connection, config->toXml());
    m_made.definitionTook = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
    if (!domain)
        return failure(domain.error());
    m_domain = *domain;
    m_undo.add(m_recipe.name, [handle = *domain] { return domains::undefine(handle); });
    return {};
}

Result<void> Making::start()
{
    if (!m_recipe.startNow)
        return {};
    m_control.report(JobStep::Starting);
    const auto started = domains::start(m_domain);
    if (started) {
        m_undo.add(m_recipe.name, [handle = m_domain] { return domains::forceOff(handle); });
        return {};
    }
    auto error = started.error();
    // The hypervisor runs as a user of its own, who may not see into a person's home.
    if (error.message.contains(u"Permission denied")) {
        error.kind = Error::Kind::Refused;
        error.detail = m_media.cdrom.isEmpty() ? m_media.disk : m_media.cdrom;
    }
    return failure(std::move(error));
}

} // namespace

Result<MadeMachine> makeMachine(const ConnectHandle &connection, const MachineRecipe &recipe, const HostSurvey &survey,
                                const QUuid &uuid, const JobControl &control)
{
    return Making(connection, recipe, survey, uuid, control).run();
}
