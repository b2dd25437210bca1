// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/displayplan.h"

#include <gtest/gtest.h>

#include <ostream>

using Way = DisplayPlan::Way;

void PrintTo(const DisplayPlan &plan, std::ostream *out)
{
    *out << "way " << int(plan.way) << " to " << plan.address.toStdString() << ' ' << plan.socketPath.toStdString() << " port " << plan.port << " tls "
         << plan.tlsPort;
}

namespace {
DisplayFacts display(const QString &listen, int port, int tlsPort = -1)
{
    DisplayFacts facts;
    facts.listen = listen;
    facts.port = port;
    facts.tlsPort = tlsPort;
    return facts;
}
const auto everywhere = QStringLiteral("0.0.0.0");
const auto itself = QStringLiteral("127.0.0.1");

DisplayPlan onSsh(const DisplayFacts &facts)
{
    return displayplan::of(facts, HostUri::parse(QStringLiteral("qemu+ssh://root@far.example/system")).value(), true);
}
DisplayPlan here(const DisplayFacts &facts)
{
    return displayplan::of(facts, HostUri::parse(QStringLiteral("qemu:///system")).value(), false);
}
DisplayPlan onTls(const DisplayFacts &facts)
{
    return displayplan::of(facts, HostUri::parse(QStringLiteral("qemu+tls://far.example/system")).value(), false);
}
} // namespace

TEST(DisplayPlan, TunnelsThroughSshToWhereTheHostFindsTheDisplay)
{
    EXPECT_EQ(onSsh(display(itself, 5900)), (DisplayPlan{Way::ThroughSsh, itself, {}, 5900, -1}));
    EXPECT_EQ(onSsh(display(everywhere, 5900)), (DisplayPlan{Way::ThroughSsh, itself, {}, 5900, -1}));
    EXPECT_EQ(onSsh(display({}, 5900)), (DisplayPlan{Way::ThroughSsh, itself, {}, 5900, -1}));
    EXPECT_EQ(onSsh(display(QStringLiteral("::"), 5900)), (DisplayPlan{Way::ThroughSsh, QStringLiteral("::1"), {}, 5900, -1}));
    EXPECT_EQ(onSsh(display(QStringLiteral("10.0.0.7"), 5900)), (DisplayPlan{Way::ThroughSsh, QStringLiteral("10.0.0.7"), {}, 5900, -1}));
}

TEST(DisplayPlan, TakesThePlainPortThroughSshWhereThereIsOneOfEach)
{
    EXPECT_EQ(onSsh(display(everywhere, 5900, 5901)), (DisplayPlan{Way::ThroughSsh, itself, {}, 5900, -1})) << "ssh encrypts it";
}

TEST(DisplayPlan, GoesBesideSshToADisplayThatTakesTlsAlone)
{
    const DisplayPlan beside{Way::ByAddress, QStringLiteral("far.example"), {}, -1, 5901};
    EXPECT_EQ(onSsh(display(everywhere, -1, 5901)), beside);
    EXPECT_EQ(onSsh(display(QStringLiteral("::"), 0, 5901)), beside);
    EXPECT_EQ(onSsh(display(QStringLiteral("10.0.0.7"), -1, 5901)), beside) << "by the name that its certificate may hold";
}

TEST(DisplayPlan, KnowsNoAddressOfATlsDisplayThatOnlyItsOwnHostReaches)
{
    for (const auto &listen : {itself, QStringLiteral("127.0.0.2"), QStringLiteral("::1"), QStringLiteral("localhost")})
        EXPECT_EQ(onSsh(display(listen, -1, 5901)), (DisplayPlan{Way::ByAddress, {}, {}, -1, 5901})) << listen.toStdString();
}

TEST(DisplayPlan, TunnelsToASocketWhateverElseThereIs)
{
    auto facts = display({}, -1, 5901);
    facts.socketPath = QStringLiteral("/run/display.sock");
    EXPECT_EQ(onSsh(facts), (DisplayPlan{Way::ThroughSsh, {}, facts.socketPath, -1, -1}));
}

TEST(DisplayPlan, AsksTheLocalDaemonFirstAndKeepsTheAddressInHand)
{
    EXPECT_EQ(here(display(everywhere, 5900, 5901)), (DisplayPlan{Way::ByDescriptor, itself, {}, 5900, 5901}));
    EXPECT_EQ(here(display(itself, -1, 5901)), (DisplayPlan{Way::ByDescriptor, itself, {}, -1, 5901}));
    EXPECT_FALSE(here(display({}, -1)).hasPort());
}

TEST(DisplayPlan, ConnectsToTheHostByItsNameWhereNothingCanTunnel)
{
    EXPECT_EQ(onTls(display(everywhere, 5900, 5901)), (DisplayPlan{Way::ByAddress, QStringLiteral("far.example"), {}, 5900, 5901}));
}

TEST(DisplayPlan, IsNowhereWithoutAPort)
{
    EXPECT_EQ(onSsh(display(everywhere, -1)), DisplayPlan{});
    EXPECT_EQ(onTls(display(everywhere, 0)), DisplayPlan{});
}
