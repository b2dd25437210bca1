// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/target/vieweraddress.h"

#include <gtest/gtest.h>

namespace {
using Kind = TargetProblem::Kind;
using Protocol = ConsoleTarget::Protocol;

ConsoleTarget targetOf(const QString &address)
{
    auto parsed = vieweraddress::parse(address);
    if (const auto *problem = std::get_if<TargetProblem>(&parsed)) {
        ADD_FAILURE() << qPrintable(address) << " is refused: " << int(problem->kind) << ' ' << qPrintable(problem->detail);
        return {};
    }
    return std::get<ConsoleTarget>(std::move(parsed));
}

std::optional<TargetProblem> problemOf(const QString &address)
{
    const auto parsed = vieweraddress::parse(address);
    const auto *problem = std::get_if<TargetProblem>(&parsed);
    return problem ? std::optional(*problem) : std::nullopt;
}

std::optional<Kind> kindOf(const QString &address)
{
    const auto problem = problemOf(address);
    return problem ? std::optional(problem->kind) : std::nullopt;
}
} // namespace

TEST(ViewerAddress, NamesHostAndPortOfAVncDisplay)
{
    const auto target = targetOf(QStringLiteral("vnc://example.org:5907"));
    EXPECT_EQ(target.protocol, Protocol::Vnc);
    EXPECT_EQ(target.host, u"example.org");
    EXPECT_EQ(target.port, 5907);
    EXPECT_EQ(target.place(), u"example.org:5907");
    EXPECT_FALSE(target.isLocal());
}

TEST(ViewerAddress, TakesThePortThatVncHasWhereNoneIsGiven)
{
    EXPECT_EQ(targetOf(QStringLiteral("vnc://example.org")).port, 5900);
    EXPECT_EQ(targetOf(QStringLiteral("VNC://example.org/")).port, 5900);
}

TEST(ViewerAddress, TakesSmallNumbersForDisplays)
{
    EXPECT_EQ(targetOf(QStringLiteral("vnc://example.org:0")).port, 5900);
    EXPECT_EQ(targetOf(QStringLiteral("vnc://example.org:7")).port, 5907);
    EXPECT_EQ(targetOf(QStringLiteral("vnc://example.org:99")).port, 5999);
    EXPECT_EQ(targetOf(QStringLiteral("vnc://example.org:100")).port, 100);
}

TEST(ViewerAddress, TakesAddressesOfIpv6)
{
    const auto target = targetOf(QStringLiteral("vnc://[::1]:5901"));
    EXPECT_EQ(target.host, u"::1");
    EXPECT_EQ(target.place(), u"[::1]:5901");
    EXPECT_TRUE(target.isLocal());
}

TEST(ViewerAddress, KnowsWhatIsOnThisComputer)
{
    EXPECT_TRUE(targetOf(QStringLiteral("vnc://127.0.0.2:1")).isLocal());
    EXPECT_TRUE(targetOf(QStringLiteral("vnc://LocalHost:1")).isLocal());
    EXPECT_TRUE(targetOf(QStringLiteral("vnc+ws://localhost:6080/")).isLocal());
    EXPECT_TRUE(targetOf(QStringLiteral("vnc+unix:///run/x")).isLocal());
    EXPECT_FALSE(targetOf(QStringLiteral("vnc+ws://example.org:6080/")).isLocal());
}

TEST(ViewerAddress, TakesUserAndPasswordInBothPlaces)
{
    const auto before = targetOf(QStringLiteral("vnc://me:s%40cret@example.org:5901"));
    EXPECT_EQ(before.user, u"me");
    EXPECT_EQ(before.password, u"s@cret");
    const auto behind = targetOf(QStringLiteral("vnc://example.org?VncUsername=you&VncPassword=a%26b%2Bc&ConnectionName=My%20box"));
    EXPECT_EQ(behind.user, u"you");
    EXPECT_EQ(behind.password, u"a&b+c");
    EXPECT_EQ(behind.title, u"My box");
}

TEST(ViewerAddress, ShowsNoPasswordInItsPlace)
{
    EXPECT_EQ(targetOf(QStringLiteral("vnc://me:secret@example.org:5901?VncPassword=secret")).place(), u"example.org:5901");
    EXPECT_EQ(targetOf(QStringLiteral("vnc+wss://me:secret@example.org:444/secret?token=secret")).place(), u"example.org:444");
}

TEST(ViewerAddress, UnderstandsViewOnlyAndIgnoresWhatItDoesNotKnow)
{
    EXPECT_TRUE(targetOf(QStringLiteral("vnc://h?ViewOnly=true&ColorLevel=24bit&NoSuch=1&ChannelType=1")).viewOnly);
    EXPECT_FALSE(targetOf(QStringLiteral("vnc://h?ViewOnly=false")).viewOnly);
}

TEST(ViewerAddress, RefusesToGoThroughATunnelThatItDoesNotMake)
{
    EXPECT_EQ(kindOf(QStringLiteral("vnc://h?ChannelType=24")), Kind::TunnelWanted);
    EXPECT_EQ(problemOf(QStringLiteral("vnc://h?SshHost=gate&SshPassword=secret"))->detail, u"gate");
}

TEST(ViewerAddress, NamesBothPortsOfASpiceDisplay)
{
    const auto target = targetOf(QStringLiteral("spice://example.org?port=5930&tls-port=5931&password=pw"));
    EXPECT_EQ(target.protocol, Protocol::Spice);
    EXPECT_EQ(target.host, u"example.org");
    EXPECT_EQ(target.port, 5930);
    EXPECT_EQ(target.tlsPort, 5931);
    EXPECT_EQ(target.password, u"pw");
}

TEST(ViewerAddress, TakesTheOtherWaysToWriteASpiceAddress)
{
    EXPECT_EQ(targetOf(QStringLiteral("spice://example.org:5930")).port, 5930);
    EXPECT_EQ(targetOf(QStringLiteral("spice://example.org:5930")).tlsPort, -1);
    EXPECT_EQ(targetOf(QStringLiteral("spice+tls://example.org:5931")).tlsPort, 5931);
    EXPECT_EQ(targetOf(QStringLiteral("spice+tls://example.org:5931")).port, -1);
    EXPECT_EQ(targetOf(QStringLiteral("spice://example.org?tls-port=5931")).place(), u"example.org:5931");
    const auto semicolons = targetOf(QStringLiteral("spice://example.org?port=5930;tls-port=5931"));
    EXPECT_EQ(semicolons.port, 5930);
    EXPECT_EQ(semicolons.tlsPort, 5931);
}

TEST(ViewerAddress, WantsAPortOfASpiceDisplay)
{
    EXPECT_EQ(kindOf(QStringLiteral("spice://example.org")), Kind::NoPort);
    EXPECT_EQ(kindOf(QStringLiteral("spice://example.org?port=0")), Kind::BadPort);
    EXPECT_EQ(kindOf(QStringLiteral("spice://example.org?port=70000")), Kind::BadPort);
    EXPECT_EQ(kindOf(QStringLiteral("spice://example.org?tls-port=x")), Kind::BadPort);
}

TEST(ViewerAddress, NamesSocketsOfThisComputer)
{
    EXPECT_EQ(targetOf(QStringLiteral("vnc+unix:///run/user/0/my%20vnc")).socketPath, u"/run/user/0/my vnc");
    const auto spice = targetOf(QStringLiteral("spice+unix:///tmp/spice.sock"));
    EXPECT_EQ(spice.protocol, Protocol::Spice);
    EXPECT_EQ(spice.place(), u"/tmp/spice.sock");
    EXPECT_EQ(kindOf(QStringLiteral("vnc+unix://elsewhere/run/vnc")), Kind::NotLocal);
    EXPECT_EQ(kindOf(QStringLiteral("vnc+unix:///") + QString(200, u'a')), Kind::TooLong);
}

TEST(ViewerAddress, LeavesPathAndQueryOfAWebSocketToItsServer)
{
    const auto target = targetOf(QStringLiteral("vnc+ws://me:pw@example.org:6080/vnc/a%2Fb?token=x%20y&VncPassword=pw2&q#there"));
    EXPECT_EQ(target.webSocket, QUrl(QStringLiteral("ws://example.org:6080/vnc/a%2Fb?token=x%20y&q")));
    EXPECT_EQ(target.user, u"me");
    EXPECT_EQ(target.password, u"pw2");
    EXPECT_EQ(target.place(), u"example.org:6080");
    EXPECT_EQ(targetOf(QStringLiteral("vnc+wss://example.org/x")).webSocket, QUrl(QStringLiteral("wss://example.org/x")));
}

TEST(ViewerAddress, RefusesWhatNamesNoDisplay)
{
    EXPECT_EQ(kindOf(QString()), Kind::NotUnderstood);
    EXPECT_EQ(kindOf(QStringLiteral("example.org:5900")), Kind::NotUnderstood);
    EXPECT_EQ(kindOf(QStringLiteral("rdp://example.org")), Kind::UnknownScheme);
    EXPECT_EQ(kindOf(QStringLiteral("vncx://example.org")), Kind::UnknownScheme);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://")), Kind::NoHost);
    EXPECT_EQ(kindOf(QStringLiteral("vnc+ws:///x")), Kind::NoHost);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://example.org:99999")), Kind::BadPort);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://exa mple.org")), Kind::NotUnderstood);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://[::1:5900")), Kind::NotUnderstood);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://h?VncPassword=%zz")), Kind::NotUnderstood);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://") + QString(5000, u'a')), Kind::TooLong);
}

TEST(ViewerAddress, RefusesLineBreaksPlainOrEncoded)
{
    EXPECT_EQ(kindOf(QStringLiteral("vnc://example.org\nHost: other")), Kind::ControlCharacters);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://example.org?ConnectionName=a%0Ab")), Kind::ControlCharacters);
    EXPECT_EQ(kindOf(QStringLiteral("vnc://me:a%0Ab@example.org")), Kind::ControlCharacters);
    EXPECT_EQ(kindOf(QStringLiteral("vnc+ws://example.org/a%0D%0Ab")), Kind::ControlCharacters);
    EXPECT_EQ(kindOf(QStringLiteral("vnc+unix:///tmp/a%00b")), Kind::ControlCharacters);
}

TEST(ViewerAddress, TellsNoSecretWhenItRefuses)
{
    for (const auto *address : {"vnc://me:secret@exa mple.org", "vnc://me:secret@h:99999", "vnc://me:secret@h?ChannelType=23",
                                "spice://h?password=secret", "vnc+ws://me:secret@/x?token=secret"}) {
        const auto problem = problemOf(QString::fromLatin1(address));
        ASSERT_TRUE(problem) << address;
        EXPECT_FALSE(problem->detail.contains(u"secret")) << address;
    }
}

TEST(ViewerAddress, EndsWithAnAnswerWhereverItIsCut)
{
    const auto whole = QStringLiteral("vnc+wss://us%65r:p%41ss@[fe80::1]:6080/vnc/a?token=x%20y&VncPassword=pw&ChannelType=1#f");
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const auto parsed = vieweraddress::parse(whole.left(length));
        const auto *target = std::get_if<ConsoleTarget>(&parsed);
        EXPECT_TRUE(!target || !target->place().isEmpty()) << length;
    }
}

TEST(ViewerAddress, IsToldFromTheNameOfAFile)
{
    EXPECT_TRUE(vieweraddress::looksLikeOne(u"vnc://h"));
    EXPECT_TRUE(vieweraddress::looksLikeOne(u"file:///x"));
    EXPECT_TRUE(vieweraddress::looksLikeOne(u"no-such+scheme.1://"));
    EXPECT_FALSE(vieweraddress::looksLikeOne(u"/tmp/a.vv"));
    EXPECT_FALSE(vieweraddress::looksLikeOne(u"a:b.vv"));
    EXPECT_FALSE(vieweraddress::looksLikeOne(u"./odd/name://x"));
    EXPECT_FALSE(vieweraddress::looksLikeOne(u"://x"));
}

TEST(ViewerAddress, OverwritesWhatIsSecretAndKeepsTheLength)
{
    const auto hidden = [](QByteArrayView argument) {
        const auto result = vieweraddress::withoutSecrets(argument);
        EXPECT_EQ(result.size(), argument.size());
        return result;
    };
    EXPECT_EQ(hidden("vnc://me:pw@host:1?VncPassword=x"), "vnc://*****@host:1?*************");
    EXPECT_EQ(hidden("vnc://host:5901"), "vnc://host:5901");
    EXPECT_EQ(hidden("spice://host?port=1"), "spice://host?******");
    EXPECT_EQ(hidden("vnc+ws://h:1/a?t=b"), "vnc+ws://h:1/*****");
    EXPECT_EQ(hidden("vnc://u:a/b@host"), "vnc://*****@host");
    EXPECT_EQ(hidden("vnc+unix:///run/x"), "vnc+unix:///run/x");
    EXPECT_EQ(hidden("file:///tmp/a.vv"), "file:///tmp/a.vv");
    EXPECT_EQ(hidden("/tmp/a@b?c.vv"), "/tmp/a@b?c.vv");
}
