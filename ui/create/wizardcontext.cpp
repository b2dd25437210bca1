// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/wizardcontext.h"

#include "core/appliances/appliance.h"
#include "core/async/deliver.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/general.h"
#include "core/downloads/downloads.h"
#include "core/downloads/filename.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/provisioning/createmachine.h"
#include "core/provisioning/recipecopies.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/appliance/applianceanswers.h"
#include "ui/create/windowschoices.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto typingPause = 200ms;

bool isUsedInPlace(const MachineRecipe &recipe)
{
    return recipe.source == MediaSource::ExistingDisk && recipe.diskUse == DiskUse::InPlace;
}

/// A file that the host's emulator opens itself; others are read by this program alone.
bool isOpenedByHost(const MachineRecipe &recipe)
{
    switch (recipe.source) {
    case MediaSource::ExistingDisk: return isUsedInPlace(recipe);
    case MediaSource::CloudImage: return recipe.cloud.base == CloudSetup::Base::Overlay;
    case MediaSource::Appliance: return false;
    default: return takesFile(recipe.source);
    }
}

/// An appliance brings its own figures.
void followAppliance(const ApplianceWishes &wishes, const HostSurvey &survey, MachineRecipe &recommended)
{
    if (!wishes.appliance)
        return;
    const auto &machine = wishes.appliance->machine;
    recommended.vcpus = machine.vcpus;
    if (!machine.memory.isZero())
        recommended.memory = machine.memory;
    auto nameless = recommended;
    nameless.os = {};
    recommended.name = proposeName(nameless, machine.name, survey);
}
} // namespace

WizardContext::WizardContext(Inventory &inventory, Host *preselected, QObject *parent)
    : QObject(parent), m_inventory(inventory), m_answers(new AccountAnswers(this)), m_appliance(new ApplianceAnswers(this)),
      m_windows(new WindowsChoices(this))
{
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &WizardContext::lookIntoMedium);
    m_editing.setSingleShot(true);
    connect(&m_editing, &QTimer::timeout, this, &WizardContext::checkSchema);
    connect(m_appliance, &ApplianceAnswers::opened, this, &WizardContext::takeAppliance);
    connect(m_appliance, &ApplianceAnswers::changed, this, &WizardContext::recompute);
    auto &hosts = inventory.hosts();
    for (int row = 0; row < hosts.rowCount(); ++row)
        watch(hosts.at(row));
    connect(&hosts, &HostList::hostAdded, this, [this](Host *host) {
        watch(host);
        noteHosts();
    });
    connect(&hosts, &HostList::hostAboutToBeRemoved, this, [this](Host *host) {
        host->disconnect(this);
        if (host == m_host)
            setHost(nullptr);
    });
    connect(&hosts, &QAbstractItemModel::rowsRemoved, this, &WizardContext::noteHosts);
    connect(&hosts, &QAbstractItemModel::rowsMoved, this, &WizardContext::noteHosts);
    connect(m_windows, &WindowsChoices::changed, this, &WizardContext::recompute);
    connect(m_answers, &AccountAnswers::changed, this, [this] {
        const bool isBaseChanged = m_recipe.cloud.base != m_answers->setup().base;
        recompute();
        if (isBaseChanged)
            askReach();
    });
    if (preselected)
        setHost(preselected);
    noteHosts();
    recompute();
}

WizardContext::~WizardContext() = default;

void WizardContext::watch(Host *host)
{
    connect(host, &Host::changed, this, &WizardContext::noteHosts);
    const auto renew = [this, host] {
        if (host == m_host)
            takeNames();
    };
    connect(host, &Host::machinesAdded, this, renew);
    connect(host, &Host::listed, this, renew);
}

void WizardContext::noteHosts()
{
    if (!m_host) {
        auto &hosts = m_inventory.hosts();
        for (int row = 0; row < hosts.rowCount(); ++row) {
            if (hosts.at(row)->isConnected()) {
                setHost(hosts.at(row));
                break;
            }
        }
    } else if (m_host->isConnected() && (m_surveyState == Survey::NoHost)) {
        askSurvey();
    } else if (!m_host->isConnected() && m_surveyState != Survey::NoHost) {
        ++m_surveyAttempt;
        m_surveyState = Survey::NoHost;
        recompute();
    }
    Q_EMIT hostsChanged();
}

void WizardContext::setHost(Host *host)
{
    if (m_host == host)
        return;
    m_host = host;
    ++m_surveyAttempt;
    m_surveyState = Survey::NoHost;
    // A pool or a network of one host means nothing on another.
    m_edited.remove(int(Edited::Pool));
    m_edited.remove(int(Edited::Network));
    if (m_host && m_host->isConnected())
        askSurvey();
    else
        recompute();
}

void WizardContext::askSurvey()
{
    m_surveyState = Survey::Asking;
    m_surveyError.reset();
    const auto attempt = ++m_surveyAttempt;
    deliver(m_host->survey(), this, [this, attempt](const Result<std::shared_ptr<const HostSurvey>> &survey) {
        if (attempt != m_surveyAttempt)
            return;
        if (survey) {
            m_survey = **survey;
            m_surveyState = Survey::Ready;
            takeNames();
            askReach();
        } else {
            m_surveyError = survey.error();
            m_surveyState = Survey::Failed;
            recompute();
        }
    });
    recompute();
}

/// Machines that others made since the survey.
void WizardContext::takeNames()
{
    if (m_surveyState != Survey::Ready || !m_host)
        return;
    for (const auto *machine : m_host->machines())
        m_survey.machineNames.insert(machine->name());
    recompute();
}

void WizardContext::setSource(MediaSource source)
{
    if (m_recipe.source == source)
        return;
    m_recipe.source = source;
    m_recipe.mediaPath.clear();
    m_recipe.download.reset();
    m_recipe.definition.clear();
    m_systemChosen = false;
    identify();
}

void WizardContext::setMediaPath(const QString &path)
{
    if (m_recipe.mediaPath == path)
        return;
    m_recipe.mediaPath = path;
    identify();
}

void WizardContext::identify()
{
    ++m_mediaAttempt;
    ++m_reachAttempt;
    m_identity = {};
    m_appliance->forget();
    m_disk.reset();
    m_mediaError.reset();
    m_reach = {};
    if (!m_systemChosen)
        forgetSystem();
    const bool nothing = m_recipe.mediaPath.isEmpty() || !takesFile(m_recipe.source);
    m_recognition = nothing ? Recognition::Nothing : Recognition::Working;
    if (nothing)
        m_typing.stop();
    else
        m_typing.start(typingPause);
    recompute();
}

void WizardContext::lookIntoMedium()
{
    askReach();
    const auto attempt = m_mediaAttempt;
    const auto path = m_recipe.mediaPath;
    if (m_recipe.source == MediaSource::Appliance) {
        m_appliance->open(path);
        return;
    }
    if (bringsDisk(m_recipe.source)) {
        deliver(m_files.run([path] { return examineDisk(path); }), this, [this, attempt](const Result<DiskImage> &disk) {
            if (attempt == m_mediaAttempt)
                takeDisk(disk);
        });
        return;
    }
    deliver(m_inventory.osDatabase().identify(path), this, [this, attempt](const Result<MediaIdentity> &identity) {
        if (attempt == m_mediaAttempt)
            takeIdentity(identity);
    });
}

/// A file that this account reads may still be out of reach for the account that the host's emulator runs under.
void WizardContext::askReach()
{
    const auto attempt = ++m_reachAttempt;
    const auto *offer = survey();
    if (!offer || !offer->isLocal || m_recipe.mediaPath.isEmpty() || !isOpenedByHost(m_recipe)) {
        m_reach = {};
        return;
    }
    auto work = [path = m_recipe.mediaPath, account = offer->emulatorAccount,
                 use = isUsedInPlace(m_recipe) ? MediaUse::Write : MediaUse::Read]() -> Result<MediaReach> {
        return reachOf(path, use, account);
    };
    deliver(m_files.run(std::move(work)), this, [this, attempt](const Result<MediaReach> &reach) {
        if (attempt != m_reachAttempt || !reach)
            return;
        m_reach = *reach;
        recompute();
    });
}

void WizardContext::takeIdentity(const Result<MediaIdentity> &identity)
{
    if (!identity) {
        m_mediaError = identity.error();
        m_recognition = Recognition::Failed;
        recompute();
        return;
    }
    m_identity = *identity;
    m_recognition = m_identity.recognised ? Recognition::Recognised : Recognition::Unknown;
    if (m_identity.recognised) {
        m_systemChosen = false;
        askNeeds(m_identity.os);
    } else {
        recompute();
    }
}

void WizardContext::takeDisk(const Result<DiskImage> &disk)
{
    if (!disk) {
        takeIdentity(failure(disk.error()));
        return;
    }
    m_disk = *disk;
    MediaIdentity identity;
    identity.bootable = true;
    identity.installer = false;
    identity.size = disk->fileSize;
    takeIdentity(identity);
}

void WizardContext::takeAppliance()
{
    const auto *appliance = m_appliance->appliance();
    if (!appliance) {
        takeIdentity(failure(*m_appliance->error()));
        return;
    }
    MediaIdentity identity;
    identity.bootable = true;
    identity.installer = false;
    for (const auto &file : appliance->files)
        identity.size = identity.size + file.size;
    takeIdentity(identity);
    const auto attempt = m_mediaAttempt;
    deliver(m_inventory.osDatabase().systems(), this, [this, attempt](const Result<std::vector<OsEntry>> &systems) {
        const auto *opened = m_appliance->appliance();
        if (attempt != m_mediaAttempt || !systems || !opened || m_systemChosen)
            return;
        const auto &os = opened->machine.os;
        const auto found = std::find_if(systems->begin(), systems->end(), [&os](const OsEntry &entry) {
            return (!os.shortId.isEmpty() && entry.shortId == os.shortId) || entry.id == os.told;
        });
        if (found == systems->end())
            return;
        auto known = m_identity;
        known.recognised = true;
        known.os = *found;
        takeIdentity(known);
    });
}

void WizardContext::chooseSystem(const OsEntry &system)
{
    ++m_mediaAttempt;
    m_typing.stop();
    if (m_recognition == Recognition::Working)
        m_recognition = Recognition::Unknown;
    m_systemChosen = true;
    askNeeds(system);
}

void WizardContext::askNeeds(const OsEntry &system)
{
    // The name shows at once; what the system needs follows.
    m_recipe.os = {};
    m_recipe.os.os = system;
    const auto attempt = ++m_needsAttempt;
    deliver(m_inventory.osDatabase().needs(system.id), this, [this, attempt](const Result<OsNeeds> &needs) {
        if (attempt != m_needsAttempt || !needs)
            return;
        m_recipe.os = *needs;
        recompute();
    });
    recompute();
}

void WizardContext::forgetSystem()
{
    ++m_needsAttempt;
    m_recipe.os = {};
}

void WizardContext::setDiskUse(DiskUse use)
{
    m_edited.insert(int(Edited::DiskUse));
    m_recipe.diskUse = use;
    m_reach = {};
    recompute();
    askReach(); // it has to be written to only where it is used in place
}

QString WizardContext::definition() const
{
    const auto *offer = survey();
    return offer ? expectedDefinition(m_recipe, *offer) : m_recipe.definition;
}

void WizardContext::setDefinition(const QString &xml)
{
    m_recipe.definition.clear();
    if (xml != definition())
        m_recipe.definition = xml;
    recompute();
}

void WizardContext::setDefinitionShown(bool shown)
{
    m_definitionShown = shown;
    if (shown)
        m_editing.start(0ms);
}

void WizardContext::checkSchema()
{
    const auto xml = definition();
    if (xml == m_checked)
        return;
    m_checked = xml;
    const auto attempt = ++m_schemaAttempt;
    m_schemaState = xml.isEmpty() ? SchemaState::Unknown : SchemaState::Checking;
    if (!xml.isEmpty()) {
        deliver(m_files.run([xml] { return checkDomainSchema(xml); }), this, [this, attempt](const auto &checked) {
            if (attempt == m_schemaAttempt)
                takeSchema(checked);
        });
    }
    Q_EMIT changed();
}

void WizardContext::takeSchema(const Result<std::optional<SchemaComplaint>> &checked)
{
    m_schemaState = !checked ? SchemaState::Missing : *checked ? SchemaState::Doubtful : SchemaState::Valid;
    m_schemaComplaint = checked && *checked ? **checked : SchemaComplaint{};
    recompute();
}

void WizardContext::setName(const QString &name)
{
    m_edited.insert(int(Edited::Name));
    m_recipe.name = name;
    recompute();
}

void WizardContext::setVcpus(int count)
{
    m_edited.insert(int(Edited::Vcpus));
    m_recipe.vcpus = count;
    recompute();
}

void WizardContext::setMemory(Bytes memory)
{
    m_edited.insert(int(Edited::Memory));
    m_recipe.memory = memory;
    recompute();
}

void WizardContext::setWithDisk(bool on)
{
    m_edited.insert(int(Edited::WithDisk));
    m_recipe.withDisk = on;
    recompute();
}

void WizardContext::setDiskSize(Bytes size)
{
    m_edited.insert(int(Edited::DiskSize));
    m_recipe.diskSize = size;
    recompute();
}

void WizardContext::setPool(const QString &name)
{
    m_edited.insert(int(Edited::Pool));
    m_recipe.pool = name;
    recompute();
}

void WizardContext::setNetwork(const std::optional<NetworkOffer> &network)
{
    m_edited.insert(int(Edited::Network));
    m_recipe.network = network;
    recompute();
}

void WizardContext::setAcceleration(Acceleration acceleration)
{
    m_recipe.acceleration = acceleration;
    recompute();
}

void WizardContext::setStartNow(bool on)
{
    m_recipe.startNow = on;
    recompute();
}

void WizardContext::recompute()
{
    takeWindows();
    if (!isDefinitionForeseen(m_recipe))
        m_recipe.definition.clear();
    m_recommended = m_recipe;
    m_recommended.withDisk = takesBlankDisk(m_recipe.source);
    m_recommended.diskUse = recommendedUse();
    m_findings.clear();
    m_outcome = {};
    m_recipe.account = m_answers->account();
    m_recipe.cloud = m_answers->setup();
    if (wantsAccount(m_recipe))
        m_answers->lookForKeys();
    m_recipe.imported = m_appliance->wishes();
    if (const auto *offer = survey()) {
        applyRecommendations(m_recommended, *offer);
        const auto file = m_recipe.download ? fileNameOf(m_recipe.download->url) : m_recipe.mediaPath;
        const auto label = m_identity.volumeLabel.isEmpty() ? QFileInfo(file).completeBaseName() : m_identity.volumeLabel;
        if (choosesDiskSize(m_recommended) && m_disk && bringsDisk(m_recipe.source))
            m_recommended.diskSize = std::max(m_recommended.diskSize, m_disk->virtualSize);
        m_recommended.name = proposeName(m_recommended, label, *offer);
        if (m_recipe.source == MediaSource::CustomXml) {
            const auto config = DomainConfig::parse(m_recipe.definition);
            m_recommended.name = config ? config->as<General>().get(General::name).value_or(QString()) : QString();
        }
        followAppliance(m_recipe.imported, *offer, m_recommended);
    }
    const auto follow = [this](Edited field, auto member) {
        if (!m_edited.contains(int(field)))
            m_recipe.*member = m_recommended.*member;
    };
    follow(Edited::DiskUse, &MachineRecipe::diskUse);
    follow(Edited::Name, &MachineRecipe::name);
    follow(Edited::Vcpus, &MachineRecipe::vcpus);
    follow(Edited::Memory, &MachineRecipe::memory);
    follow(Edited::WithDisk, &MachineRecipe::withDisk);
    follow(Edited::DiskSize, &MachineRecipe::diskSize);
    follow(Edited::Pool, &MachineRecipe::pool);
    follow(Edited::Network, &MachineRecipe::network);
    if (!takesBlankDisk(m_recipe.source))
        m_recipe.withDisk = false;
    if (const auto *offer = survey()) {
        m_findings = checkRecipe(m_recipe, *offer);
        m_outcome = outcomeOf(m_recipe, *offer);
    }
    if (wantsAccount(m_recipe)) {
        const auto more = m_answers->findings();
        m_findings.insert(m_findings.end(), more.begin(), more.end());
    }
    checkMedium();
    if ((m_definitionShown || isDefinitionChanged()) && definition() != m_checked)
        m_editing.start(typingPause);
    Q_EMIT changed();
}

/// Where it is, as long as that is no worse than a copy.
DiskUse WizardContext::recommendedUse() const
{
    if (!m_disk)
        return DiskUse::InPlace;
    const bool isNative = m_disk->format == u"qcow2" || m_disk->format == u"raw";
    if (isNative && m_disk->packing.isEmpty() && survey() && survey()->isLocal)
        return DiskUse::InPlace;
    return m_disk->format == u"qcow2" && m_disk->chain.isEmpty() ? DiskUse::Copy : DiskUse::Convert;
}

/// What only a look into the file tells.
void WizardContext::checkMedium()
{
    using F = RecipeFinding;
    const auto has = [this](F::Kind kind) {
        return std::any_of(m_findings.begin(), m_findings.end(), [kind](const F &f) { return f.kind == kind; });
    };
    if (m_appliance->error())
        m_findings.push_back(m_appliance->finding(m_recipe.mediaPath));
    else if (m_mediaError && !has(F::Kind::MediaMissing) && !has(F::Kind::MediaUnreadable)) {
        const bool isBarred = m_mediaError->kind == Error::Kind::Refused;
        // Of an image that could be read, and would have another file read that it must not.
        const bool isUnsafe = bringsDisk(m_recipe.source) && QFileInfo(m_recipe.mediaPath).isFile() && QFileInfo(m_recipe.mediaPath).size() > 0
                              && (m_mediaError->kind == Error::Kind::InvalidInput || m_mediaError->kind == Error::Kind::NotFound);
        const auto kind = isUnsafe                                    ? F::Kind::DiskUnsafe
            : m_mediaError->kind == Error::Kind::NotFound             ? F::Kind::MediaMissing
            : isBarred                                                ? F::Kind::MediaNotPermitted
                                                                      : F::Kind::MediaUnreadable;
        // A daemon with an account of its own may read what this one may not.
        const bool hostMayRead = isBarred && survey() && survey()->isLocal && survey()->emulatorAccount;
        m_findings.push_back(F{kind, hostMayRead ? F::Severity::Warning : F::Severity::Blocker, F::Field::Media, m_recipe.mediaPath});
    } else if (m_recognition == Recognition::Unknown && m_recipe.source == MediaSource::InstallerImage && !m_identity.bootable
               && !has(F::Kind::MediaNotBootable)) {
        m_findings.push_back(F{F::Kind::MediaNotBootable, F::Severity::Warning, F::Field::Media, {}});
    }
    checkDisk();
    if (isDefinitionChanged() && m_schemaState == SchemaState::Doubtful)
        m_findings.push_back(F{F::Kind::DefinitionDoubtful, F::Severity::Warning, F::Field::Definition, m_schemaComplaint.message});
    checkReach();
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const F &a, const F &b) { return a.severity > b.severity; });
}

void WizardContext::checkDisk()
{
    using F = RecipeFinding;
    if (!m_disk)
        return;
    const auto add = [this](F::Kind kind, F::Severity severity, const QString &figure) { m_findings.push_back(F{kind, severity, F::Field::Media, figure}); };
    const bool isInPlace = isUsedInPlace(m_recipe);
    if (m_disk->isIso)
        add(F::Kind::DiskIsDisc, m_recipe.source == MediaSource::CloudImage ? F::Severity::Blocker : F::Severity::Warning, m_recipe.mediaPath);
    if ((isInPlace || (m_recipe.source == MediaSource::CloudImage && isOpenedByHost(m_recipe))) && !m_disk->packing.isEmpty())
        add(F::Kind::DiskPacked, F::Severity::Blocker, m_recipe.mediaPath);
    else if (isInPlace && m_disk->format != u"qcow2" && m_disk->format != u"raw")
        add(F::Kind::DiskForeignFormat, F::Severity::Note, m_disk->format);
    if (choosesDiskSize(m_recipe) && m_recipe.diskSize < m_disk->virtualSize)
        m_findings.push_back(F{F::Kind::DiskBelowImage, F::Severity::Warning, F::Field::Disk, QLocale().formattedDataSize(qint64(m_disk->virtualSize.count()))});
    if (!m_disk->chain.isEmpty())
        add(F::Kind::DiskStandsOn, F::Severity::Note, m_disk->chain.join(QStringLiteral(", ")));
}

void WizardContext::checkReach()
{
    using F = RecipeFinding;
    // It would be made, and not start.
    const auto severity = m_recipe.startNow ? F::Severity::Blocker : F::Severity::Warning;
    if (!m_reach.barredBy.isEmpty())
        m_findings.push_back(F{F::Kind::MediaBehindFolder, severity, F::Field::Media, m_reach.barredBy});
    else if (!m_reach.isWritable && !m_mediaError)
        m_findings.push_back(F{F::Kind::DiskNotWritable, severity, F::Field::Media, m_recipe.mediaPath});
}

bool WizardContext::isSufficient() const
{
    return m_host && m_host->isConnected() && m_surveyState == Survey::Ready && m_recognition != Recognition::Working
           && !(wantsAccount(m_recipe) && m_answers->isChecking()) && !(m_recipe.windows.edition && m_windows->isLooking())
           && std::none_of(m_findings.begin(), m_findings.end(),
                           [](const RecipeFinding &finding) { return finding.severity == RecipeFinding::Severity::Blocker; });
}

Job *WizardContext::create()
{
    if (!isSufficient())
        return nullptr;
    if (m_recipe.download)
        noteRecent(*m_recipe.download);
    return &createMachine(m_inventory.jobs(), *m_host, m_recipe, m_survey, &m_inventory.downloads());
}
