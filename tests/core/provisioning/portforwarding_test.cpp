// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/portforwarding.h"

#include "core/config/domain/nic.h"
#include "core/provisioning/recipecopies.h"
#include "core/provisioning/recipetoconfig.h"
#include "tests/core/provisioning/findings.h"
#include "tests/core/provisioning/samples.h"

#include <gtest/gtest.h>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

HostSurvey sessionHost(Forwarding way)
{
    auto survey = samples::emulatingHost();
    survey.isSession = true;
    survey.networks = {{NetworkOffer::Kind::User, {}, {}, true}};
    survey.forwarding = way;
    return survey;
}

MachineRecipe recipeFor(const HostSurvey &survey, std::vector<PortForward> ports)
{
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.mediaPath = QStringLiteral("/iso/a.iso");
    recipe.forwards.ports = std::move(ports);
    return recipe;
}

const std::vector<PortForward> some = {{PortForward::Protocol::Tcp, 2222, 22}, {PortForward::Protocol::Udp, 5353, 53}, {PortForward::Protocol::Tcp, 8080, 80}};

} // namespace

TEST(PortForwarding, IsWrittenForPasstAsLibvirtHasIt)
{
    const auto survey = sessionHost(Forwarding::Passt);
    const auto xml = domainXmlFor(recipeFor(survey, some), survey, {});
    EXPECT_TRUE(xml.contains(QStringLiteral("<backend type='passt'/>"))) << xml.toStdString();
    const auto config = DomainConfig::parse(xml);
    ASSERT_TRUE(config);
    const auto groups = config->devices<Nic>().at(0).children("portForward");
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].text("@proto"), QStringLiteral("tcp"));
    EXPECT_EQ(groups[0].text("@address"), QStringLiteral("127.0.0.1"));
    ASSERT_EQ(groups[0].children("range").size(), 2U);
    EXPECT_EQ(groups[0].children("range")[1].text("@start"), QStringLiteral("8080"));
    EXPECT_EQ(groups[0].children("range")[1].text("@to"), QStringLiteral("80"));
    EXPECT_EQ(groups[1].text("@proto"), QStringLiteral("udp"));
    EXPECT_FALSE(xml.contains(u"qemu:"));
}

TEST(PortForwarding, LaysTheCardOnANetworkOfQemusOwn)
{
    const auto survey = sessionHost(Forwarding::Qemu);
    const auto xml = domainXmlFor(recipeFor(survey, some), survey, {});
    EXPECT_TRUE(xml.contains(QStringLiteral("<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"))) << xml.toStdString();
    EXPECT_TRUE(xml.contains(QStringLiteral("value='user,id=forwarded,hostfwd=tcp:127.0.0.1:2222-:22,hostfwd=udp:127.0.0.1:5353-:53,hostfwd=tcp:127.0.0.1:8080-:80'")));
    const auto config = DomainConfig::parse(xml);
    ASSERT_TRUE(config);
    const auto nic = config->devices<Nic>().at(0);
    EXPECT_EQ(nic.get(Nic::type), nicTypes::user());
    EXPECT_EQ(config->root().find("qemu:override/qemu:device").text("@alias"), nic.get(Nic::alias));
    EXPECT_EQ(config->root().find("qemu:override/qemu:device/qemu:frontend/qemu:property").text("@value"), QStringLiteral("forwarded"));
}

TEST(PortForwarding, IsForThisHostAloneUnlessThePersonSaysOtherwise)
{
    for (const auto way : {Forwarding::Passt, Forwarding::Qemu}) {
        const auto survey = sessionHost(way);
        auto recipe = recipeFor(survey, {{PortForward::Protocol::Tcp, 2222, 22}});
        recipe.forwards.isOpenToAll = true;
        auto xml = domainXmlFor(recipe, survey, {});
        xml.remove(QStringLiteral("listen='127.0.0.1'")).remove(QStringLiteral("address='127.0.0.1'/>\n    </graphics>"));
        EXPECT_TRUE(way == Forwarding::Passt ? xml.contains(QStringLiteral("<portForward proto='tcp'>")) : xml.contains(QStringLiteral("hostfwd=tcp::2222-:22")))
            << xml.toStdString();
    }
}

TEST(PortForwarding, IsLeftOutWhereNothingIsToBeForwarded)
{
    const auto survey = sessionHost(Forwarding::Qemu);
    const auto plain = domainXmlFor(recipeFor(survey, {}), survey, {});
    EXPECT_FALSE(plain.contains(u"qemu:"));
    EXPECT_EQ(domainXmlFor(recipeFor(survey, {{PortForward::Protocol::Tcp, 0, 22}}), survey, {}), plain);
    auto bridged = recipeFor(survey, some);
    bridged.network = NetworkOffer{NetworkOffer::Kind::Direct, QStringLiteral("eth0"), {}, true};
    const auto xml = domainXmlFor(bridged, survey, {});
    EXPECT_FALSE(xml.contains(u"qemu:"));
    EXPECT_TRUE(xml.contains(QStringLiteral("<interface type='direct'>")));
    EXPECT_TRUE(xml.contains(QStringLiteral("<source dev='eth0' mode='bridge'/>"))) << xml.toStdString();
    EXPECT_TRUE(checkForwards(bridged, survey).empty());
}

TEST(PortForwarding, FindsWhatWouldKeepAMachineFromStarting)
{
    auto survey = sessionHost(Forwarding::Qemu);
    survey.portsInUse.tcp = {8080};
    survey.portsInUse.udp = {2222};
    const auto found = [&survey](std::vector<PortForward> ports) { return checkForwards(recipeFor(survey, std::move(ports)), survey); };
    const auto tcp = PortForward::Protocol::Tcp;
    EXPECT_TRUE(found({{tcp, 2222, 22}, {tcp, 2223, 22}}).empty()) << "the other protocol's port is another";
    EXPECT_TRUE(has(found({{tcp, 8080, 80}}), Kind::PortInUse, Severity::Blocker));
    EXPECT_TRUE(has(found({{tcp, 22, 22}}), Kind::PortReserved, Severity::Blocker));
    EXPECT_TRUE(has(found({{tcp, 2222, 22}, {tcp, 2222, 80}}), Kind::PortTwice, Severity::Blocker));
    EXPECT_FALSE(has(found({{tcp, 2222, 22}, {PortForward::Protocol::Udp, 2223, 80}}), Kind::PortTwice));
    EXPECT_TRUE(has(found({{tcp, 0, 22}}), Kind::PortMissing, Severity::Blocker));
    EXPECT_TRUE(has(found({{tcp, 22, 0}}), Kind::PortMissing, Severity::Blocker));
    survey.firstFreePort = 0;
    EXPECT_FALSE(has(found({{tcp, 22, 22}}), Kind::PortReserved));
    survey.isPasstMissing = true;
    EXPECT_TRUE(has(found({{tcp, 2222, 22}}), Kind::PasstMissing, Severity::Note));
    EXPECT_FALSE(has(found({}), Kind::PasstMissing));
    survey.forwarding = Forwarding::None;
    EXPECT_TRUE(has(found({{tcp, 2222, 22}}), Kind::ForwardsUnsupported, Severity::Blocker));
    auto later = recipeFor(survey, {{tcp, 8080, 80}});
    later.startNow = false;
    EXPECT_TRUE(has(checkForwards(later, survey), Kind::PortInUse, Severity::Warning));
}

TEST(PortForwarding, ProposesWhatIsNotThereYetAtAPortThatIsFree)
{
    auto survey = sessionHost(Forwarding::Qemu);
    const auto tcp = PortForward::Protocol::Tcp;
    EXPECT_EQ(proposedForward({}, survey), (PortForward{tcp, 2222, 22}));
    survey.portsInUse.tcp = {2222, 2223};
    EXPECT_EQ(proposedForward({}, survey), (PortForward{tcp, 2224, 22}));
    EXPECT_EQ(proposedForward({{tcp, 2224, 22}}, survey), (PortForward{tcp, 8080, 80}));
    EXPECT_EQ(proposedForward({{tcp, 2224, 22}, {tcp, 8080, 80}, {tcp, 1, 443}}, survey), PortForward());
}

TEST(PortForwarding, IsInTheCommandToo)
{
    const auto qemu = sessionHost(Forwarding::Qemu);
    const auto command = virtInstallCommand(recipeFor(qemu, some), qemu, QStringLiteral("qemu:///session"));
    EXPECT_TRUE(command.contains(QStringLiteral("--network user,alias.name=ua-forwarded,model=virtio"))) << command.toStdString();
    EXPECT_TRUE(command.contains(QStringLiteral("--qemu-commandline='-netdev user,id=forwarded,hostfwd=tcp:127.0.0.1:2222-:22,"))) << command.toStdString();
    const auto passt = sessionHost(Forwarding::Passt);
    EXPECT_TRUE(virtInstallCommand(recipeFor(passt, some), passt, QStringLiteral("qemu:///session")).contains(u"xpath0.value=passt"));
}
