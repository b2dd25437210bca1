// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hosturi.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

HostUri good(const char *text)
{
    const auto uri = HostUri::parse(QString::fromUtf8(text));
    EXPECT_TRUE(uri) << text << ": " << (uri ? "" : uri.error().message.toStdString());
    return uri.value_or(HostUri());
}

void expectRefused(const char *text, const char *part)
{
    const auto uri = HostUri::parse(QString::fromUtf8(text));
    ASSERT_FALSE(uri) << text;
    EXPECT_EQ(uri.error().kind, Error::Kind::InvalidInput);
    EXPECT_TRUE(uri.error().message.contains(QLatin1StringView(part))) << text << ": " << uri.error().message.toStdString();
}

} // namespace

TEST(HostUri, TakesARemoteAddressApart)
{
    const auto uri = good("qemu+ssh://ann@lab-01.example:2222/system?keyfile=/home/ann/my%20key&no_tty=1");
    EXPECT_EQ(uri.driver, QStringLiteral("qemu"));
    EXPECT_EQ(uri.transport, transports::ssh());
    EXPECT_EQ(uri.user, QStringLiteral("ann"));
    EXPECT_EQ(uri.host, QStringLiteral("lab-01.example"));
    EXPECT_EQ(uri.port, 2222);
    EXPECT_EQ(uri.path, QStringLiteral("/system"));
    EXPECT_EQ(uri.parameter(u"keyfile"), QStringLiteral("/home/ann/my key"));
    EXPECT_EQ(uri.parameter(u"no_tty"), QStringLiteral("1"));
    EXPECT_TRUE(uri.goesThroughSsh());
    EXPECT_FALSE(uri.isLocal());
}

TEST(HostUri, ReadsBackWhatItWrites)
{
    for (const char *text : {"qemu:///system", "qemu:///session", "test:///default", "test:///tmp/a%20b/%C3%A4.xml",
                             "qemu+unix:///system?socket=/run/x/libvirt-sock", "qemu+tls://[fe80::1]:16514/system",
                             "qemu+tcp://10.0.0.1/system", "qemu:///embed?root=/var/tmp/x", "xen+ssh://root@h/", "vbox:///session",
                             "esx://root@esx.example/?no_verify=1", "vpx://u@v/Folder%2Fname/DC%25/host", "bhyve+libssh2://u@h/system",
                             "qemu+ssh://a%40b@h/system", "lxc:///", "qemu+ext:///system?command=/usr/bin/x"}) {
        const auto uri = good(text);
        const auto again = HostUri::parse(uri.toString());
        ASSERT_TRUE(again) << uri.toString().toStdString();
        EXPECT_EQ(*again, uri) << text;
        EXPECT_EQ(again->toString(), uri.toString()) << text;
    }
}

TEST(HostUri, KeepsAnEncodedSlashApartFromARealOne)
{
    EXPECT_EQ(good("vpx://u@v/a%2fb/dc").toString(), QStringLiteral("vpx://u@v/a%2Fb/dc"));
}

TEST(HostUri, WritesIpv6InBrackets)
{
    const auto uri = good("qemu+tls://[::1]:16514/system");
    EXPECT_EQ(uri.host, QStringLiteral("::1"));
    EXPECT_EQ(uri.toString(), QStringLiteral("qemu+tls://[::1]:16514/system"));
}

TEST(HostUri, ForgivesBlanksAroundAPastedAddress)
{
    EXPECT_EQ(good("  qemu:///system\n").toString(), QStringLiteral("qemu:///system"));
}

TEST(HostUri, RefusesAPortAbove65535)
{
    expectRefused("qemu+ssh://h:65536/system", "port");
    expectRefused("qemu+ssh://h:99999999999/system", "port");
    expectRefused("qemu+ssh://h:0/system", "port");
    expectRefused("qemu+ssh://h:-1/system", "port");
    expectRefused("qemu+ssh://h:2x/system", "port");
    EXPECT_EQ(good("qemu+ssh://h:65535/system").port, 65535);
    EXPECT_EQ(good("qemu+ssh://h:/system").port, -1);
}

TEST(HostUri, RefusesWhatSshWouldTakeForAnOption)
{
    expectRefused("qemu+ssh://-oProxyCommand=reboot/system", "host");
    expectRefused("qemu+ssh://-l@h/system", "user");
    expectRefused("qemu+ssh://%2doProxyCommand=x/system", "host");
}

TEST(HostUri, RefusesAPassword)
{
    expectRefused("qemu+ssh://ann:secret@h/system", "password");
}

TEST(HostUri, NamesThePartThatIsWrong)
{
    expectRefused("", "empty");
    expectRefused("   ", "empty");
    expectRefused("lab-01", "driver");
    expectRefused("://host/system", "driver");
    expectRefused("qe mu:///system", "space");
    expectRefused("qemu+telnet://h/system", "transport");
    expectRefused("qemu+ssh+tls://h/system", "transport");
    expectRefused("qemu+ssh://[::1/system", "']'");
    expectRefused("qemu+ssh://[hello]/system", "IPv6");
    expectRefused("qemu+ssh://[::1]x/system", "']'");
    expectRefused("qemu+ssh://::1/system", "brackets");
    expectRefused("qemu+ssh://ho`st/system", "host");
    expectRefused("qemu+ssh://h$(x)/system", "host");
    expectRefused("qemu+ssh://ann@/system", "host");
    expectRefused("qemu:///sys%zz", "%");
    expectRefused("qemu:///sys%", "%");
    expectRefused("qemu:///system%00", "printed");
    expectRefused("qemu:///system%FF", "printed");
    expectRefused("qemu:///system#x", "#");
    expectRefused("qemu://", "/system");
    expectRefused("qemu+ssh://h", "/system");
    expectRefused("qemu:system", "path");
    expectRefused("qemu:///system?a=%1", "%");
}

TEST(HostUri, RefusesAnAddressWithoutEnd)
{
    expectRefused(std::string("test:///" + std::string(5000, 'a')).c_str(), "longer");
}

TEST(HostUri, SurvivesEveryCutOfAnAddress)
{
    const QString whole = QStringLiteral("qemu+ssh://ann@[fe80::1]:22/system?keyfile=%2Ftmp%2Fk&x=1");
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto uri = HostUri::parse(whole.left(length));
        if (uri) {
            EXPECT_EQ(HostUri::parse(uri->toString()).value_or(HostUri()), *uri) << length;
        } else {
            EXPECT_FALSE(uri.error().message.isEmpty()) << length;
        }
    }
}

TEST(HostUri, ChangesParametersInPlace)
{
    auto uri = good("qemu+ssh://h/system?a=1&b=2");
    uri.setParameter(QStringLiteral("a"), QStringLiteral("x y&z"));
    EXPECT_EQ(uri.toString(), QStringLiteral("qemu+ssh://h/system?a=x%20y%26z&b=2"));
    uri.setParameter(QStringLiteral("a"), {});
    uri.setParameter(QStringLiteral("c"), QStringLiteral("3"));
    EXPECT_EQ(uri.toString(), QStringLiteral("qemu+ssh://h/system?b=2&c=3"));
}

TEST(HostUri, KnowsWhatIsLocal)
{
    EXPECT_TRUE(good("qemu:///session").isLocal());
    EXPECT_TRUE(good("qemu+unix:///system?socket=/x").isLocal());
    EXPECT_FALSE(good("qemu+tcp://h/system").isLocal());
    EXPECT_FALSE(good("qemu://h/system").isLocal());
}
