// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/cloudseed.h"

#include "core/guestsetup/guestsetup.h"
#include "core/provisioning/cloudchecks.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>


namespace {

using Kind = RecipeFinding::Kind;

SeedAnswers goodAnswers()
{
    SeedAnswers answers;
    answers.account.user = QStringLiteral("anna");
    answers.account.keys = readSshKeys(testdata::text(QStringLiteral("provisioning/data/keys.pub"))).keys;
    answers.account.keys.resize(1);
    answers.machineName = QStringLiteral("Web 1");
    answers.instance = QUuid(QStringLiteral("{3fa85f64-5717-4562-b3fc-2c963f66afa6}"));
    answers.setup.guestAgent = false;
    return answers;
}

YamlVerdict verdictOf(const QByteArray &text)
{
    return (*guestSetup())->checkYaml(text);
}

std::optional<Kind> userDataProblem(const QString &text)
{
    const auto finding = userDataFinding(text, verdictOf(text.toUtf8()));
    return finding ? std::optional(finding->kind) : std::nullopt;
}

TEST(CloudSeed, IsCloudConfigAndYaml)
{
    const auto seed = writeSeed(goodAnswers());
    EXPECT_TRUE(seed.userData.startsWith("#cloud-config\n"));
    for (const auto &text : {seed.userData, seed.metaData}) {
        const auto verdict = verdictOf(text);
        EXPECT_FALSE(verdict.fault) << text.toStdString();
        EXPECT_EQ(verdict.top, YamlTop::Mapping);
    }
    EXPECT_TRUE(seed.networkConfig.isEmpty());
    EXPECT_EQ(seed.files().size(), 2U);
}

TEST(CloudSeed, NamesInstanceAndHost)
{
    const auto seed = writeSeed(goodAnswers());
    EXPECT_TRUE(seed.metaData.contains("instance-id: \"3fa85f64-5717-4562-b3fc-2c963f66afa6\""));
    EXPECT_TRUE(seed.metaData.contains("local-hostname: \"web-1\""));
    auto answers = goodAnswers();
    answers.account.hostName = QStringLiteral("db.example.org");
    const auto named = writeSeed(answers).userData;
    EXPECT_TRUE(named.contains("hostname: \"db\"\n"));
    EXPECT_TRUE(named.contains("fqdn: \"db.example.org\"\n"));
}

TEST(CloudSeed, LocksThePasswordWhereThereIsNone)
{
    const auto without = writeSeed(goodAnswers()).userData;
    EXPECT_TRUE(without.contains("lock_passwd: true"));
    EXPECT_FALSE(without.contains("passwd: \"")) << without.toStdString();
    auto answers = goodAnswers();
    answers.passwordHash = "$6$salt$hash";
    const auto with = writeSeed(answers).userData;
    EXPECT_TRUE(with.contains("lock_passwd: false"));
    EXPECT_TRUE(with.contains("passwd: \"$6$salt$hash\""));
}

TEST(CloudSeed, HoldsNoPasswordInTheClear)
{
    auto answers = goodAnswers();
    answers.account.password = QStringLiteral("fluss-abend-7");
    answers.account.passwordOverSsh = true;
    answers.passwordHash = "$6$salt$hash";
    answers.setup.userData = QStringLiteral("#!/bin/sh\n");
    const auto seed = writeSeed(answers);
    for (const auto &[name, text] : seed.files()) {
        EXPECT_FALSE(text.contains("fluss-abend-7")) << name.toStdString();
        EXPECT_FALSE(text.contains(QByteArray("fluss-abend-7").toBase64())) << name.toStdString();
    }
    EXPECT_FALSE(shownUserData(answers.account, answers.setup, answers.machineName).contains(u"fluss"));
}

TEST(CloudSeed, LetsThePasswordInOverSshOnlyWhenAsked)
{
    auto answers = goodAnswers();
    answers.account.password = QStringLiteral("fluss-abend-7");
    EXPECT_TRUE(writeSeed(answers).userData.contains("ssh_pwauth: false"));
    answers.account.passwordOverSsh = true;
    EXPECT_TRUE(writeSeed(answers).userData.contains("ssh_pwauth: true"));
}

// What people type stays what they typed, whatever signs it has.
TEST(CloudSeed, QuotesWhatWouldBeYaml)
{
    auto answers = goodAnswers();
    answers.account.fullName = QStringLiteral("A \"B\"\\ #c: [d] {e}\u2028%&*!|>'");
    answers.account.keys[0].comment = QStringLiteral("\"]\nruncmd: [reboot]");
    answers.setup.packages = {QStringLiteral("yes"), QStringLiteral("1.0"), QStringLiteral("- x")};
    const auto text = writeSeed(answers).userData;
    const auto verdict = verdictOf(text);
    ASSERT_FALSE(verdict.fault) << verdict.fault->message.toStdString() << text.toStdString();
    EXPECT_EQ(text.count("\nruncmd:"), 1); // ours, which turns cloud-init off
    EXPECT_FALSE(text.contains("reboot]\n"));
    EXPECT_TRUE(text.contains("- \"yes\"\n"));
}

TEST(CloudSeed, InstallsPackagesAndAgentWhenAsked)
{
    auto answers = goodAnswers();
    EXPECT_FALSE(writeSeed(answers).userData.contains("packages"));
    answers.setup.guestAgent = true;
    answers.setup.packages = {QStringLiteral("nginx")};
    const auto text = writeSeed(answers).userData;
    EXPECT_TRUE(text.contains("packages:\n  - \"qemu-guest-agent\"\n  - \"nginx\"\n")) << text.toStdString();
    EXPECT_TRUE(text.contains("runcmd:\n"));
}

TEST(CloudSeed, GivesTheCardAnAddressOfItsOwn)
{
    auto answers = goodAnswers();
    answers.mac = QStringLiteral("52:54:00:AA:BB:CC");
    answers.setup.address = GuestAddress{QStringLiteral("10.0.0.5/24"), QStringLiteral("10.0.0.1"), {QStringLiteral("9.9.9.9"), QStringLiteral("2620:fe::fe")}};
    const auto seed = writeSeed(answers);
    EXPECT_EQ(seed.files().size(), 3U);
    EXPECT_EQ(seed.networkConfig,
              "ethernets:\n  card:\n    addresses:\n      - \"10.0.0.5/24\"\n    gateway4: \"10.0.0.1\"\n    match:\n      macaddress: \"52:54:00:aa:bb:cc\"\n"
              "    nameservers:\n      addresses:\n        - \"9.9.9.9\"\n        - \"2620:fe::fe\"\nversion: 2\n");
    EXPECT_FALSE(verdictOf(seed.networkConfig).fault);
}

TEST(CloudSeed, CarriesThePersonsOwnPartBesideOurs)
{
    auto answers = goodAnswers();
    answers.setup.userData = QStringLiteral("#cloud-config\nruncmd:\n  - [touch, /größe]\n");
    const auto text = writeSeed(answers).userData;
    ASSERT_TRUE(text.startsWith("Content-Type: multipart/mixed; boundary=\""));
    const auto border = text.mid(text.indexOf('"') + 1).split('"').first();
    EXPECT_EQ(text.count("--" + border + "\n"), 2);
    EXPECT_TRUE(text.endsWith("--" + border + "--\n"));
    const auto theirs = text.split('\n');
    EXPECT_TRUE(theirs.contains("Merge-Type: list(append)+dict(recurse_list)+str()"));
    EXPECT_TRUE(text.contains(answers.setup.userData.toUtf8().toBase64()));
}

TEST(CloudChecks, TellKindsOfUserDataByTheirFirstLine)
{
    EXPECT_EQ(kindOfUserData(u"#cloud-config\na: 1"), UserDataKind::CloudConfig);
    EXPECT_EQ(kindOfUserData(u"#cloud-config-archive\n"), UserDataKind::Archive);
    EXPECT_EQ(kindOfUserData(u"#!/bin/sh\n"), UserDataKind::Script);
    EXPECT_EQ(kindOfUserData(u"#include\nhttp://example.org"), UserDataKind::Include);
    EXPECT_EQ(kindOfUserData(u"## template: jinja\n#cloud-config\n"), UserDataKind::Template);
    EXPECT_EQ(kindOfUserData(u"a: 1\n"), UserDataKind::Unknown);
    EXPECT_EQ(kindOfUserData(u" #cloud-config\n"), UserDataKind::Unknown);
    EXPECT_EQ(kindOfUserData(u"#cloud-config "), UserDataKind::CloudConfig);
    EXPECT_EQ(kindOfUserData(u"#cloud-config packages: [vim]\n"), UserDataKind::Unknown);
}

TEST(CloudChecks, RefuseUserDataThatCloudInitWouldPassOver)
{
    EXPECT_FALSE(userDataProblem({}));
    EXPECT_FALSE(userDataProblem(QStringLiteral("  \n")));
    EXPECT_FALSE(userDataProblem(QStringLiteral("#cloud-config\n")));
    EXPECT_FALSE(userDataProblem(QStringLiteral("#cloud-config\npackages: [vim]\n")));
    EXPECT_FALSE(userDataProblem(QStringLiteral("#!/bin/sh\n: [ not yaml {\n")));
    EXPECT_EQ(userDataProblem(QStringLiteral("packages: [vim]\n")), Kind::UserDataUnknown);
    EXPECT_EQ(userDataProblem(QStringLiteral("#cloud-config\npackages: [vim\n")), Kind::UserDataNotYaml);
    EXPECT_EQ(userDataProblem(QStringLiteral("#cloud-config\n- vim\n")), Kind::UserDataNoMapping);
    EXPECT_EQ(userDataProblem(QStringLiteral("#cloud-config\na: 1\n---\nb: 2\n")), Kind::UserDataNoMapping);
    EXPECT_EQ(userDataProblem(QStringLiteral("#!/bin/sh\n") + QString(300 << 10, u'x')), Kind::UserDataTooLong);
}

TEST(CloudChecks, NameTheLineThatIsNotYaml)
{
    const auto text = QStringLiteral("#cloud-config\npackages:\n\t- vim\n");
    const auto finding = userDataFinding(text, verdictOf(text.toUtf8()));
    ASSERT_TRUE(finding);
    EXPECT_EQ(finding->figure.section(u'\n', 0, 0), u"3");
    EXPECT_FALSE(finding->figure.section(u'\n', 1).isEmpty());
}

TEST(CloudChecks, NameWhatIsNoAddressAndNoPackage)
{
    CloudSetup setup;
    EXPECT_TRUE(checkCloudSetup(setup).empty());
    setup.packages = {QStringLiteral("libstdc++6"), QStringLiteral("nginx=1.2~rc1")};
    setup.address = GuestAddress{QStringLiteral("fd00::5/64"), QStringLiteral("fd00::1"), {QStringLiteral("fd00::1")}};
    EXPECT_TRUE(checkCloudSetup(setup).empty());
    setup.packages = {QStringLiteral("--option")};
    setup.address = GuestAddress{QStringLiteral("10.0.0.5"), QStringLiteral("router"), {QStringLiteral("10.0.0")}};
    std::vector<Kind> kinds;
    for (const auto &finding : checkCloudSetup(setup))
        kinds.push_back(finding.kind);
    EXPECT_EQ(kinds, (std::vector{Kind::PackageInvalid, Kind::GuestAddressInvalid, Kind::GatewayInvalid}));
    setup.address = GuestAddress{QStringLiteral("10.0.0.5/33"), {}, {}};
    EXPECT_EQ(checkCloudSetup(setup).size(), 2U);
}

TEST(CloudChecks, ReadPackagesHoweverTheyAreParted)
{
    EXPECT_EQ(packagesFrom(QStringLiteral(" vim, git\nhtop vim ")), (QStringList{QStringLiteral("vim"), QStringLiteral("git"), QStringLiteral("htop")}));
}

} // namespace
