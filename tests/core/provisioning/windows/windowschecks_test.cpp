// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/windowschecks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using Kind = RecipeFinding::Kind;

MachineRecipe recipe()
{
    MachineRecipe recipe;
    recipe.name = QStringLiteral("windows-11");
    recipe.os.isWindows = true;
    recipe.unattended = true;
    recipe.windows.edition = WindowsEdition();
    recipe.windows.edition->build = 22631;
    recipe.account.user = QStringLiteral("Ada Lovelace");
    recipe.account.password = QStringLiteral("difference engine");
    return recipe;
}

bool finds(const MachineRecipe &recipe, Kind kind)
{
    const auto findings = checkWindowsAccount(recipe);
    return std::any_of(findings.begin(), findings.end(), [kind](const RecipeFinding &finding) { return finding.kind == kind; });
}

} // namespace

TEST(WindowsChecks, AcceptNamesAsWindowsDoes)
{
    EXPECT_TRUE(checkWindowsAccount(recipe()).empty());
    for (const auto *name : {"a/b", "a:b", "dot.", "", " blank", "abcdefghijklmnopqrstu", "...", "a@b", "a\"b"})
        EXPECT_FALSE(isWindowsUser(QString::fromLatin1(name))) << name;
    EXPECT_TRUE(isWindowsUser(QStringLiteral("Zoë")));
    auto taken = recipe();
    for (const auto *name : {"Administrator", "guest", "windows-11"}) {
        taken.account.user = QString::fromLatin1(name);
        EXPECT_TRUE(finds(taken, Kind::UserTaken)) << name;
    }
}

TEST(WindowsChecks, WantAPasswordThatIsNotGuessed)
{
    auto weak = recipe();
    weak.account.password.clear();
    EXPECT_TRUE(finds(weak, Kind::PasswordMissing));
    for (const auto *password : {"password", "12345678", "short", "aaaaaaaaaaa"}) {
        weak.account.password = QString::fromLatin1(password);
        EXPECT_TRUE(finds(weak, Kind::PasswordGuessable)) << password;
    }
}

TEST(WindowsChecks, WantOfAServersPasswordWhatTheServerWants)
{
    auto server = recipe();
    server.windows.edition->isServer = true;
    EXPECT_TRUE(finds(server, Kind::PasswordNotMixed));
    server.account.password = QStringLiteral("Difference engine 1");
    EXPECT_FALSE(finds(server, Kind::PasswordNotMixed));
    server.account.user = QStringLiteral("engine");
    EXPECT_TRUE(finds(server, Kind::PasswordNotMixed));
}

TEST(WindowsChecks, MakeAComputersNameOfTheMachines)
{
    EXPECT_EQ(windowsComputerFrom(QStringLiteral("windows-11")), QStringLiteral("windows-11"));
    EXPECT_EQ(windowsComputerFrom(QStringLiteral("A very long machine name")).size(), 15);
    EXPECT_FALSE(isWindowsComputer(QStringLiteral("2024")));
    EXPECT_TRUE(isWindowsComputer(windowsComputerFrom(QStringLiteral("2024"))));
    auto named = recipe();
    named.account.hostName = QStringLiteral("sixteen-letters1");
    EXPECT_TRUE(finds(named, Kind::WindowsNameInvalid));
}

TEST(WindowsChecks, KnowAKeyByItsForm)
{
    EXPECT_TRUE(isProductKey({}));
    EXPECT_TRUE(isProductKey(QStringLiteral("AAAAA-BBBBB-CCCCC-DDDDD-12345")));
    EXPECT_FALSE(isProductKey(QStringLiteral("AAAAA-BBBBB-CCCCC-DDDDD")));
    auto keyed = recipe();
    keyed.windows.productKey = QStringLiteral("none");
    EXPECT_TRUE(finds(keyed, Kind::ProductKeyInvalid));
}

TEST(WindowsChecks, OfferAnswersFromWindows10On)
{
    auto old = recipe();
    EXPECT_TRUE(takesAnswers(old.os, old.windows));
    old.windows.edition->build = 9600;
    EXPECT_FALSE(takesAnswers(old.os, old.windows));
    old.windows.edition.reset();
    EXPECT_FALSE(takesAnswers(old.os, old.windows));
}
