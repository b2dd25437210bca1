// SPDX-License-Identifier: GPL-3.0-or-later
// What the New machine window knows so far: the recipe, the host's survey, the medium's identity, the findings.
// Steps read it and tell it what the person did; what the person left alone follows the recommendations. GUI thread.
#pragma once

#include "core/hosts/host.h"
#include "core/hosts/hostsurvey.h"
#include "core/provisioning/containerconfig.h"
#include "core/provisioning/foldersharing.h"
#include "core/provisioning/machinerecipe.h"
#include "core/provisioning/mediumchecks.h"
#include "core/provisioning/unattended/unattendedoffer.h"

#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class AccountAnswers;
class ApplianceAnswers;
class Inventory;
class Job;
class NetworkChoices;
class SchemaWatch;
class WindowsChoices;

class WizardContext final : public QObject {
    Q_OBJECT
public:
    WizardContext(Inventory &inventory, Host *preselected, QObject *parent = nullptr);
    ~WizardContext() override;

    Inventory &inventory() const { return m_inventory; }
    const MachineRecipe &recipe() const { return m_recipe; }
    /// The recipe as it would be had the person left everything alone; for the marks beside the fields.
    const MachineRecipe &recommended() const { return m_recommended; }

    enum class Survey { NoHost, Asking, Ready, Failed };
    Survey surveyState() const { return m_surveyState; }
    const std::optional<Error> &surveyError() const { return m_surveyError; }
    /// Null unless Ready.
    const HostSurvey *survey() const { return m_surveyState == Survey::Ready ? &m_survey : nullptr; }
    Host *host() const { return m_host; }

    enum class Recognition { Nothing, Working, Recognised, Unknown, Failed };
    Recognition recognition() const { return m_recognition; }
    const MediaIdentity &identity() const { return m_identity; }
    /// What an existing disk is; nothing while that is not known.
    const std::optional<DiskImage> &disk() const { return m_look.disk; }
    /// libvirt's XML as the machine would be defined; empty until the host has said what it offers.
    QString definition() const;
    bool isDefinitionChanged() const { return !m_recipe.definition.isEmpty(); }
    /// Of definition(), once somebody looks at it or has changed it.
    const SchemaWatch &schema() const { return *m_schema; }
    /// The system was picked by the person, not read from the medium.
    bool isSystemChosen() const { return m_systemChosen; }
    Bytes mediaSize() const { return m_identity.size; }

    /// Worst first; of the recipe and of the medium.
    const std::vector<RecipeFinding> &findings() const { return m_findings; }
    const RecipeOutcome &outcome() const { return m_outcome; }
    /// The machine can be made now.
    bool isSufficient() const;

    void setHost(Host *host);
    void setSource(MediaSource source);
    void setMediaPath(const QString &path);
    /// Found by asking the host; its path is the medium's.
    void setHostMedium(const HostMedium &medium);
    void setContainer(const ContainerSetup &container);
    /// An image of the catalogue, fetched when the machine is made; its size is asked for.
    void setDownload(const OsImage &image);
    void setDiskUse(DiskUse use);
    /// As a person wrote it; empty, or the same as it would be: made of the rest again.
    void setDefinition(const QString &xml);
    /// The definition is looked at, so it is to be checked as it changes.
    void setDefinitionShown(bool shown);
    void chooseSystem(const OsEntry &system);
    void setName(const QString &name);
    /// So many machines at once.
    void setCount(int count);
    void setVcpus(int count);
    void setMemory(Bytes memory);
    void setWithDisk(bool on);
    void setDiskSize(Bytes size);
    void setPool(const QString &name);
    void setNetwork(const std::optional<NetworkOffer> &network);
    void setForwards(const ForwardWishes &forwards);
    void setFolder(const SharedFolder &folder);
    void setAcceleration(Acceleration acceleration);
    void setStartNow(bool on);

    /// Of systems that are set up from outside.
    AccountAnswers &answers() const { return *m_answers; }
    /// Of installers of Windows.
    WindowsChoices &windows() const { return *m_windows; }
    /// What keeps the installer from being told all that it would ask.
    UnattendedBar unattendedBar() const;
    void setUnattended(bool on);
    /// Of the source NetworkInstall.
    NetworkChoices &networkInstall() const { return *m_networkInstall; }
    /// Of the source Appliance.
    ApplianceAnswers &appliance() const { return *m_appliance; }

    /// Only when isSufficient().
    Job *create();

Q_SIGNALS:
    /// Anything above.
    void changed();
    /// Hosts came, went, or changed their state.
    void hostsChanged();

private:
    enum class Edited { DiskUse, Name, Vcpus, Memory, WithDisk, DiskSize, Pool, Network, Acceleration };

    void watch(Host *host);
    void noteHosts();
    void askSurvey();
    void takeNames();
    void identify();
    void lookIntoMedium();
    void takeIdentity(const Result<MediaIdentity> &identity);
    void takeDisk(const MediumLook &look);
    void takeAppliance();
    void takeTree();
    void askNeeds(const OsEntry &system);
    void forgetSystem();
    void askDownloadSize();
    void noteRecent(const OsImage &image);
    void recompute();
    void takeWindows();
    void askReach();
    void lookAtFolders();
    void lookAtHostMedium();
    void gatherFindings();

    Inventory &m_inventory;
    AccountAnswers *m_answers;
    ApplianceAnswers *m_appliance;
    WindowsChoices *m_windows;
    NetworkChoices *m_networkInstall;
    SchemaWatch *m_schema;
    QPointer<Host> m_host;
    MachineRecipe m_recipe;
    MachineRecipe m_recommended;
    HostSurvey m_survey;
    Survey m_surveyState = Survey::NoHost;
    std::optional<Error> m_surveyError;
    Recognition m_recognition = Recognition::Nothing;
    MediaIdentity m_identity;
    MediumLook m_look;
    FolderLook m_folderLook;
    FolderLook m_rootLook; ///< of a container
    bool m_systemChosen = false;
    bool m_unattended = false; ///< as the person wants it, where it can be had
    QSet<int> m_edited;
    std::vector<RecipeFinding> m_findings;
    RecipeOutcome m_outcome;
    Lane m_files{QStringLiteral("wizard-files")}; ///< a file may be on a slow network drive
    bool m_definitionShown = false;
    QTimer m_typing; ///< a path is being typed: wait for a pause before the file is looked into
    // Late answers to earlier questions are dropped.
    quint64 m_surveyAttempt = 0;
    quint64 m_mediaAttempt = 0;
    quint64 m_reachAttempt = 0;
    quint64 m_needsAttempt = 0;
    quint64 m_folderAttempt = 0;
};
