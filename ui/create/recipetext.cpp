// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/recipetext.h"

#include "core/hosts/host.h"
#include "ui/common/format.h"
#include "core/provisioning/containerconfig.h"
#include "ui/create/accounttext.h"
#include "ui/create/netinstalltext.h"
#include "ui/create/networktext.h"
#include "ui/create/windowstext.h"
#include "ui/create/wizardcontext.h"

#include <QCoreApplication>
#include <QFileInfo>


namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(recipetext)
};

QString processor(const MachineRecipe &recipe, const RecipeOutcome &outcome)
{
    const auto cores = Words::tr("%n core(s)", nullptr, recipe.vcpus);
    if (outcome.cpuMode == u"host-passthrough")
        return Words::tr("%1, same as the host's").arg(cores);
    if (outcome.cpuMode == u"host-model")
        return Words::tr("%1, host model").arg(cores);
    return cores;
}

QString disk(const MachineRecipe &recipe, const RecipeOutcome &outcome)
{
    if (recipe.source == MediaSource::Appliance)
        return recipe.imported.appliance ? Words::tr("From the appliance") : Words::tr("Not chosen yet");
    if (bringsDisk(recipe.source) && !choosesDiskSize(recipe))
        return recipe.mediaPath.isEmpty() ? Words::tr("Not chosen yet") : QFileInfo(recipe.mediaPath).fileName();
    if (!choosesDiskSize(recipe))
        return Words::tr("None");
    const auto size = format::size(recipe.diskSize);
    if (outcome.diskBus.isEmpty())
        return Words::tr("%1, grows as used").arg(size);
    //: %1 is a size, %2 the kind of disk such as virtio or sata
    return Words::tr("%1, grows as used (%2)").arg(size, outcome.diskBus);
}

QString firmware(const RecipeOutcome &outcome)
{
    QStringList parts{outcome.uefi ? Words::tr("UEFI") : Words::tr("BIOS")};
    if (outcome.secureBoot)
        parts.append(Words::tr("Secure Boot"));
    if (outcome.tpm)
        parts.append(Words::tr("TPM 2.0"));
    return parts.join(Words::tr(", "));
}

QString nameFinding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    switch (finding.kind) {
    case K::NameEmpty: return Words::tr("Give the machine a name.");
    case K::NameTaken: return Words::tr("The host has a machine named “%1” already.").arg(finding.figure);
    case K::NameTooLong: return Words::tr("The name is too long for the files that bear it; shorten it.");
    case K::NameHasSlash: return Words::tr("A name cannot hold a slash (/), because files are named after it.");
    case K::NameHasControlCharacter: return Words::tr("The name holds a character that cannot be shown, such as a line break.");
    case K::NameBlankEdge: return Words::tr("The name begins or ends with a blank.");
    case K::NameIsDots: return Words::tr("A name of one or two dots alone stands for a folder.");
    default: return {};
    }
}

QString mediaFinding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    const auto file = QFileInfo(finding.figure).fileName();
    switch (finding.kind) {
    case K::DownloadNotChosen: return Words::tr("Choose a system from the list.");
    case K::MediaMissing:
        return finding.figure.isEmpty() ? Words::tr("Choose a file, or drop one anywhere in this window.")
                                        : Words::tr("There is no file “%1”.").arg(file);
    case K::MediaUnreadable:
        return file.isEmpty() ? Words::tr("The file cannot be read, or it is no image.")
                              : Words::tr("“%1” cannot be read, or it is no image.").arg(file);
    case K::MediaNotPermitted:
        return Words::tr("This account may not read “%1”.").arg(file);
    case K::MediaBehindFolder:
        return Words::tr("The host's QEMU runs under an account of its own, which may not enter the folder “%1”. Move the file to a folder that is open "
                         "to all, such as /var/lib/libvirt/images, or permit entering with “chmod o+x”.").arg(finding.figure);
    case K::DiskNotWritable:
        return Words::tr("“%1” may be read and not written. A machine's disk must be writable.").arg(file);
    case K::DiskIsDisc: return Words::tr("“%1” is a disc image, not a disk. Choose “Installer image” for it.").arg(file);
    case K::DiskPacked: return Words::tr("“%1” is compressed, so it cannot be used where it is. Choose to convert or to copy it.").arg(file);
    case K::DiskForeignFormat:
        return Words::tr("Disks of the format %1 work where they are, but slowly and without snapshots. Better convert it.").arg(finding.figure);
    case K::DiskStandsOn: return Words::tr("The image holds only changes: it also reads %1.").arg(finding.figure);
    case K::DiskUnsafe:
        return Words::tr("“%1” names other files in a way that is not safe, or they are missing. Flatten it with the program that made it.").arg(file);
    case K::ApplianceUnusable:
        return Words::tr("“%1” cannot be imported: it is damaged, not safe, or no appliance. The reason stands above.").arg(file);
    case K::ApplianceUnsupported: return Words::tr("“%1” cannot be imported: it is of a kind that is not supported. The reason stands above.").arg(file);
    case K::AppliancePartMissing: return Words::tr("The appliance needs the file “%1”, which is not there.").arg(file);
    case K::MediaNotBootable: return Words::tr("Nothing on this image can be booted. The machine may find nothing to start.");
    case K::DiskInUse:
        return Words::tr("The disk is the machine “%1”'s already. Two machines that write to one disk destroy what is on it: copy it, or never run both.")
            .arg(finding.figure);
    case K::DriveEmpty: return Words::tr("There is no disc in the drive %1.").arg(finding.figure);
    case K::ContainerUnsupported: return Words::tr("This host runs no containers. Add one that does, such as lxc:///system.");
    case K::ContainerProgramInvalid: return Words::tr("Name the program by its whole path in the container, such as /bin/sh.");
    case K::ContainerRootMissing:
        return finding.figure.isEmpty() ? Words::tr("Choose the folder that holds the container's system.") : Words::tr("There is no folder “%1”.").arg(finding.figure);
    case K::ContainerSharesFiles: return Words::tr("The program reads and writes the files of the host, with the rights of its administrator.");
    case K::MediaNotOnHost:
        return finding.figure.isEmpty() ? Words::tr("The file is on this computer, and the host has no storage pool to copy it to.")
                                        : Words::tr("The file is on this computer; it is copied to the host's pool “%1” first.").arg(finding.figure);
    default: return {};
    }
}

QString resourceFinding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    const auto &figure = finding.figure;
    const auto with = [&figure](const QString &plain, const QString &exact) { return figure.isEmpty() ? plain : exact.arg(figure); };
    switch (finding.kind) {
    case K::MemoryBelowMinimum:
        return with(Words::tr("That is less memory than the system needs."), Words::tr("The system needs %1 of memory at least."));
    case K::MemoryAboveHost:
        return with(Words::tr("The host has less memory than that."), Words::tr("The host has only %1 of memory."));
    case K::VcpusAboveHost:
        return with(Words::tr("The host has fewer processors; the machine will be slower for it."),
                    Words::tr("The host has only %1 processors; with more the machine gets slower, not faster."));
    case K::VcpusAboveMaximum:
        return with(Words::tr("The hypervisor does not give a machine so many processors."),
                    Words::tr("The hypervisor gives a machine %1 processors at most."));
    case K::NoPool: return Words::tr("The host has no storage pool for the disk. Create one there, or go without a disk.");
    case K::PoolInactive:
        return with(Words::tr("The storage pool is not running."), Words::tr("The storage pool “%1” is not running."));
    case K::DiskLargerThanFree:
        return with(Words::tr("The disk may grow larger than the free space there is."),
                    Words::tr("The disk may grow larger than the %1 that are free."));
    case K::DiskBelowRecommended:
        return with(Words::tr("The system recommends a larger disk."), Words::tr("The system recommends a disk of %1."));
    case K::DiskBelowImage: return Words::tr("The image is larger than that; the disk is made as large as the image, %1.").arg(figure);
    default: return {};
    }
}

QString defaultFinding(const RecipeFinding &finding)
{
    const auto &wanted = finding.figure;
    switch (finding.field) {
    case RecipeFinding::Field::Disk: return Words::tr("Your default pool “%1” does not run on this host, so another one was taken.").arg(wanted);
    case RecipeFinding::Field::Network:
        if (wanted.isEmpty())
            return Words::tr("Your default, a network of user mode, is not offered by this host, so another one was taken.");
        return Words::tr("Your default network “%1” does not run on this host, so another one was taken.").arg(wanted);
    case RecipeFinding::Field::Acceleration: return Words::tr("Your default acceleration is not offered by this host, so the best one there was taken.");
    case RecipeFinding::Field::Firmware: return Words::tr("Your default firmware, %1, does not go with this system or host, so another one was taken.").arg(wanted);
    default: return Words::tr("Your default display, %1, is not offered by this host, so another one was taken.").arg(wanted);
    }
}
} // namespace

QString recipetext::finding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    switch (finding.kind) {
    case K::NameEmpty: case K::NameTaken: case K::NameTooLong: case K::NameHasSlash: case K::NameHasControlCharacter: case K::NameBlankEdge:
    case K::NameIsDots:
        return nameFinding(finding);
    case K::DownloadNotChosen: case K::MediaMissing: case K::MediaUnreadable: case K::MediaNotBootable: case K::MediaNotOnHost: case K::MediaNotPermitted:
    case K::MediaBehindFolder: case K::DiskNotWritable: case K::DiskIsDisc: case K::DiskPacked: case K::DiskForeignFormat:
    case K::DiskStandsOn: case K::DiskUnsafe: case K::DiskInUse: case K::DriveEmpty: case K::ContainerUnsupported: case K::ContainerProgramInvalid: case K::ContainerRootMissing:
    case K::ContainerSharesFiles: case K::ApplianceUnusable: case K::ApplianceUnsupported: case K::AppliancePartMissing:
        return mediaFinding(finding);
    case K::MemoryBelowMinimum: case K::MemoryAboveHost: case K::VcpusAboveHost: case K::VcpusAboveMaximum:
    case K::NoPool: case K::PoolInactive: case K::DiskLargerThanFree: case K::DiskBelowRecommended: case K::DiskBelowImage:
        return resourceFinding(finding);
    case K::DefinitionMissing: return Words::tr("Paste a definition, or open a file that holds one.");
    case K::DefinitionBroken: return Words::tr("The definition cannot be read: %1").arg(finding.figure);
    case K::DefinitionDoubtful:
        return Words::tr("libvirt's schema on this computer does not know the definition so. The host may refuse it, or leave out what it does not know.");
    case K::NetworkInactive:
        return finding.figure.isEmpty() ? Words::tr("The network is not running; it must be started before the machine.")
                                        : Words::tr("The network “%1” is not running; it must be started before the machine.").arg(finding.figure);
    case K::NoNetwork: return Words::tr("The machine will have no network.");
    case K::EmulationOnly:
        return finding.severity == RecipeFinding::Severity::Note
                   ? Words::tr("The processor is emulated in software, as chosen; that is slow.")
                   : Words::tr("The processor is emulated in software, which is slow: the host offers no hardware acceleration for it.");
    case K::KvmTestFailed:
        return Words::tr("The processor is emulated in software, which is slow: hardware acceleration is announced, but a test guest of a few "
                         "instructions did not run with it.");
    case K::KvmChosenAnyway:
        return Words::tr("Hardware acceleration was seen not to work on this host: the machine may start and then show nothing.");
    case K::KvmDistrusted:
        return Words::tr("The processor is emulated in software, which is slow: the host announces hardware acceleration, but it does not work there.");
    case K::TpmMissing: return Words::tr("The system wants a TPM, and the host cannot give one. Its installer may refuse; install swtpm on the host.");
    case K::SecureBootMissing: return Words::tr("The system wants Secure Boot, and the host has no firmware for it. Install ovmf on the host.");
    case K::UefiMissing: return Words::tr("The system wants UEFI, and the host has no such firmware. Install ovmf on the host.");
    case K::NoShownDisplay: return Words::tr("The host offers neither VNC nor SPICE displays, so the machine's screen cannot be shown here.");
    case K::HostCannotCreate:
        if (!finding.figure.isEmpty())
            return Words::tr("This host runs containers only. Choose “Container” as what to run.");
        return Words::tr("This host cannot create machines: it may only be looked at, or its hypervisor does not permit it.");
    case K::UserEmpty: case K::UserInvalid: case K::UserTaken: case K::FullNameInvalid: case K::PasswordInvalid: case K::PasswordWeak:
    case K::NoWayIn: case K::KeyInvalid: case K::KeyPrivate: case K::KeyTooWeak: case K::KeyHasOptions: case K::HostNameInvalid:
    case K::LocaleInvalid: case K::KeyboardInvalid: case K::TimeZoneUnknown: case K::GuestAddressInvalid: case K::GatewayInvalid:
    case K::NameServerInvalid: case K::PackageInvalid: case K::UserDataUnknown: case K::UserDataNotYaml: case K::UserDataNoMapping:
    case K::UserDataTooLong: case K::BaseMustStay:
        return accounttext::finding(finding);
    case K::UnattendedWithoutDisk: return Words::tr("An installer that asks nothing needs a disk to install to.");
    case K::UnattendedStarts: return Words::tr("The installer begins at once: the machine is started now.");
    case K::UnattendedWithoutNetwork:
        return Words::tr("Most installers fetch what they install. Without a network this one may stop and ask.");
    case K::WindowsUserInvalid: case K::WindowsNameInvalid: case K::PasswordMissing: case K::PasswordGuessable: case K::PasswordNotMixed:
    case K::ProductKeyInvalid: case K::DriversUnfit: case K::DriversMissing:
        return windowstext::finding(finding);
    case K::PortMissing: case K::PortInUse: case K::PortReserved: case K::PortTwice: case K::ForwardsUnsupported: case K::PasstMissing:
    case K::FolderMissing: case K::FolderUnseen: case K::FolderNameInvalid: case K::FolderBehindFolder: case K::FolderUnsupported:
    case K::FolderOfSession: case K::FolderWithoutServer: case K::FolderBarsSaving: case K::FolderNeedsDrivers:
        return networktext::finding(finding);
    case K::TreeMissing: case K::TreeAddressInvalid: case K::TreeUnreachable: case K::TreeUnknown: case K::TreeForeign: case K::KernelMissing:
    case K::KernelUnreadable: case K::InitrdUnreadable: case K::ArgumentsInvalid: case K::BootNeedsNetwork: case K::BootServerUnlikely:
        return netinstalltext::finding(finding);
    case K::DefaultUnserved: return defaultFinding(finding);
    }
    return {};
}

QString recipetext::network(const std::optional<NetworkOffer> &network)
{
    if (!network)
        return Words::tr("None");
    switch (network->kind) {
    case NetworkOffer::Kind::User: return Words::tr("User mode");
    case NetworkOffer::Kind::Bridge: return Words::tr("Bridge (%1)").arg(network->name);
    case NetworkOffer::Kind::Direct: return Words::tr("Directly on the card %1 (macvtap)").arg(network->name);
    case NetworkOffer::Kind::Network: break;
    }
    if (network->forward.isEmpty())
        return Words::tr("Isolated (%1)").arg(network->name);
    if (network->forward == u"nat")
        return Words::tr("NAT (%1)").arg(network->name);
    if (network->forward == u"route")
        return Words::tr("Routed (%1)").arg(network->name);
    if (network->forward == u"bridge")
        return Words::tr("Bridged (%1)").arg(network->name);
    return Words::tr("%1 (%2)").arg(network->forward, network->name);
}

QString recipetext::networkMeaning(const std::optional<NetworkOffer> &network)
{
    if (!network)
        return Words::tr("The machine has no network card and reaches nothing.");
    switch (network->kind) {
    case NetworkOffer::Kind::User:
        return Words::tr("The machine reaches the internet through the host. Only ports that are forwarded lead to it. Needs no permission.");
    case NetworkOffer::Kind::Bridge:
        return Words::tr("The machine is on the host's own network, like a computer beside it.");
    case NetworkOffer::Kind::Direct:
        return Words::tr("The machine is on the network of this card, like a computer beside the host. The host itself does not reach it that way.");
    case NetworkOffer::Kind::Network:
        break;
    }
    if (network->forward.isEmpty())
        return Words::tr("The machine reaches the host and machines on the same network, and nothing beyond.");
    if (network->forward == u"nat")
        return Words::tr("The machine reaches the internet through the host; from outside, only the host reaches it.");
    if (network->forward == u"bridge")
        return Words::tr("The machine is on the host's own network, like a computer beside it.");
    return Words::tr("The host passes the machine's packets on; other computers need a route to it.");
}

QString recipetext::accelerator(const QString &name)
{
    if (name == u"kvm")
        return Words::tr("Hardware (KVM)");
    if (name == u"qemu")
        return Words::tr("Software emulation");
    if (name == u"test")
        return Words::tr("None (demonstration)");
    return name;
}

QString recipetext::pool(const PoolOffer &pool)
{
    if (!pool.active)
        return Words::tr("%1: not running").arg(pool.name);
    return Words::tr("%1: %2 free").arg(pool.name, format::size(pool.available));
}

QString recipetext::system(const WizardContext &context)
{
    if (const auto &edition = context.recipe().windows.edition)
        return windowstext::system(*edition);
    const auto &name = context.recipe().os.os.name;
    if (!name.isEmpty()) {
        const auto &edition = context.identity().edition;
        //: A system and its edition: "Fedora 37 Workstation"
        return edition.isEmpty() || context.isSystemChosen() || name.contains(edition) ? name : Words::tr("%1 %2").arg(name, edition);
    }
    switch (context.recognition()) {
    case WizardContext::Recognition::Working: return Words::tr("Recognising…");
    case WizardContext::Recognition::Unknown: return Words::tr("System not recognised");
    default: return Words::tr("Any system");
    }
}

QString recipetext::names(const WizardContext &context)
{
    const auto *survey = context.survey();
    const auto all = survey ? namesOf(context.recipe(), *survey) : QStringList(context.recipe().name);
    //: %1 and %2 are the names of the first and the last of several machines
    return all.size() > 1 ? Words::tr("%1 … %2").arg(all.first(), all.last()) : all.first();
}

QString recipetext::oneOnly(OneOnly why)
{
    switch (why) {
    case OneOnly::DiskInPlace: return Words::tr("A disk that is used where it is belongs to one machine.");
    case OneOnly::Definition: return Words::tr("A definition describes one machine.");
    case OneOnly::Appliance: return Words::tr("An appliance is one machine.");
    case OneOnly::Tree: return Words::tr("An installer of a tree is fetched anew for each machine: create them one after another.");
    case OneOnly::Root: return Words::tr("The folder belongs to one container.");
    case OneOnly::FixedAddress: return Words::tr("A fixed address belongs to one machine.");
    case OneOnly::Ports: return Words::tr("A forwarded port leads to one machine.");
    case OneOnly::FirstPool: return Words::tr("The host has no storage pool yet; the first machine brings one.");
    }
    return {};
}

recipetext::Lines recipetext::receipt(const WizardContext &context)
{
    const auto &recipe = context.recipe();
    const auto &outcome = context.outcome();
    Lines lines;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines.emplace_back(label, value);
    };
    add(Words::tr("Name"), names(context));
    add(Words::tr("Host"), context.host() ? context.host()->label() : QString());
    if (recipe.source != MediaSource::Container)
        add(Words::tr("System"), system(context));
    if (wantsAccount(recipe)) {
        if (recipe.source != MediaSource::CloudImage)
            add(Words::tr("Installation"), Words::tr("Without questions"));
        add(Words::tr("Account"), accounttext::account(recipe.account));
        add(Words::tr("Host name"), hostNameOf(recipe.account, recipe.name));
    }
    const auto *survey = context.survey();
    if (!survey)
        return lines;
    add(Words::tr("Processor"), processor(recipe, outcome));
    add(Words::tr("Memory"), survey->memory.isZero() ? format::size(recipe.memory)
                                                     : Words::tr("%1 of %2").arg(format::size(recipe.memory), format::size(survey->memory)));
    const bool isContainer = recipe.source == MediaSource::Container;
    if (isContainer)
        add(Words::tr("Program"), programOf(recipe.container));
    else
        add(Words::tr("Disk"), disk(recipe, outcome));
    add(Words::tr("Network"), network(recipe.network));
    add(Words::tr("Ports"), networktext::ports(recipe));
    if (!recipe.folder.path.isEmpty())
        add(Words::tr("Shared folder"), recipe.folder.path);
    if (isContainer)
        return lines;
    add(Words::tr("Display"), outcome.display.toUpper());
    add(Words::tr("Firmware"), firmware(outcome));
    add(Words::tr("Acceleration"), accelerator(outcome.accelerator));
    return lines;
}

QString recipetext::receiptNote(const WizardContext &context)
{
    switch (context.surveyState()) {
    case WizardContext::Survey::NoHost: return Words::tr("No host is connected.");
    case WizardContext::Survey::Asking: return Words::tr("Asking the host what it offers…");
    case WizardContext::Survey::Failed: return Words::tr("The host did not say what it offers.");
    case WizardContext::Survey::Ready: break;
    }
    const auto *chosen = context.survey()->pool(context.recipe().pool);
    if (!fillsPool(context.recipe()) || !chosen)
        return {};
    return Words::tr("%1 free where the disk will be.").arg(format::size(chosen->available));
}
