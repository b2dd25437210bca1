// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/networkchecks.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/nic.h"
#include "core/provisioning/recipecopies.h"
#include "core/provisioning/recipetoconfig.h"
#include "core/provisioning/unattended/unattendedoffer.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace {

using F = RecipeFinding;
using Way = NetworkInstall::Way;

class NetworkInstallTest : public testing::Test {
protected:
    NetworkInstallTest()
    {
        recipe = samples::recipe(QStringLiteral("debian"), survey);
        recipe.source = MediaSource::NetworkInstall;
        recipe.mediaPath.clear();
        recipe.fromNetwork.address = QStringLiteral("http://deb.example/debian/");
        InstallTree tree;
        tree.url = QUrl(recipe.fromNetwork.address);
        tree.architecture = QStringLiteral("x86_64");
        recipe.fromNetwork.tree = tree;
    }
    bool finds(F::Kind kind, F::Severity severity) const
    {
        const auto all = checkRecipe(recipe, survey);
        return std::any_of(all.begin(), all.end(), [&](const F &finding) { return finding.kind == kind && finding.severity == severity; });
    }
    bool isBlocked() const
    {
        const auto all = checkRecipe(recipe, survey);
        return std::any_of(all.begin(), all.end(), [](const F &finding) { return finding.severity == F::Severity::Blocker; });
    }

    HostSurvey survey = samples::kvmHost();
    MachineRecipe recipe;
};

} // namespace

TEST_F(NetworkInstallTest, WantsAnAddressOfAServer)
{
    EXPECT_FALSE(isBlocked());
    recipe.fromNetwork.address.clear();
    EXPECT_TRUE(finds(F::Kind::TreeMissing, F::Severity::Blocker));
    recipe.fromNetwork.address = QStringLiteral("deb.example/debian");
    EXPECT_TRUE(finds(F::Kind::TreeAddressInvalid, F::Severity::Blocker));
    recipe.source = MediaSource::NoMedium;
    EXPECT_FALSE(isBlocked());
}

TEST_F(NetworkInstallTest, TakesNoTreeForOtherProcessors)
{
    recipe.fromNetwork.tree->architecture = QStringLiteral("ppc64le");
    EXPECT_TRUE(finds(F::Kind::TreeForeign, F::Severity::Blocker));
    for (const auto *fit : {"x86_64", "amd64", "i386", ""}) {
        recipe.fromNetwork.tree->architecture = QString::fromLatin1(fit);
        EXPECT_FALSE(isBlocked()) << fit;
    }
}

TEST_F(NetworkInstallTest, WantsAKernelAndArgumentsOfOneLine)
{
    recipe.fromNetwork.way = Way::Kernel;
    EXPECT_TRUE(finds(F::Kind::KernelMissing, F::Severity::Blocker));
    recipe.fromNetwork.kernel = QStringLiteral("/boot/vmlinuz");
    EXPECT_FALSE(isBlocked());
    recipe.fromNetwork.arguments = QStringLiteral("a=1\nb=2");
    EXPECT_TRUE(finds(F::Kind::ArgumentsInvalid, F::Severity::Blocker));
    recipe.fromNetwork.arguments = QString(2000, u'a');
    EXPECT_TRUE(finds(F::Kind::ArgumentsInvalid, F::Severity::Blocker));
    recipe.fromNetwork.arguments = QStringLiteral("console=ttyS0 name=\"a b\" <&>");
    EXPECT_FALSE(isBlocked());
    recipe.startNow = false;
    EXPECT_TRUE(finds(F::Kind::UnattendedStarts, F::Severity::Note));
}

TEST_F(NetworkInstallTest, NeedsANetwork)
{
    recipe.network.reset();
    EXPECT_TRUE(finds(F::Kind::BootNeedsNetwork, F::Severity::Warning));
    recipe.fromNetwork.way = Way::Pxe;
    EXPECT_TRUE(finds(F::Kind::BootNeedsNetwork, F::Severity::Blocker));
    recipe.network = NetworkOffer{NetworkOffer::Kind::User, {}, {}, true};
    EXPECT_TRUE(finds(F::Kind::BootServerUnlikely, F::Severity::Warning));
    recipe.network = NetworkOffer{NetworkOffer::Kind::Bridge, QStringLiteral("br0"), {}, true};
    EXPECT_FALSE(isBlocked());
    EXPECT_FALSE(finds(F::Kind::BootServerUnlikely, F::Severity::Warning));
}

TEST_F(NetworkInstallTest, TellsTheInstallerItsSourceUnlessThePersonDoes)
{
    auto &install = recipe.fromNetwork;
    install.tree->arguments = QStringLiteral("inst.repo=http://a.example/os/");
    install.arguments = QStringLiteral("  console=ttyS0 ");
    EXPECT_EQ(kernelArguments(install), QStringLiteral("inst.repo=http://a.example/os/ console=ttyS0"));
    install.arguments = QStringLiteral("inst.repo=http://b.example/ quiet");
    EXPECT_EQ(kernelArguments(install), QStringLiteral("inst.repo=http://b.example/ quiet"));
    install.arguments.clear();
    EXPECT_EQ(kernelArguments(install), QStringLiteral("inst.repo=http://a.example/os/"));
    install.way = Way::Kernel;
    EXPECT_EQ(kernelArguments(install), QString());
}

TEST_F(NetworkInstallTest, AsksTheBootServerBehindADiskThatDoesNotBootYetOrAlways)
{
    recipe.fromNetwork.way = Way::Pxe;
    PlacedMedia media;
    media.disks.push_back({QStringLiteral("/images/a.qcow2"), QStringLiteral("qcow2")});
    const auto orders = [&] {
        const auto config = DomainConfig::parse(domainXmlFor(recipe, survey, media));
        return std::pair{config->devices<Disk>().front().get(Disk::bootOrder).value_or(0), config->devices<Nic>().front().get(Nic::bootOrder).value_or(0)};
    };
    EXPECT_EQ(orders(), (std::pair<quint64, quint64>{1, 2}));
    recipe.fromNetwork.networkFirst = true;
    EXPECT_EQ(orders(), (std::pair<quint64, quint64>{2, 1}));
    recipe.fromNetwork.way = Way::Tree;
    EXPECT_EQ(orders(), (std::pair<quint64, quint64>{1, 0})) << "its installer is a kernel, which no firmware looks for";
    recipe.fromNetwork.way = Way::Pxe;
    media.disks.clear();
    recipe.fromNetwork.networkFirst = false;
    const auto diskless = DomainConfig::parse(domainXmlFor(recipe, survey, media));
    EXPECT_EQ(diskless->devices<Nic>().front().get(Nic::bootOrder), 1U);
    EXPECT_TRUE(virtInstallCommand(recipe, survey, QStringLiteral("qemu:///system")).contains(u"--pxe"));
}

TEST_F(NetworkInstallTest, IsInstalledWithoutQuestionsFromTreesOfInstallersThatAreKnown)
{
    const auto bar = [&] { return unattendedBar(recipe, std::nullopt); };
    recipe.os.known = true;
    recipe.os.answers = AnswerFormat::Preseed;
    EXPECT_EQ(bar(), UnattendedBar::None);
    recipe.unattended = true;
    EXPECT_TRUE(wantsAccount(recipe));
    recipe.fromNetwork.tree->arguments = QStringLiteral("inst.repo=http://a.example/");
    EXPECT_EQ(bar(), UnattendedBar::MediumTakesNone) << "of another kind than the system's";
    recipe.os.answers = {};
    EXPECT_EQ(bar(), UnattendedBar::NoScript);
    recipe.os.known = false;
    EXPECT_EQ(bar(), UnattendedBar::SystemUnknown);
    recipe.fromNetwork.tree.reset();
    EXPECT_EQ(bar(), UnattendedBar::NoMedium);
    recipe.fromNetwork.way = Way::Pxe;
    EXPECT_EQ(bar(), UnattendedBar::NotInstalled);
}

TEST_F(NetworkInstallTest, LooksAtItsFiles)
{
    QTemporaryDir folder;
    NetworkInstall install;
    install.way = Way::Kernel;
    EXPECT_TRUE(lookAtKernel(install).empty());
    install.kernel = folder.filePath(QStringLiteral("vmlinuz"));
    install.initrd = folder.path();
    const auto findings = lookAtKernel(install);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].kind, F::Kind::KernelUnreadable);
    EXPECT_EQ(findings[1].kind, F::Kind::InitrdUnreadable) << "a folder";
    QFile file(install.kernel);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(lookAtKernel(install).size(), 2U) << "an empty file";
    file.write("kernel");
    file.close();
    install.initrd.clear();
    EXPECT_TRUE(lookAtKernel(install).empty());
}

TEST_F(NetworkInstallTest, TellsAServerThatIsAwayFromOneThatHasNoTree)
{
    EXPECT_EQ(treeFinding({Error::Kind::NotFound, {}, {}}, {}).kind, F::Kind::TreeUnknown);
    EXPECT_EQ(treeFinding({Error::Kind::ServerUnreachable, QStringLiteral("refused"), {}}, {}).kind, F::Kind::TreeUnreachable);
    EXPECT_EQ(treeFinding({Error::Kind::InvalidInput, {}, {}}, {}).kind, F::Kind::TreeAddressInvalid);
}
