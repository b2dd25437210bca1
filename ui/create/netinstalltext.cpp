// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/netinstalltext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(netinstalltext)
};
} // namespace

QString netinstalltext::source(const NetworkInstall &install)
{
    switch (install.way) {
    case NetworkInstall::Way::Tree: return install.tree ? install.tree->url.toDisplayString(QUrl::RemoveUserInfo) : QString();
    case NetworkInstall::Way::Kernel: return QFileInfo(install.kernel).fileName();
    case NetworkInstall::Way::Pxe: return Words::tr("Boot server of the network");
    }
    return {};
}

QString netinstalltext::finding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    switch (finding.kind) {
    case K::TreeMissing: return Words::tr("Give the address of an installation tree.");
    case K::TreeAddressInvalid: return Words::tr("An address begins with http:// or https:// and names a server.");
    case K::TreeUnreachable: return Words::tr("The server did not answer: %1").arg(finding.figure);
    case K::TreeUnknown:
        return Words::tr("Nothing at this address is known as an installation tree. It is the folder that holds “.treeinfo”, “dists” or “boot”, as "
                         "http://deb.debian.org/debian/ does. Otherwise download kernel and initrd, and choose “Kernel and initrd”.");
    case K::TreeForeign: return Words::tr("This tree is for computers of another kind, %1.").arg(finding.figure);
    case K::KernelMissing: return Words::tr("Choose the kernel of an installer.");
    case K::KernelUnreadable: return Words::tr("The kernel “%1” cannot be read.").arg(QFileInfo(finding.figure).fileName());
    case K::InitrdUnreadable: return Words::tr("The initrd “%1” cannot be read.").arg(QFileInfo(finding.figure).fileName());
    case K::ArgumentsInvalid: return Words::tr("Arguments of a kernel are one line of at most %1 characters.").arg(finding.figure);
    case K::BootNeedsNetwork: return Words::tr("Without a network the installer can fetch nothing. Choose one under Resources.");
    case K::BootServerUnlikely:
        return Words::tr("User networking reaches no boot server of your network. Choose a bridge or a network that has one under Resources.");
    default: return {};
    }
}
