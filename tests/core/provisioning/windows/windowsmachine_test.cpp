// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine for Windows is made of, with the drivers' disc and without it.
#include "core/provisioning/machineplan.h"
#include "core/provisioning/recipetoconfig.h"
#include "core/provisioning/windows/virtiodisc.h"
#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

MachineRecipe windows11(const HostSurvey &survey)
{
    auto recipe = samples::recipe(QStringLiteral("win11"), survey);
    recipe.windows.edition = WindowsEdition();
    recipe.windows.edition->build = 22631;
    return recipe;
}

class VirtioDisc : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("genisoimage")).isEmpty())
            GTEST_SKIP() << "needs genisoimage";
    }
    QString disc(const QString &name, const QStringList &drivers)
    {
        const auto tree = folder.filePath(name + QStringLiteral(".d"));
        for (const auto &driver : drivers) {
            const QFileInfo file(tree + u'/' + driver);
            QDir().mkpath(file.path());
            QFile(file.filePath()).open(QIODevice::WriteOnly);
        }
        QProcess maker;
        maker.start(QStringLiteral("genisoimage"), {QStringLiteral("-quiet"), QStringLiteral("-J"), QStringLiteral("-r"), QStringLiteral("-o"), folder.filePath(name), tree});
        EXPECT_TRUE(maker.waitForFinished() && maker.exitCode() == 0);
        return folder.filePath(name);
    }
    static WindowsEdition edition(int build, bool isServer)
    {
        WindowsEdition edition;
        edition.build = build;
        edition.isServer = isServer;
        edition.architecture = QStringLiteral("x86_64");
        return edition;
    }
    QTemporaryDir folder;
};

} // namespace

TEST(WindowsMachine, HasVirtioDevicesOnceTheirDriversAreAtHand)
{
    const auto survey = samples::kvmHost();
    auto recipe = windows11(survey);
    EXPECT_EQ(planFor(recipe, survey).diskBus, diskBuses::sata());
    EXPECT_EQ(planFor(recipe, survey).nicModel, nicModels::e1000e());
    recipe.windows.drivers = QStringLiteral("/iso/virtio-win.iso");
    recipe.windows.driverFolder = QStringLiteral("w11/amd64");
    const auto plan = planFor(recipe, survey);
    EXPECT_EQ(plan.diskBus, diskBuses::virtio());
    EXPECT_EQ(plan.nicModel, nicModels::virtio());
    EXPECT_EQ(plan.videoModel, videoModels::virtio());
    EXPECT_TRUE(plan.rng);
    EXPECT_TRUE(plan.secureBoot);
    EXPECT_EQ(plan.tpmModel, QStringLiteral("tpm-crb"));
    EXPECT_FALSE(plan.hyperv.isEmpty());
}

TEST(WindowsMachine, BootsItsOwnDiscBeforeThoseOfDriversAndAnswers)
{
    const auto survey = samples::kvmHost();
    PlacedMedia media;
    media.disks.push_back({QStringLiteral("/pool/a.qcow2"), QStringLiteral("qcow2")});
    media.cdroms = {QStringLiteral("/iso/win.iso"), QStringLiteral("/iso/virtio-win.iso"), QStringLiteral("/pool/a-seed.iso")};
    media.seedToRemove = media.cdroms.last();
    const auto xml = domainXmlFor(windows11(survey), survey, media);
    EXPECT_LT(xml.indexOf(QStringLiteral("/iso/win.iso")), xml.indexOf(QStringLiteral("/iso/virtio-win.iso")));
    EXPECT_EQ(xml.count(QStringLiteral("device=\"cdrom\"")) + xml.count(QStringLiteral("device='cdrom'")), 3);
}

TEST_F(VirtioDisc, GivesTheFolderOfTheEditionOrOfTheOneBefore)
{
    const auto iso = disc(QStringLiteral("virtio-win-0.1.208.iso"),
                          {QStringLiteral("viostor/w10/amd64/viostor.inf"), QStringLiteral("viostor/2k19/amd64/viostor.inf"), QStringLiteral("viostor/2k22/amd64/viostor.inf")});
    EXPECT_EQ(*virtioFolderOn(iso, edition(19045, false)), QStringLiteral("w10/amd64"));
    EXPECT_EQ(*virtioFolderOn(iso, edition(22631, false)), QStringLiteral("w10/amd64"));
    EXPECT_EQ(*virtioFolderOn(iso, edition(26100, true)), QStringLiteral("2k22/amd64"));
    EXPECT_EQ(virtioFolderOn(iso, edition(9600, false)).error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(virtioFolderOn(folder.path(), edition(22631, false)));
}

TEST_F(VirtioDisc, IsFoundNewestFirst)
{
    const auto older = disc(QStringLiteral("virtio-win-0.1.96.iso"), {QStringLiteral("a")});
    const auto newer = disc(QStringLiteral("virtio-win-0.1.248.iso"), {QStringLiteral("a")});
    disc(QStringLiteral("other.iso"), {QStringLiteral("a")});
    EXPECT_EQ(virtioDiscsIn({folder.path(), QStringLiteral("/nowhere"), folder.path()}), QStringList({newer, older}));
}
