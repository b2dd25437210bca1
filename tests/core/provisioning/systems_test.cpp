// SPDX-License-Identifier: GPL-3.0-or-later
// Systems as the OS database knows them, on every kind of host; a real one is asked by tests/lab/defaults_test.py.
#include "core/provisioning/osdatabase.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/recipetoconfig.h"
#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>

namespace {

const QStringList systems = QStringLiteral(
    "debian10 debian11 ubuntu18.04 ubuntu20.04 ubuntu22.04 fedora36 fedora37 centos7.0 centos-stream9 rhel8.6 rhel9.1 opensuse15.4 opensusetumbleweed "
    "archlinux alpinelinux3.17 gentoo mageia8 freebsd12.3 freebsd13.1 openbsd7.0 netbsd9.0 msdos6.22 win98 win2k winxp win7 win8.1 win10 win11 win2k16 "
    "win2k19 win2k22").split(u' ');

class Systems : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        OsDatabase database;
        auto all = database.systems();
        all.waitForFinished();
        ASSERT_TRUE(all.result());
        const auto known = *all.result();
        for (const auto &shortId : systems) {
            const auto system = std::find_if(known.begin(), known.end(), [&](const OsEntry &entry) { return entry.shortId == shortId; });
            ASSERT_NE(system, known.end()) << shortId.toStdString();
            auto needs = database.needs(system->id);
            needs.waitForFinished();
            s_needs.insert(shortId, *needs.result());
        }
    }

    static std::vector<std::pair<QString, HostSurvey>> hosts()
    {
        return {{QStringLiteral("kvm"), samples::kvmHost()}, {QStringLiteral("emulation"), samples::emulatingHost()},
                {QStringLiteral("arm"), samples::armHost()}, {QStringLiteral("older"), samples::olderHost()},
                {QStringLiteral("unknown"), samples::testHost()}};
    }
    static MachineRecipe recipe(const QString &system, const HostSurvey &survey)
    {
        MachineRecipe recipe;
        recipe.os = s_needs.value(system);
        applyRecommendations(recipe, survey);
        recipe.name = system;
        return recipe;
    }
    static MachinePlan plan(const QString &system) { return planFor(recipe(system, samples::kvmHost()), samples::kvmHost()); }

    static inline QHash<QString, OsNeeds> s_needs;
};

} // namespace

TEST_F(Systems, AreValidByTheSchemaOfLibvirtOnEveryKindOfHost)
{
    const auto schema = QStringLiteral("/usr/share/libvirt/schemas/domain.rng");
    const auto xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    if (xmllint.isEmpty() || !QFile::exists(schema))
        GTEST_SKIP() << "needs xmllint (libxml2-utils) and libvirt's schemas (libvirt0)";
    const QTemporaryDir folder;
    QStringList files;
    const PlacedMedia media{{{QStringLiteral("/images/disk.qcow2"), QStringLiteral("qcow2")}}, {QStringLiteral("/images/installer.iso")}, {}, {}, {}};
    for (const auto &[host, survey] : hosts()) {
        for (const auto &system : systems) {
            QFile file(folder.filePath(system + u'-' + host + QStringLiteral(".xml")));
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(domainXmlFor(recipe(system, survey), survey, media).toUtf8());
            files += file.fileName();
        }
    }
    QProcess lint;
    lint.setProcessChannelMode(QProcess::MergedChannels);
    lint.start(xmllint, QStringList{QStringLiteral("--noout"), QStringLiteral("--relaxng"), schema} + files);
    ASSERT_TRUE(lint.waitForFinished(60000));
    EXPECT_EQ(lint.exitCode(), 0) << lint.readAll().toStdString();
    EXPECT_EQ(files.size(), systems.size() * qsizetype(hosts().size()));
}

TEST_F(Systems, GetHardwareOfTheirOwnTime)
{
    EXPECT_TRUE(plan(QStringLiteral("debian11")).q35);
    EXPECT_EQ(plan(QStringLiteral("debian11")).diskBus, diskBuses::virtio());
    EXPECT_FALSE(plan(QStringLiteral("winxp")).q35);
    EXPECT_EQ(plan(QStringLiteral("winxp")).diskBus, diskBuses::ide());
    EXPECT_EQ(plan(QStringLiteral("winxp")).soundModel, u"ac97");
    EXPECT_EQ(plan(QStringLiteral("win7")).usbModel, u"ich9-ehci1");
    EXPECT_EQ(plan(QStringLiteral("win98")).usbModel, u"piix3-uhci");
    EXPECT_EQ(plan(QStringLiteral("msdos6.22")).nicModel, nicModels::rtl8139());
    EXPECT_EQ(plan(QStringLiteral("win10")).usbModel, u"qemu-xhci");
}

TEST_F(Systems, GetWhatWindows11Demands)
{
    const auto plan = Systems::plan(QStringLiteral("win11"));
    EXPECT_TRUE(plan.q35 && plan.uefi && plan.secureBoot);
    EXPECT_EQ(plan.tpmModel, u"tpm-crb");
    EXPECT_FALSE(Systems::plan(QStringLiteral("win10")).secureBoot);
}

TEST_F(Systems, GetAWatchdogOnlyWhereTheyHaveItsDriver)
{
    EXPECT_TRUE(plan(QStringLiteral("fedora37")).watchdog);
    EXPECT_FALSE(plan(QStringLiteral("win11")).watchdog);
    EXPECT_FALSE(plan(QStringLiteral("freebsd13.1")).watchdog);
}
