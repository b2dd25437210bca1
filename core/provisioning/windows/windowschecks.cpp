// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/windowschecks.h"

#include "core/provisioning/accountchecks.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;

constexpr qsizetype longestUser = 20;
constexpr qsizetype longestComputer = 15;
constexpr qsizetype longestPassword = 127; // what its log-in takes

bool isTaken(const QString &user)
{
    static const QStringList names{QStringLiteral("administrator"), QStringLiteral("guest"),  QStringLiteral("defaultaccount"),
                                   QStringLiteral("wdagutilityaccount"), QStringLiteral("defaultuser0"), QStringLiteral("system"),
                                   QStringLiteral("none"), QStringLiteral("everyone"), QStringLiteral("users"), QStringLiteral("administrators"),
                                   QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"), QStringLiteral("nul")};
    return names.contains(user.toLower());
}

} // namespace

bool takesAnswers(const OsNeeds &os, const WindowsSetup &setup)
{
    return os.isWindows && setup.edition && setup.edition->build >= 10240;
}

bool isWindowsUser(const QString &user)
{
    static const QRegularExpression barred(QStringLiteral("[\"/\\\\\\[\\]:;|=,+*?<>@%\\x00-\\x1f]"));
    const auto isFiller = [](QChar c) { return c == u'.' || c == u' '; };
    return !user.isEmpty() && user.size() <= longestUser && !user.contains(barred) && !user.endsWith(u'.') && user.trimmed() == user
        && !std::all_of(user.begin(), user.end(), isFiller);
}

bool isWindowsComputer(const QString &name)
{
    static const QRegularExpression fits(QStringLiteral("^(?![0-9]+$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$"));
    return name.size() <= longestComputer && fits.match(name).hasMatch();
}

QString windowsComputerFrom(const QString &machineName)
{
    auto name = hostNameFrom(machineName).section(u'.', 0, 0).left(longestComputer);
    while (name.endsWith(u'-'))
        name.chop(1);
    return isWindowsComputer(name) ? name : QStringLiteral("windows");
}

bool isProductKey(const QString &key)
{
    static const QRegularExpression fits(QStringLiteral("^([A-Z0-9]{5}-){4}[A-Z0-9]{5}$"), QRegularExpression::CaseInsensitiveOption);
    return key.isEmpty() || fits.match(key).hasMatch();
}

bool isMixed(const QString &password)
{
    const auto has = [&password](auto test) { return std::any_of(password.begin(), password.end(), test); };
    return int(has([](QChar c) { return c.isUpper(); })) + int(has([](QChar c) { return c.isLower(); })) + int(has([](QChar c) { return c.isDigit(); }))
        + int(has([](QChar c) { return !c.isLetterOrNumber(); })) >= 3;
}

std::vector<RecipeFinding> checkWindowsAccount(const MachineRecipe &recipe)
{
    std::vector<RecipeFinding> findings;
    const auto block = [&findings](Kind kind, Field field, const QString &figure = {}) { findings.push_back({kind, Severity::Blocker, field, figure}); };
    const auto &account = recipe.account;
    const auto computer = account.hostName.isEmpty() ? windowsComputerFrom(recipe.name) : account.hostName;
    if (account.user.isEmpty())
        block(Kind::UserEmpty, Field::User);
    else if (!isWindowsUser(account.user))
        block(Kind::WindowsUserInvalid, Field::User);
    else if (isTaken(account.user) || account.user.compare(computer, Qt::CaseInsensitive) == 0)
        block(Kind::UserTaken, Field::User, account.user);
    if (!isFullName(account.fullName))
        block(Kind::FullNameInvalid, Field::User);
    const bool isTypeable = account.password.size() <= longestPassword
        && std::none_of(account.password.begin(), account.password.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    const bool isServer = recipe.windows.edition && recipe.windows.edition->isServer;
    if (account.password.isEmpty())
        block(Kind::PasswordMissing, Field::Password);
    else if (!isTypeable)
        block(Kind::PasswordInvalid, Field::Password);
    else if (isWeakPassword(account.password, account.user, computer))
        block(Kind::PasswordGuessable, Field::Password);
    else if (isServer && (!isMixed(account.password) || account.password.contains(account.user, Qt::CaseInsensitive)))
        block(Kind::PasswordNotMixed, Field::Password);
    if (!isWindowsComputer(computer))
        block(Kind::WindowsNameInvalid, Field::HostName);
    if (!account.locale.isEmpty() && !isLocale(account.locale))
        block(Kind::LocaleInvalid, Field::Locale, account.locale);
    if (!account.keyboard.isEmpty() && !isKeyboard(account.keyboard))
        block(Kind::KeyboardInvalid, Field::Locale, account.keyboard);
    if (!account.timeZone.isEmpty() && !isTimeZone(account.timeZone))
        block(Kind::TimeZoneUnknown, Field::Locale, account.timeZone);
    if (!isProductKey(recipe.windows.productKey))
        block(Kind::ProductKeyInvalid, Field::ProductKey);
    return findings;
}
