// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/networktext.h"

#include "core/provisioning/foldersharing.h"
#include "core/provisioning/portforwarding.h"

#include <QCoreApplication>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(networktext)
};

QString folderFinding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    switch (finding.kind) {
    case K::FolderMissing: return Words::tr("There is no folder “%1”.").arg(finding.figure);
    case K::FolderUnseen:
        return Words::tr("The folder is looked for on the host when the machine starts; from here it cannot be seen whether it is there.");
    case K::FolderNameInvalid: return Words::tr("The folder's name in the machine takes 31 letters, digits, hyphens and underscores at most.");
    case K::FolderBehindFolder:
        return Words::tr("The host's QEMU runs under an account of its own, which may not enter the folder “%1”. Choose a folder that is open to all, or "
                         "permit entering with “chmod o+x”.").arg(finding.figure);
    case K::FolderUnsupported: return Words::tr("This host cannot share folders with machines: its hypervisor offers neither virtiofs nor 9p.");
    case K::FolderOfSession:
        return Words::tr("It is shared by 9p, which is slower: virtiofs takes libvirt 10 where machines run under your own account. Kernels of cloud images "
                         "often have no driver for 9p.");
    case K::FolderWithoutServer:
        return Words::tr("It is shared by 9p, which is slower: the host has no virtiofsd. Install it there to have virtiofs.");
    case K::FolderBarsSaving: return Words::tr("As long as it has the folder, most hosts can neither save the running machine nor move it to another host.");
    case K::FolderNeedsDrivers:
        return finding.figure.isEmpty() ? Words::tr("Windows sees the folder once WinFsp and the driver for virtiofs are installed in it.")
                                        : Words::tr("Windows has no driver for 9p, and will not see the folder.");
    default: return {};
    }
}
} // namespace

QString networktext::finding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    switch (finding.kind) {
    case K::PortMissing: return Words::tr("Give both ports in row %1, or remove it.").arg(finding.figure);
    case K::PortInUse: return Words::tr("Another program on the host waits at port %1 already. Choose another port of the host.").arg(finding.figure);
    case K::PortReserved:
        return Words::tr("Port %1 of the host is kept for programs with more rights than a machine has. Choose a higher one.").arg(finding.figure);
    case K::PortTwice: return Words::tr("Port %1 of the host can lead to one port of the machine only.").arg(finding.figure);
    case K::ForwardsUnsupported: return Words::tr("The host's libvirt is too old to forward ports. Remove them, or update it to 8.2 at least.");
    case K::PasstMissing: return Words::tr("QEMU forwards the ports itself. With passt installed on the host it would be faster.");
    default: return folderFinding(finding);
    }
}

QString networktext::ports(const MachineRecipe &recipe)
{
    if (!takesForwards(recipe))
        return {};
    QStringList all;
    for (const auto &forward : recipe.forwards.ports) {
        //: A port of the host, and the machine's port that it leads to
        const auto pair = Words::tr("%1 → %2").arg(forward.hostPort).arg(forward.guestPort);
        all += forward.protocol == PortForward::Protocol::Udp ? Words::tr("%1 (UDP)").arg(pair) : pair;
    }
    return all.join(Words::tr(", "));
}

QString networktext::folderMeaning(const MachineRecipe &recipe, FolderSharing way)
{
    const auto &folder = recipe.folder;
    if (folder.path.isEmpty())
        return Words::tr("A folder of the host that the machine reads and writes.");
    if (recipe.os.isWindows || way == FolderSharing::None || !isFolderName(folder.name))
        return {};
    if (recipe.source == MediaSource::CloudImage)
        return Words::tr("The machine mounts it at /mnt/%1 by itself.").arg(folder.name);
    //: %1 is a command
    return Words::tr("Mount it in the machine with: %1").arg(mountCommand(folder, way));
}
