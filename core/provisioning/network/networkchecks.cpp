// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/networkchecks.h"

#include "core/provisioning/network/debiantree.h"
#include "core/provisioning/network/treeinfo.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace {

using F = RecipeFinding;
using Way = NetworkInstall::Way;

/// Kernels and initrds are small; what is larger was chosen by mistake.
constexpr qint64 largestFile = qint64(2) << 30;

bool isReadable(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    return info.isFile() && info.size() > 0 && info.size() <= largestFile && file.open(QIODevice::ReadOnly);
}

bool isForeign(const QString &treesOwn, const QString &hosts)
{
    if (treesOwn.isEmpty() || hosts.isEmpty())
        return false;
    const auto theirs = debiantree::debianName(treesOwn), ours = debiantree::debianName(hosts);
    return theirs != ours && !(ours == u"amd64" && (theirs == u"i386" || theirs == u"i586"));
}

void checkTree(const NetworkInstall &install, const QString &architecture, std::vector<F> &findings)
{
    if (install.address.trimmed().isEmpty())
        findings.push_back({F::Kind::TreeMissing, F::Severity::Blocker, F::Field::Media, {}});
    else if (installtrees::topOf(install.address).isEmpty())
        findings.push_back({F::Kind::TreeAddressInvalid, F::Severity::Blocker, F::Field::Media, {}});
    else if (install.tree && isForeign(install.tree->architecture, architecture))
        findings.push_back({F::Kind::TreeForeign, F::Severity::Blocker, F::Field::Media, install.tree->architecture});
}

} // namespace

std::vector<RecipeFinding> checkNetworkInstall(const MachineRecipe &recipe, const HostSurvey &survey)
{
    std::vector<F> findings;
    if (recipe.source != MediaSource::NetworkInstall)
        return findings;
    const auto &install = recipe.fromNetwork;
    const auto *caps = chosenAccelerator(recipe, survey);
    if (install.way == Way::Tree)
        checkTree(install, caps ? caps->architecture : QString(), findings);
    if (install.way == Way::Kernel && install.kernel.isEmpty())
        findings.push_back({F::Kind::KernelMissing, F::Severity::Blocker, F::Field::Media, {}});
    const auto arguments = kernelArguments(install);
    const bool isOneLine = std::all_of(arguments.begin(), arguments.end(), [](QChar sign) { return sign.isPrint(); });
    if (bootsKernel(recipe) && (!isOneLine || arguments.size() > longestKernelArguments))
        findings.push_back({F::Kind::ArgumentsInvalid, F::Severity::Blocker, F::Field::Media, QString::number(longestKernelArguments)});
    if (bootsKernel(recipe) && !recipe.startNow && !recipe.unattended)
        findings.push_back({F::Kind::UnattendedStarts, F::Severity::Note, F::Field::Host, {}});
    if (!recipe.network && install.way != Way::Kernel)
        findings.push_back({F::Kind::BootNeedsNetwork, install.way == Way::Pxe ? F::Severity::Blocker : F::Severity::Warning, F::Field::Media, {}});
    else if (install.way == Way::Pxe && recipe.network->kind == NetworkOffer::Kind::User)
        findings.push_back({F::Kind::BootServerUnlikely, F::Severity::Warning, F::Field::Media, {}});
    return findings;
}

RecipeFinding treeFinding(const Error &error, const QString &address)
{
    switch (error.kind) {
    case Error::Kind::InvalidInput: return {F::Kind::TreeAddressInvalid, F::Severity::Blocker, F::Field::Media, {}};
    case Error::Kind::NotFound: return {F::Kind::TreeUnknown, F::Severity::Blocker, F::Field::Media, address};
    default: return {F::Kind::TreeUnreachable, F::Severity::Blocker, F::Field::Media, error.message};
    }
}

std::vector<RecipeFinding> lookAtKernel(const NetworkInstall &install)
{
    std::vector<F> findings;
    if (!install.kernel.isEmpty() && !isReadable(install.kernel))
        findings.push_back({F::Kind::KernelUnreadable, F::Severity::Blocker, F::Field::Media, install.kernel});
    if (!install.initrd.isEmpty() && !isReadable(install.initrd))
        findings.push_back({F::Kind::InitrdUnreadable, F::Severity::Blocker, F::Field::Media, install.initrd});
    return findings;
}

QString kernelArguments(const NetworkInstall &install)
{
    const auto own = install.arguments.trimmed();
    const auto source = install.way == Way::Tree && install.tree ? install.tree->arguments : QString();
    // What the person says of the source counts.
    const auto key = source.section(u'=', 0, 0) + u'=';
    const auto words = own.split(u' ', Qt::SkipEmptyParts);
    const bool isSaid = std::any_of(words.begin(), words.end(), [&key](const QString &word) { return word.startsWith(key); });
    return source.isEmpty() || isSaid ? own : QStringLiteral("%1 %2").arg(source, own).trimmed();
}

bool bootsKernel(const MachineRecipe &recipe)
{
    return recipe.source == MediaSource::NetworkInstall && recipe.fromNetwork.way != Way::Pxe;
}
