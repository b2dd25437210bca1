// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants a new machine to be, before any hypervisor is asked. A value.
#pragma once

#include "core/appliances/foreignmachine.h"
#include "core/base/bytes.h"
#include "core/config/domain/disk.h"
#include "core/downloads/mirrors.h"
#include "core/hosts/hostmedium.h"
#include "core/hosts/hostsurvey.h"
#include "core/provisioning/account.h"
#include "core/provisioning/cloudsetup.h"
#include "core/provisioning/containersetup.h"
#include "core/provisioning/machinedefaults.h"
#include "core/provisioning/network/networkinstall.h"
#include "core/provisioning/osdatabase.h"
#include "core/provisioning/portforward.h"
#include "core/provisioning/sharedfolder.h"
#include "core/provisioning/windows/windowssetup.h"
#include "core/provisioning/osimage.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

enum class MediaSource { InstallerImage, Download, ExistingDisk, CloudImage, Appliance, NetworkInstall, NoMedium, CustomXml, Container };
/// What becomes of an existing disk: used where it is, copied to a pool as it is, or converted on the way to what the pool holds best.
enum class DiskUse { InPlace, Copy, Convert };

struct Appliance;
/// An appliance, and what of it the person would rather have otherwise.
struct ApplianceWishes {
    std::shared_ptr<const Appliance> appliance; ///< null until it was opened
    ForeignFirmware firmware = ForeignFirmware::Bios;
    bool tpm = false;
    bool keepAddresses = true; ///< of its network cards
    DiskBus diskBus;           ///< of all its disks; empty: as it was, as far as that can be had
};

struct MachineRecipe {
    MediaSource source = MediaSource::InstallerImage;
    QString mediaPath;          ///< ISO or disk; on this computer, or on the host where that is the same
    std::optional<HostMedium> hostMedium; ///< where mediaPath was found by asking the host: nothing has to be brought there
    std::optional<OsImage> download; ///< fetched first, and the machine's file then; for Download and CloudImage
    DiskUse diskUse = DiskUse::InPlace;
    QString name;
    OsNeeds os;                 ///< of the recognised or chosen system; a default otherwise
    int count = 1;              ///< so many machines at once, numbered; see core/provisioning/manymachines.h
    int vcpus = 2;
    Bytes memory = Bytes::gib(2);
    bool withDisk = true;       ///< makes a new blank disk; not where the source brings one
    Bytes diskSize = Bytes::gib(20);
    QString pool;               ///< pool of a new disk
    std::optional<NetworkOffer> network; ///< nothing: no network card
    ForwardWishes forwards;     ///< for networks of user mode
    SharedFolder folder;
    ContainerSetup container;   ///< only for the source Container
    QString definition;         ///< libvirt's XML as the person changed or gave it; empty: made of all the rest
    Acceleration acceleration = Acceleration::Automatic;
    MachineDefaults defaults;   ///< what the person would rather have in every machine, where it can be had
    bool startNow = true;
    GuestAccount account;       ///< for systems that are set up from outside; holds a password: see there
    CloudSetup cloud;           ///< for CloudImage
    bool unattended = false;    ///< the installer is told all that it would ask
    Mirrors mirrors;            ///< of what it fetches
    WindowsSetup windows;       ///< for installers of Windows
    ApplianceWishes imported;   ///< only for the source Appliance
    NetworkInstall fromNetwork; ///< only for the source NetworkInstall
};

/// The source is a disk with a system on it, so that no blank one is made.
inline bool bringsDisk(MediaSource source)
{
    return source == MediaSource::ExistingDisk || source == MediaSource::CloudImage || source == MediaSource::Appliance;
}
/// The machine may get a new blank disk; others bring theirs, or name them.
inline bool takesBlankDisk(MediaSource source)
{
    return !bringsDisk(source) && source != MediaSource::CustomXml && source != MediaSource::Container;
}
/// The machine begins with a file that the person names.
inline bool takesFile(MediaSource source)
{
    return source != MediaSource::NoMedium && source != MediaSource::Download && source != MediaSource::NetworkInstall && source != MediaSource::CustomXml
        && source != MediaSource::Container;
}

/// The system makes an account for somebody by itself.
inline bool wantsAccount(const MachineRecipe &recipe)
{
    const bool isInstaller = recipe.source == MediaSource::InstallerImage || recipe.source == MediaSource::Download;
    return recipe.source == MediaSource::CloudImage || ((isInstaller || recipe.source == MediaSource::NetworkInstall) && recipe.unattended);
}
/// Setup gets the drivers of virtio devices from a second disc, so that the machine can have these.
inline bool bringsVirtioDrivers(const MachineRecipe &recipe)
{
    return recipe.source == MediaSource::InstallerImage && recipe.os.isWindows && !recipe.windows.driverFolder.isEmpty();
}
/// The size of the machine's disk is the person's to choose.
inline bool choosesDiskSize(const MachineRecipe &recipe)
{
    return recipe.source == MediaSource::CloudImage || (recipe.withDisk && takesBlankDisk(recipe.source));
}

/// Something is written to the pool of the recipe: a blank disk, or the copy of one.
inline bool fillsPool(const MachineRecipe &recipe)
{
    return bringsDisk(recipe.source) ? recipe.source != MediaSource::ExistingDisk || recipe.diskUse != DiskUse::InPlace : recipe.withDisk;
}

/// Something about a recipe that a person should know before it is made. ui words it.
struct RecipeFinding {
    enum class Severity { Note, Warning, Blocker };
    enum class Field { Definition, Host, Media, Name, Processor, Memory, Disk, Network, Ports, Folder, Firmware, Acceleration,
                       User, Password, Keys, HostName, Locale, GuestNetwork, Packages, UserData, ProductKey };
    enum class Kind {
        NameEmpty, NameTaken, NameTooLong, NameHasSlash, NameHasControlCharacter, NameBlankEdge,
        NameIsDots,          ///< . or .., which are folders
        DownloadNotChosen, MediaMissing, MediaUnreadable, MediaNotBootable, MediaNotOnHost,
        MediaNotPermitted,   ///< this account may not read the file
        MediaBehindFolder,   ///< the host's emulator may not enter the folder named
        DiskNotWritable,     ///< the emulator could read the disk, and not write it
        DiskIsDisc,          ///< an installer image where a disk was asked for
        DiskPacked,          ///< cannot be used where it is
        DiskForeignFormat,   ///< works where it is, slowly and without snapshots
        DiskStandsOn,        ///< reads other files as well
        DiskUnsafe,          ///< names files that it must not
        DefinitionMissing, DefinitionBroken,
        DefinitionDoubtful,  ///< libvirt's schema does not know it so
        ApplianceUnusable,   ///< damaged, unsafe, or none at all
        ApplianceUnsupported,///< encrypted, or for another kind of hypervisor
        AppliancePartMissing,///< the file named does not lie where the description says
        MemoryBelowMinimum, MemoryAboveHost, VcpusAboveHost, VcpusAboveMaximum,
        NoPool, PoolInactive, DiskLargerThanFree, DiskBelowRecommended, DiskBelowImage,
        NetworkInactive, NoNetwork,
        EmulationOnly,       ///< slow: the host offers no hardware acceleration
        KvmDistrusted,       ///< slow: the host offers KVM, and its answers suggest that it does not work
        KvmTestFailed,       ///< slow: the host offers KVM, and a test guest showed that it does not work
        KvmChosenAnyway,     ///< KVM is doubted and was asked for all the same
        TpmMissing, SecureBootMissing, UefiMissing,
        NoShownDisplay,      ///< the host offers none that this program shows
        HostCannotCreate,    ///< figure: what containers are called there, which are all that it runs
        UserEmpty, UserInvalid,
        UserTaken,           ///< the system has a user or a group of that name
        FullNameInvalid,
        PasswordInvalid,     ///< nobody could type it
        PasswordWeak,
        NoWayIn,             ///< neither a password nor a key
        KeyInvalid,          ///< figure: number of the line
        KeyPrivate, KeyTooWeak, KeyHasOptions,
        HostNameInvalid, LocaleInvalid, KeyboardInvalid, TimeZoneUnknown,
        GuestAddressInvalid, GatewayInvalid, NameServerInvalid, PackageInvalid,
        UserDataUnknown,     ///< its first line is none that cloud-init knows
        UserDataNotYaml,     ///< figure: number of the line, a line's end, the parser's words
        UserDataNoMapping, UserDataTooLong,
        BaseMustStay,        ///< the image that the disk is laid over
        WindowsUserInvalid, WindowsNameInvalid,
        PasswordMissing, PasswordGuessable,
        PasswordNotMixed,    ///< servers want several kinds of characters
        ProductKeyInvalid,
        DriversUnfit,        ///< the disc has none for this Windows
        DriversMissing,      ///< without them devices are slower
        TreeMissing, TreeAddressInvalid, TreeUnreachable,
        TreeUnknown,         ///< the address answers, and is no tree that is known
        TreeForeign,         ///< for another architecture, which is the figure
        KernelMissing, KernelUnreadable, InitrdUnreadable,
        ArgumentsInvalid,    ///< figure: how many characters there may be
        BootNeedsNetwork,    ///< without a network card nothing can be had from the network
        BootServerUnlikely,  ///< the network chosen has none by itself
        UnattendedWithoutDisk, UnattendedWithoutNetwork,
        UnattendedStarts,    ///< although the person would rather start it later
        DiskInUse,           ///< figure: the machine whose disk it is
        DriveEmpty,          ///< the host's drive has no disc in it
        ContainerUnsupported,
        ContainerProgramInvalid, ContainerRootMissing,
        ContainerSharesFiles,///< it sees what the host has
        PortMissing,         ///< figure: number of the row
        PortInUse, PortReserved, PortTwice,
        ForwardsUnsupported, ///< the host's libvirt is too old
        PasstMissing,        ///< ports are forwarded more slowly without it
        FolderMissing,       ///< there is none of that name on this computer
        FolderUnseen,        ///< it is to be on another computer
        FolderNameInvalid,
        FolderBehindFolder,  ///< the host's emulator may not enter the folder named
        FolderUnsupported,
        FolderOfSession,     ///< shared by 9p, because the daemon is a person's own
        FolderWithoutServer, ///< shared by 9p, because virtiofsd is not installed
        FolderBarsSaving,    ///< QEMU neither saves nor moves what a folder is mounted in
        DefaultUnserved,     ///< the person's default cannot be had; the field tells which, figure: what it was
        FolderNeedsDrivers,  ///< Windows has none of its own
    };
    Kind kind;
    Severity severity;
    Field field;
    QString figure;          ///< a name or number to put in the sentence

    /// Nothing is wrong: the person has not come to this question yet.
    bool isUnanswered() const
    {
        return kind == Kind::DownloadNotChosen || (kind == Kind::MediaMissing && figure.isEmpty()) || kind == Kind::DefinitionMissing
            || kind == Kind::UserEmpty || kind == Kind::NoWayIn || kind == Kind::PasswordMissing
            || kind == Kind::TreeMissing || kind == Kind::KernelMissing;
    }
};

/// Every finding, worst first. Pure; cheap enough for each keystroke.
std::vector<RecipeFinding> checkRecipe(const MachineRecipe &recipe, const HostSurvey &survey);
/// A free name made from the system or file: "debian-12", "debian-12-2".
QString proposeName(const MachineRecipe &recipe, const QString &mediaLabel, const HostSurvey &survey);
/// Fills processors, memory, disk, pool, network and acceleration as the system recommends, the host permits, and the recipe's defaults wish.
void applyRecommendations(MachineRecipe &recipe, const HostSurvey &survey);
/// The accelerator that the recipe would get; null where the host offers none.
const DomainCapabilities *chosenAccelerator(const MachineRecipe &recipe, const HostSurvey &survey);
/// What the machine would have, for the receipt.
struct RecipeOutcome {
    QString accelerator, machineType, cpuMode, diskBus, nicModel, videoModel, display;
    bool uefi = false, secureBoot = false, tpm = false;
};
RecipeOutcome outcomeOf(const MachineRecipe &recipe, const HostSurvey &survey);
