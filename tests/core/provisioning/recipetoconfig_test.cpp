// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/recipetoconfig.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/general.h"
#include "core/config/domain/machinedetails.h"
#include "core/config/domain/metadata.h"
#include "core/config/domain/nic.h"
#include "core/provisioning/recipecopies.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QStandardPaths>

namespace {

struct Case {
    QString system;
    QString host;
};

void PrintTo(const Case &c, std::ostream *out)
{
    *out << c.system.toStdString() << " on " << c.host.toStdString();
}

HostSurvey surveyOf(const QString &host)
{
    if (host == u"kvm")
        return samples::kvmHost();
    if (host == u"tcg")
        return samples::emulatingHost();
    if (host == u"older")
        return samples::olderHost();
    return host == u"arm" ? samples::armHost() : samples::testHost();
}

const PlacedMedia media = {{{QStringLiteral("/images/it's \"it\".qcow2"), QStringLiteral("qcow2")}}, {QStringLiteral("/iso/Müll & <Co>.iso")}, {}, {}, {}};

QString xmlFor(const Case &c)
{
    const auto survey = surveyOf(c.host);
    return domainXmlFor(samples::recipe(c.system, survey), survey, media);
}

std::vector<Case> allCases()
{
    std::vector<Case> cases;
    for (const auto &host : {QStringLiteral("kvm"), QStringLiteral("tcg"), QStringLiteral("unknown")}) {
        for (const auto &system : {QStringLiteral("debian"), QStringLiteral("fedora"), QStringLiteral("freebsd"), QStringLiteral("win10"),
                                   QStringLiteral("win11"), QStringLiteral("winxp"), QStringLiteral("other")})
            cases.push_back({system, host});
    }
    cases.push_back({QStringLiteral("debian"), QStringLiteral("arm")});
    for (const auto &system : {QStringLiteral("debian"), QStringLiteral("win10")})
        cases.push_back({system, QStringLiteral("older")});
    return cases;
}

class GoldenRecipe : public testing::TestWithParam<Case> {};
INSTANTIATE_TEST_SUITE_P(Recipes, GoldenRecipe, testing::ValuesIn(allCases()), [](const auto &test) {
    return (test.param.system + u'_' + test.param.host).toStdString();
});

} // namespace

// After a wanted change, write them anew with VIVARIUM_WRITE_GOLDEN=1 and read the difference.
TEST_P(GoldenRecipe, GivesTheDefinitionThatWasAgreedOn)
{
    const auto file = QStringLiteral("provisioning/data/%1-%2.xml").arg(GetParam().system, GetParam().host);
    const auto xml = xmlFor(GetParam());
    if (qEnvironmentVariableIsSet("VIVARIUM_WRITE_GOLDEN")) {
        QFile golden(testdata::path(file));
        ASSERT_TRUE(golden.open(QIODevice::WriteOnly));
        golden.write(xml.toUtf8());
    }
    EXPECT_EQ(xml, testdata::text(file));
}

TEST_P(GoldenRecipe, IsValidByTheSchemaOfLibvirt)
{
    const auto schema = QStringLiteral("/usr/share/libvirt/schemas/domain.rng");
    const auto xmllint = QStandardPaths::findExecutable(QStringLiteral("xmllint"));
    if (xmllint.isEmpty() || !QFile::exists(schema))
        GTEST_SKIP() << "needs xmllint (libxml2-utils) and libvirt's schemas (libvirt0)";
    QProcess lint;
    lint.setProcessChannelMode(QProcess::MergedChannels);
    lint.start(xmllint, {QStringLiteral("--noout"), QStringLiteral("--relaxng"), schema, QStringLiteral("-")});
    lint.write(xmlFor(GetParam()).toUtf8());
    lint.closeWriteChannel();
    ASSERT_TRUE(lint.waitForFinished());
    EXPECT_EQ(lint.exitCode(), 0) << lint.readAll().toStdString();
}

TEST(RecipeToConfig, WritesAwkwardNamesSoThatTheyReadTheSame)
{
    for (const auto &survey : {samples::kvmHost(), samples::testHost()}) {
        for (const auto &name : {QStringLiteral("a & b <c> \"d\" 'e'"), QStringLiteral("機械 🐙"), QStringLiteral("]]>"), QStringLiteral("&amp;"),
                                 QStringLiteral("<!-- -->"), QString(240, u'x')}) {
            auto recipe = samples::recipe(QStringLiteral("debian"), survey);
            recipe.name = name;
            const auto config = DomainConfig::parse(domainXmlFor(recipe, survey, media));
            ASSERT_TRUE(config);
            EXPECT_EQ(config->as<General>().get(General::name), name);
            EXPECT_EQ(detailsOf(*config).disks.at(0).source, media.disks.at(0).path);
            EXPECT_EQ(detailsOf(*config).disks.at(1).source, media.cdroms.at(0));
        }
    }
}

TEST(RecipeToConfig, BootsTheDiskFirstAndThenTheInstaller)
{
    const auto config = DomainConfig::parse(xmlFor({QStringLiteral("debian"), QStringLiteral("kvm")}));
    const auto disks = config->devices<Disk>();
    ASSERT_EQ(disks.size(), 2U);
    EXPECT_EQ(disks[0].get(Disk::device), diskDevices::disk());
    EXPECT_EQ(disks[0].get(Disk::bootOrder), 1U);
    EXPECT_EQ(disks[1].get(Disk::device), diskDevices::cdrom());
    EXPECT_EQ(disks[1].get(Disk::bootOrder), 2U);
    EXPECT_EQ(disks[1].get(Disk::readOnly), true);
}

TEST(RecipeToConfig, NamesTheSystemOnlyWhereItIsKnown)
{
    EXPECT_FALSE(osIdOf(*DomainConfig::parse(xmlFor({QStringLiteral("debian"), QStringLiteral("kvm")}))).isEmpty());
    EXPECT_TRUE(osIdOf(*DomainConfig::parse(xmlFor({QStringLiteral("other"), QStringLiteral("kvm")}))).isEmpty());
}

TEST(RecipeToConfig, TakesSpiceOnlyWhereVncCannotDoWhatTheSystemNeeds)
{
    const auto displayOf = [](const QString &system, const HostSurvey &survey) {
        return outcomeOf(samples::recipe(system, survey), survey).display;
    };
    EXPECT_EQ(displayOf(QStringLiteral("debian"), samples::kvmHost()), u"vnc");
    EXPECT_EQ(displayOf(QStringLiteral("win11"), samples::kvmHost()), u"vnc");
    EXPECT_EQ(displayOf(QStringLiteral("debian"), samples::olderHost()), u"vnc");
    EXPECT_EQ(displayOf(QStringLiteral("win11"), samples::olderHost()), u"spice");
    auto onlySpice = samples::kvmHost();
    auto noSpice = samples::olderHost();
    for (auto &caps : onlySpice.accelerators)
        caps.graphics = QStringList{QStringLiteral("spice")};
    for (auto &caps : noSpice.accelerators)
        caps.graphics = QStringList{QStringLiteral("vnc")};
    EXPECT_EQ(displayOf(QStringLiteral("debian"), onlySpice), u"spice");
    EXPECT_EQ(displayOf(QStringLiteral("win11"), noSpice), u"vnc");
}

TEST(RecipeToConfig, HasNoDriveWithoutMedia)
{
    const auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.network.reset();
    const auto config = DomainConfig::parse(domainXmlFor(recipe, survey, {}));
    EXPECT_TRUE(config->devices<Disk>().empty());
    EXPECT_TRUE(detailsOf(*config).nics.empty());
}

TEST(RecipeToConfig, TakesABlockDeviceForOne)
{
    const auto survey = samples::kvmHost();
    const auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    const PlacedMedia devices = {{{QStringLiteral("/dev/vg/lv"), QStringLiteral("raw")}}, {QStringLiteral("/dev/sr0")}, {}, {}, {}};
    const auto config = DomainConfig::parse(domainXmlFor(recipe, survey, devices));
    for (const auto &disk : config->devices<Disk>())
        EXPECT_EQ(disk.get(Disk::type), diskTypes::block());
    EXPECT_EQ(detailsOf(*config).disks.at(0).source, QStringLiteral("/dev/vg/lv"));
}

TEST(RecipeToConfig, OffersNoEnlightenmentThatLacksItsBase)
{
    auto survey = samples::kvmHost();
    for (auto &caps : survey.accelerators)
        caps.hyperv = QStringList{QStringLiteral("relaxed"), QStringLiteral("synic"), QStringLiteral("stimer"), QStringLiteral("tlbflush")};
    const auto xml = domainXmlFor(samples::recipe(QStringLiteral("win10"), survey), survey, media);
    EXPECT_TRUE(xml.contains(QStringLiteral("<relaxed state='on'/>")));
    for (const auto &name : {QStringLiteral("<synic"), QStringLiteral("<stimer"), QStringLiteral("<tlbflush")})
        EXPECT_FALSE(xml.contains(name)) << name.toStdString();
}

TEST(RecipeToConfig, AttachesASeedWhereTheKernelsOfCloudImagesSeeItAndNotesIt)
{
    const auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    PlacedMedia cloud;
    cloud.disks = {{QStringLiteral("/images/web.qcow2"), QStringLiteral("qcow2")},
                   {QStringLiteral("/images/web-seed.iso"), QStringLiteral("raw"), {}, true}};
    cloud.mac = QStringLiteral("52:54:00:12:34:56");
    cloud.seedToRemove = cloud.disks[1].path;
    const auto config = DomainConfig::parse(domainXmlFor(recipe, survey, cloud));
    ASSERT_TRUE(config);
    const auto disks = config->devices<Disk>();
    ASSERT_EQ(disks.size(), 2U);
    EXPECT_EQ(disks[1].get(Disk::bus), diskBuses::virtio());
    EXPECT_EQ(disks[1].get(Disk::device), diskDevices::disk());
    EXPECT_EQ(disks[1].get(Disk::readOnly), true);
    EXPECT_FALSE(disks[1].get(Disk::bootOrder));
    EXPECT_EQ(disks[0].get(Disk::bootOrder), 1U);
    ASSERT_EQ(config->devices<Nic>().size(), 1U);
    EXPECT_EQ(config->devices<Nic>()[0].get(Nic::mac), cloud.mac);
    EXPECT_EQ(seedOf(*config), cloud.seedToRemove);
    EXPECT_EQ(osIdOf(*config), recipe.os.os.id);
}

TEST(RecipeCopies, KeepTheirWordsTogetherInAShell)
{
    const auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.name = QStringLiteral("it's; rm -rf $HOME `x`");
    recipe.mediaPath = QStringLiteral("/iso/a b,c.iso");
    QProcess shell;
    auto command = virtInstallCommand(recipe, survey, QStringLiteral("qemu:///system"));
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command.replace(0, QStringLiteral("virt-install").size(), QStringLiteral("printf '%s\\n'"))});
    ASSERT_TRUE(shell.waitForFinished());
    const auto words = QString::fromUtf8(shell.readAllStandardOutput()).split(u'\n');
    EXPECT_EQ(words.value(words.indexOf(QStringLiteral("--name")) + 1), recipe.name);
    EXPECT_EQ(words.value(words.indexOf(QStringLiteral("--cdrom")) + 1), recipe.mediaPath);
    EXPECT_EQ(words.value(words.indexOf(QStringLiteral("--memory")) + 1), QString::number(recipe.memory.inMib()));
}

TEST(RecipeCopies, ADefinitionFollowsWhereItsDisksWereMade)
{
    const auto survey = samples::kvmHost();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.definition = expectedDefinition(recipe, survey).replace(QStringLiteral("</domain>"), QStringLiteral("<!-- mine --></domain>"));
    const PlacedMedia made{{{QStringLiteral("/pool/other-2.qcow2"), QStringLiteral("qcow2")}}, {QStringLiteral("/pool/copied.iso")}, {}, {}, {}};
    const auto adopted = adoptedDefinition(recipe, survey, made);
    ASSERT_TRUE(adopted);
    EXPECT_TRUE(adopted->contains(u"<!-- mine -->"));
    const auto config = DomainConfig::parse(*adopted);
    EXPECT_EQ(detailsOf(*config).disks.at(0).source, made.disks.at(0).path);
    EXPECT_EQ(detailsOf(*config).disks.at(1).source, made.cdroms.at(0));
}
