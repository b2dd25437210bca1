// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/hostkinds.h"

#include <QSet>

#include <gtest/gtest.h>

namespace {
const HostKind *kind(const char *driver)
{
    for (const auto &each : hostKinds()) {
        if (qstrcmp(each.driver, driver) == 0)
            return &each;
    }
    return nullptr;
}

struct Case {
    const char *driver;
    HostPlace place;
    const char *user, *host;
    int port;
    const char *keyFile, *path, *address;
};

QString addressFor(const Case &given)
{
    HostChoice choice;
    choice.kind = kind(given.driver);
    choice.place = given.place;
    choice.user = QString::fromUtf8(given.user);
    choice.host = QString::fromUtf8(given.host);
    choice.port = given.port;
    choice.keyFile = QString::fromUtf8(given.keyFile);
    choice.path = QString::fromUtf8(given.path);
    const auto uri = addressOf(choice);
    return uri ? uri->toString() : QStringLiteral("error: ") + uri.error().message;
}
} // namespace

TEST(HostKinds, MakeTheAddressThatLibvirtExpects)
{
    using P = HostPlace;
    const Case cases[]{
        {"qemu", P::LocalSystem, "", "", 0, "", "", "qemu:///system"},
        {"qemu", P::LocalSession, "", "", 0, "", "", "qemu:///session"},
        {"qemu", P::LocalSystem, "ignored", "ignored", 99, "/ignored", "ignored", "qemu:///system"},
        {"qemu", P::Ssh, "root", "lab-01", 0, "", "", "qemu+ssh://root@lab-01/system"},
        {"qemu", P::Ssh, "", "lab-01", 2222, "", "", "qemu+ssh://lab-01:2222/system"},
        {"qemu", P::Ssh, "", "  lab-01 ", 0, "", "", "qemu+ssh://lab-01/system"},
        {"qemu", P::SshSession, "me", "lab-01", 0, "", "", "qemu+ssh://me@lab-01/session"},
        {"qemu", P::Ssh, "", "2001:db8::7", 0, "", "", "qemu+ssh://[2001:db8::7]/system"},
        {"qemu", P::Ssh, "", "[2001:db8::7]", 22, "", "", "qemu+ssh://[2001:db8::7]:22/system"},
        {"qemu", P::Libssh2, "u", "h", 0, "", "", "qemu+libssh2://u@h/system"},
        {"qemu", P::Tls, "", "h", 16514, "/ignored", "", "qemu+tls://h:16514/system"},
        {"qemu", P::Tcp, "", "h", 0, "", "", "qemu+tcp://h/system"},
        {"xen", P::LocalSystem, "", "", 0, "", "", "xen:///system"},
        {"lxc", P::Ssh, "", "h", 0, "", "", "lxc+ssh://h/system"},
        {"vbox", P::LocalSession, "", "", 0, "", "", "vbox:///session"},
        {"vbox", P::SshSession, "", "h", 0, "", "", "vbox+ssh://h/session"},
        {"esx", P::Service, "root", "esx-01", 0, "", "", "esx://root@esx-01/"},
        {"vpx", P::Service, "admin", "vc", 0, "", "DC/cluster/esx-01", "vpx://admin@vc/DC/cluster/esx-01"},
        {"vmwarews", P::LocalSession, "", "", 0, "", "", "vmwarews:///session"},
        {"hyperv", P::Service, "", "win", 0, "", "", "hyperv://win/"},
        {"bhyve", P::LocalSystem, "", "", 0, "", "", "bhyve:///system"},
        {"vz", P::Ssh, "", "h", 0, "", "", "vz+ssh://h/system"},
        {"test", P::LocalSystem, "", "", 0, "", "", "test:///default"},
        {"test", P::LocalSystem, "", "", 0, "", "/tmp/node.xml", "test:///tmp/node.xml"},
    };
    for (const auto &each : cases)
        EXPECT_EQ(addressFor(each).toStdString(), each.address);
}

TEST(HostKinds, CarryTheKeyFileThroughAddresses)
{
    HostChoice choice;
    choice.kind = kind("qemu");
    choice.place = HostPlace::Ssh;
    choice.host = QStringLiteral("lab-01");
    choice.keyFile = QStringLiteral("/home/me/keys & more/id é");
    const auto uri = addressOf(choice);
    ASSERT_TRUE(uri.has_value()) << uri.error().message.toStdString();
    EXPECT_EQ(uri->parameter(u"keyfile"), choice.keyFile);
}

TEST(HostKinds, WaitForAHostWithoutComplaining)
{
    HostChoice choice;
    choice.kind = kind("qemu");
    choice.place = HostPlace::Ssh;
    const auto uri = addressOf(choice);
    ASSERT_FALSE(uri.has_value());
    EXPECT_TRUE(uri.error().message.isEmpty());
}

TEST(HostKinds, ComplainAboutAnAddressThatIsNone)
{
    HostChoice choice;
    choice.kind = kind("");
    choice.custom = QStringLiteral("qemu+ssh://h:99999/system");
    const auto uri = addressOf(choice);
    ASSERT_FALSE(uri.has_value());
    EXPECT_FALSE(uri.error().message.isEmpty());
    choice.custom = QStringLiteral("qemu+unix:///system?socket=/tmp/s");
    EXPECT_EQ(addressOf(choice).value().toString(), u"qemu+unix:///system?socket=/tmp/s");
}

TEST(HostKinds, AreToldApartByTheirLabels)
{
    QSet<QString> labels;
    for (const auto &each : hostKinds()) {
        EXPECT_FALSE(labelOf(each).isEmpty());
        labels.insert(labelOf(each));
        EXPECT_TRUE(!*each.driver || !each.places.empty()) << each.driver;
        for (const auto place : each.places)
            EXPECT_FALSE(labelOf(place).isEmpty());
    }
    EXPECT_EQ(size_t(labels.size()), hostKinds().size());
}
