// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/accountchecks.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

SshKey someKey()
{
    return readSshKeys(QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN/Q8/hYBhVwXUIOElmOxF4qu+/hwWCOolKquM1NNrc3 me")).keys.at(0);
}

GuestAccount goodAccount()
{
    GuestAccount account;
    account.user = QStringLiteral("anna");
    account.password = QStringLiteral("fluss-abend-7");
    return account;
}

const RecipeFinding *find(const std::vector<RecipeFinding> &findings, Kind kind)
{
    const auto it = std::find_if(findings.begin(), findings.end(), [kind](const auto &f) { return f.kind == kind; });
    return it == findings.end() ? nullptr : &*it;
}

TEST(AccountChecks, HaveNothingToSayOfAGoodAccount)
{
    EXPECT_TRUE(checkAccount(goodAccount()).empty());
}

TEST(AccountChecks, TakeUserNamesAsLinuxDoes)
{
    for (const auto &name : {"anna", "a", "_x", "anna-b_2", "a2345678901234567890123456789012"})
        EXPECT_FALSE(userProblem(QLatin1StringView(name))) << name;
    for (const auto &name : {"Anna", "2nd", "-x", "anna b", "anna.b", "änna", "a:b", "a/b", "$(x)", "anna\n", "a23456789012345678901234567890123"})
        EXPECT_EQ(userProblem(QString::fromUtf8(name)), Kind::UserInvalid) << name;
    EXPECT_EQ(userProblem({}), Kind::UserEmpty);
}

TEST(AccountChecks, RefuseUsersThatSystemsBring)
{
    for (const auto &name : {"root", "daemon", "nobody", "sudo", "admin", "systemd-network"})
        EXPECT_EQ(userProblem(QLatin1StringView(name)), Kind::UserTaken) << name;
}

TEST(AccountChecks, TakeHostNamesOfRfc1123)
{
    for (const auto &name : {"web", "web-1", "3com", "WEB", "a.example.org", "123.org"})
        EXPECT_TRUE(isHostName(QLatin1StringView(name))) << name;
    EXPECT_TRUE(isHostName(QString(63, u'a')));
    for (const auto &name : {"", "-web", "web-", "we_b", "web.", ".web", "a..b", "büro", "10.0.0.1", "42", "we b", "web\n"})
        EXPECT_FALSE(isHostName(QString::fromUtf8(name))) << name;
    EXPECT_FALSE(isHostName(QString(64, u'a')));
    EXPECT_FALSE(isHostName(QString(40, u'a') + u'.' + QString(40, u'b')));
}

TEST(AccountChecks, MakeHostNamesOfMachineNames)
{
    EXPECT_EQ(hostNameFrom(QStringLiteral("Debian 12 (web)")), u"debian-12-web");
    EXPECT_EQ(hostNameFrom(QStringLiteral("Büro & mehr")), u"buro-mehr");
    EXPECT_EQ(hostNameFrom(QStringLiteral("机器")), u"machine");
    EXPECT_EQ(hostNameFrom(QStringLiteral("1234")), u"machine");
    EXPECT_TRUE(isHostName(hostNameFrom(QString(200, u'a') + u'-')));
    GuestAccount account;
    EXPECT_EQ(hostNameOf(account, QStringLiteral("Web 1")), u"web-1");
    account.hostName = QStringLiteral("own.example");
    EXPECT_EQ(hostNameOf(account, QStringLiteral("Web 1")), u"own.example");
}

TEST(AccountChecks, WantAPasswordOrAKey)
{
    auto account = goodAccount();
    account.password.clear();
    const auto *finding = find(checkAccount(account), Kind::NoWayIn);
    EXPECT_TRUE(finding != nullptr);
    account.keys = {someKey()};
    EXPECT_TRUE(checkAccount(account).empty());
}

TEST(AccountChecks, CallPasswordsWeakThatAreSoonGuessed)
{
    for (const auto &password : {"short-1", "anna1", "password", "PassWort", "12345678", "abcdefghij", "aaaaaaaaaa", "abababab"})
        EXPECT_TRUE(isWeakPassword(QLatin1StringView(password), QStringLiteral("anna"), {})) << password;
    EXPECT_TRUE(isWeakPassword(QStringLiteral("Anna-Lena"), QStringLiteral("anna-lena"), {}));
    EXPECT_TRUE(isWeakPassword(QStringLiteral("webserver"), QStringLiteral("anna"), QStringLiteral("webserver")));
    EXPECT_FALSE(isWeakPassword(QStringLiteral("fluss-abend-7"), QStringLiteral("anna"), {}));
}

TEST(AccountChecks, WarnOfAWeakPasswordAndRefuseItForTheNetwork)
{
    auto account = goodAccount();
    account.password = QStringLiteral("geheim");
    auto findings = checkAccount(account);
    ASSERT_TRUE(find(findings, Kind::PasswordWeak));
    EXPECT_EQ(find(findings, Kind::PasswordWeak)->severity, Severity::Warning);
    account.passwordOverSsh = true;
    findings = checkAccount(account);
    ASSERT_TRUE(find(findings, Kind::PasswordWeak));
    EXPECT_EQ(find(findings, Kind::PasswordWeak)->severity, Severity::Blocker);
}

TEST(AccountChecks, RefusePasswordsThatNobodyCanType)
{
    auto account = goodAccount();
    for (const auto &password : {QStringLiteral("line\nbreak-1"), QString(512, u'x')}) {
        account.password = password;
        EXPECT_TRUE(find(checkAccount(account), Kind::PasswordInvalid));
    }
}

TEST(AccountChecks, RefuseNamesThatWouldBreakTheirFiles)
{
    auto account = goodAccount();
    account.fullName = QStringLiteral("Anna:0:0");
    EXPECT_TRUE(find(checkAccount(account), Kind::FullNameInvalid));
    account.fullName = QStringLiteral("Anna\nroot");
    EXPECT_TRUE(find(checkAccount(account), Kind::FullNameInvalid));
    account.fullName = QStringLiteral("Anna Bäcker, 2. Stock");
    EXPECT_FALSE(find(checkAccount(account), Kind::FullNameInvalid));
}

TEST(AccountChecks, TakeLocalesKeyboardsAndZonesThatAreSome)
{
    for (const auto &name : {"de_DE.UTF-8", "C.UTF-8", "C", "ca_ES@valencia", "fur_IT.utf8"})
        EXPECT_TRUE(isLocale(QLatin1StringView(name))) << name;
    for (const auto &name : {"german", "de DE", "de_DE.UTF-8; reboot", "DE_de"})
        EXPECT_FALSE(isLocale(QLatin1StringView(name))) << name;
    for (const auto &name : {"us", "de", "de(nodeadkeys)"})
        EXPECT_TRUE(isKeyboard(QLatin1StringView(name))) << name;
    for (const auto &name : {"US", "de(", "de; x", "u"})
        EXPECT_FALSE(isKeyboard(QLatin1StringView(name))) << name;
    EXPECT_TRUE(isTimeZone(QStringLiteral("Europe/Berlin")));
    EXPECT_TRUE(isTimeZone(QStringLiteral("UTC")));
    for (const auto &name : {"Europe/Nowhere", "UTC+03:00", "../etc/passwd", ""})
        EXPECT_FALSE(isTimeZone(QLatin1StringView(name))) << name;
}

TEST(AccountChecks, NameWhatIsWrongOfTheRest)
{
    auto account = goodAccount();
    account.hostName = QStringLiteral("we_b");
    account.locale = QStringLiteral("german");
    account.keyboard = QStringLiteral("QWERTZ");
    account.timeZone = QStringLiteral("Mars/Olympus");
    const auto findings = checkAccount(account);
    for (const auto kind : {Kind::HostNameInvalid, Kind::LocaleInvalid, Kind::KeyboardInvalid, Kind::TimeZoneUnknown})
        EXPECT_TRUE(find(findings, kind)) << int(kind);
    EXPECT_EQ(findings.size(), 4U);
}

TEST(AccountChecks, ProposeNoNameThatTheyRefuse)
{
    const auto account = accountOfThisPerson();
    EXPECT_TRUE(account.user.isEmpty() || !userProblem(account.user));
    EXPECT_TRUE(account.timeZone.isEmpty() || isTimeZone(account.timeZone));
    EXPECT_TRUE(account.password.isEmpty());
}

} // namespace
