// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/containerconfig.h"

#include "core/config/domain/domainconfig.h"
#include "core/config/domain/filesystem.h"
#include "core/hosts/capabilities.h"
#include "core/provisioning/recipecopies.h"
#include "tests/core/provisioning/findings.h"
#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

HostSurvey containerHost()
{
    auto survey = samples::kvmHost();
    survey.accelerators.clear();
    survey.container = ContainerOffer{QStringLiteral("lxc"), QStringLiteral("x86_64"), QStringLiteral("/usr/lib/libvirt/libvirt_lxc")};
    return survey;
}

MachineRecipe systemIn(const QString &root)
{
    MachineRecipe recipe;
    recipe.source = MediaSource::Container;
    recipe.name = QStringLiteral("box");
    recipe.memory = Bytes::mib(256);
    recipe.vcpus = 1;
    recipe.withDisk = false;
    recipe.container.root = root;
    return recipe;
}

} // namespace

TEST(ContainerConfig, IsWrittenAsLibvirtHasIt)
{
    const auto survey = containerHost();
    auto recipe = systemIn(QStringLiteral("/srv/a & b/"));
    recipe.network = survey.networks.front();
    EXPECT_EQ(containerXmlFor(recipe, survey), QStringLiteral(
        "<domain type='lxc'>\n  <name>box</name>\n  <memory>262144</memory>\n  <vcpu>1</vcpu>\n  <os>\n    <type arch='x86_64'>exe</type>\n"
        "    <init>/sbin/init</init>\n  </os>\n  <clock offset='utc'/>\n  <on_poweroff>destroy</on_poweroff>\n  <on_reboot>restart</on_reboot>\n"
        "  <on_crash>destroy</on_crash>\n  <devices>\n    <emulator>/usr/lib/libvirt/libvirt_lxc</emulator>\n"
        "    <filesystem type='mount' accessmode='passthrough'>\n      <source dir='/srv/a &amp; b'/>\n      <target dir='/'/>\n    </filesystem>\n"
        "    <interface type='network'>\n      <source network='default'/>\n    </interface>\n    <console type='pty'/>\n  </devices>\n</domain>\n"));
    EXPECT_EQ(expectedDefinition(recipe, survey), containerXmlFor(recipe, survey));
}

TEST(ContainerConfig, GivesAnApplicationTheHostsFilesUnlessItGetsItsOwn)
{
    const auto survey = containerHost();
    auto recipe = systemIn({});
    recipe.container.kind = ContainerSetup::Kind::Application;
    EXPECT_TRUE(DomainConfig::parse(containerXmlFor(recipe, survey))->devices<Filesystem>().empty());
    EXPECT_EQ(programOf(recipe.container), QStringLiteral("/bin/sh"));
    recipe.container.program = QStringLiteral("/usr/bin/top");
    EXPECT_TRUE(containerXmlFor(recipe, survey).contains(QStringLiteral("<init>/usr/bin/top</init>")));
    EXPECT_TRUE(has(checkContainer(recipe, survey, {}), Kind::ContainerSharesFiles, Severity::Warning));
    recipe.container.root = QStringLiteral("/srv");
    EXPECT_FALSE(has(checkContainer(recipe, survey, {}), Kind::ContainerSharesFiles));
}

TEST(ContainerConfig, FindsWhatIsMissing)
{
    const auto survey = containerHost();
    EXPECT_TRUE(checkContainer(systemIn(QStringLiteral("/srv/root")), survey, {}).empty());
    EXPECT_TRUE(has(checkContainer(systemIn({}), survey, {}), Kind::ContainerRootMissing, Severity::Blocker));
    EXPECT_TRUE(has(checkContainer(systemIn(QStringLiteral("/srv/root")), survey, {false, {}}), Kind::ContainerRootMissing, Severity::Blocker));
    EXPECT_TRUE(has(checkContainer(systemIn(QStringLiteral("/srv/root")), samples::kvmHost(), {}), Kind::ContainerUnsupported, Severity::Blocker));
    auto wrong = systemIn(QStringLiteral("/srv/root"));
    wrong.container.program = QStringLiteral("sh");
    EXPECT_TRUE(has(checkContainer(wrong, survey, {}), Kind::ContainerProgramInvalid, Severity::Blocker));
    auto remote = survey;
    remote.isLocal = false;
    EXPECT_TRUE(checkContainer(systemIn(QStringLiteral("/srv/root")), remote, {false, {}}).empty());
}

TEST(ContainerConfig, NeedsNothingThatAMachineNeeds)
{
    const auto survey = containerHost();
    const auto findings = checkRecipe(systemIn(QStringLiteral("/srv/root")), survey);
    EXPECT_FALSE(has(findings, Kind::HostCannotCreate));
    EXPECT_TRUE(std::none_of(findings.begin(), findings.end(), [](const RecipeFinding &finding) { return finding.severity == Severity::Blocker; }));
    auto machine = systemIn({});
    machine.source = MediaSource::NoMedium;
    EXPECT_TRUE(has(checkRecipe(machine, survey), Kind::HostCannotCreate, Severity::Blocker));
}
