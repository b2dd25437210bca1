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
#include "core/provisioning/manymachines.h"
#include "core/provisioning/recipecopies.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/appliance/applianceanswers.h"
#include "ui/create/networkchoices.h"
#include "ui/create/schemawatch.h"
#include "ui/create/windowschoices.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto typingPause = 200ms;

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
      m_windows(new WindowsChoices(this)), m_networkInstall(new NetworkChoices(inventory, this)), m_schema(new SchemaWatch(this))
{
    m_recipe.defaults = machineDefaults(inventory.settings());
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &WizardContext::lookIntoMedium);
    connect(m_schema, &SchemaWatch::changed, this, &WizardContext::recompute);
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
    connect(m_networkInstall, &NetworkChoices::treeChanged, this, &WizardContext::takeTree);
    connect(m_networkInstall, &NetworkChoices::changed, this, &WizardContext::recompute);
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
    if (m_recipe.hostMedium)
        setMediaPath({});
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
            lookAtFolders();
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
    m_recipe.hostMedium.reset();
    m_recipe.download.reset();
    m_recipe.definition.clear();
    m_systemChosen = false;
    identify();
    takeTree();
}

void WizardContext::setMediaPath(const QString &path)
{
    if (m_recipe.mediaPath == path)
        return;
    m_recipe.mediaPath = path;
    m_recipe.hostMedium.reset();
    m_recipe.download.reset();
    identify();
}

void WizardContext::setHostMedium(const HostMedium &medium)
{
    m_recipe.hostMedium = medium;
    m_recipe.mediaPath = medium.path;
    identify();
}

void WizardContext::setContainer(const ContainerSetup &container)
{
    m_recipe.container = container;
    recompute();
    lookAtFolders();
}

void WizardContext::setDiskUse(DiskUse use)
{
    m_edited.insert(int(Edited::DiskUse));
    m_recipe.diskUse = use;
    m_look.reach = {};
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
        m_schema->check(definition(), 0ms);
}

void WizardContext::setName(const QString &name)
{
    m_edited.insert(int(Edited::Name));
    m_recipe.name = name;
    recompute();
}

void WizardContext::setCount(int count)
{
    m_recipe.count = count;
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

void WizardContext::setForwards(const ForwardWishes &forwards)
{
    m_recipe.forwards = forwards;
    recompute();
}

void WizardContext::setFolder(const SharedFolder &folder)
{
    m_recipe.folder = folder;
    recompute();
    lookAtFolders();
}

void WizardContext::setAcceleration(Acceleration acceleration)
{
    m_edited.insert(int(Edited::Acceleration));
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
    m_recommended.diskUse = recommendedUse(m_look.disk, survey(), m_recipe.hostMedium.has_value());
    m_outcome = {};
    m_recipe.account = m_answers->account();
    m_recipe.cloud = m_answers->setup();
    if (wantsAccount(m_recipe))
        m_answers->lookForKeys();
    m_recipe.imported = m_appliance->wishes();
    m_recipe.fromNetwork = m_networkInstall->install();
    if (const auto *offer = survey()) {
        if (const auto *caps = chosenAccelerator(m_recipe, *offer))
            m_networkInstall->setArchitecture(caps->architecture);
        applyRecommendations(m_recommended, *offer);
        const auto file = m_recipe.download ? fileNameOf(m_recipe.download->url) : m_recipe.mediaPath;
        const auto label = m_recipe.source == MediaSource::Container ? QFileInfo(QDir::cleanPath(m_recipe.container.root)).fileName()
            : m_identity.volumeLabel.isEmpty() ? QFileInfo(file).completeBaseName() : m_identity.volumeLabel;
        if (choosesDiskSize(m_recommended) && m_look.disk && bringsDisk(m_recipe.source))
            m_recommended.diskSize = std::max(m_recommended.diskSize, m_look.disk->virtualSize);
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
    follow(Edited::Acceleration, &MachineRecipe::acceleration);
    if (!takesBlankDisk(m_recipe.source))
        m_recipe.withDisk = false;
    if (const auto *offer = survey())
        m_outcome = outcomeOf(m_recipe, *offer);
    gatherFindings();
    if (m_definitionShown || isDefinitionChanged())
        m_schema->check(definition(), typingPause);
    Q_EMIT changed();
}

void WizardContext::gatherFindings()
{
    using F = RecipeFinding;
    m_findings = survey() ? checkRecipe(m_recipe, *survey()) : std::vector<F>();
    const auto add = [this](const std::vector<F> &more) { m_findings.insert(m_findings.end(), more.begin(), more.end()); };
    if (wantsAccount(m_recipe))
        add(m_answers->findings());
    if (survey() && m_recipe.source != MediaSource::CustomXml)
        add(m_recipe.source == MediaSource::Container ? checkContainer(m_recipe, *survey(), m_rootLook) : checkFolder(m_recipe, *survey(), m_folderLook));
    m_look.isUnknown = m_recognition == Recognition::Unknown;
    if (m_recipe.source == MediaSource::NetworkInstall)
        add(m_networkInstall->findings());
    if (m_appliance->error())
        m_findings.push_back(m_appliance->finding(m_recipe.mediaPath));
    else
        add(checkMedium(m_recipe, survey(), m_look));
    if (isDefinitionChanged() && m_schema->state() == SchemaWatch::State::Doubtful)
        m_findings.push_back(F{F::Kind::DefinitionDoubtful, F::Severity::Warning, F::Field::Definition, m_schema->complaint().message});
    std::stable_sort(m_findings.begin(), m_findings.end(), [](const F &a, const F &b) { return a.severity > b.severity; });
}

bool WizardContext::isSufficient() const
{
    return m_host && m_host->isConnected() && m_surveyState == Survey::Ready && m_recognition != Recognition::Working
           && !(m_recipe.source == MediaSource::NetworkInstall && m_networkInstall->isLooking())
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
    m_recipe.mirrors = m_inventory.downloads().mirrors();
    // Each is a job of its own: what becomes of one is nothing to the others.
    Job *first = nullptr;
    for (const auto &recipe : recipesOf(m_recipe, m_survey)) {
        auto &job = createMachine(m_inventory.jobs(), *m_host, recipe, m_survey, &m_inventory.downloads());
        first = first ? first : &job;
    }
    return first;
}
