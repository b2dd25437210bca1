// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/accountchecks.h"

#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;

constexpr qsizetype longestUser = 32;      // utmp's field
constexpr qsizetype longestHostName = 64;  // HOST_NAME_MAX
constexpr qsizetype longestFullName = 256;
constexpr qsizetype shortestPassword = 8;
constexpr qsizetype longestPassword = 511; // CRYPT_MAX_PASSPHRASE_SIZE

bool fits(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

/// Users, or groups of that name, of the systems that images are made of: another could not be added.
bool isTaken(const QString &user)
{
    static const QSet<QString> names = [] {
        const auto words = QStringLiteral(
            "root bin daemon adm lp sync shutdown halt mail news uucp operator games ftp man proxy www-data backup list irc gnats nobody nogroup "
            "sys tty disk kmem dialout fax voice cdrom floppy tape sudo wheel audio video plugdev staff users admin shadow utmp src input kvm "
            "render sgx crontab netdev lxd docker ssh sshd messagebus polkitd chrony ntp dbus tss tcpdump syslog landscape pollinate uuidd "
            "systemd-network systemd-resolve systemd-timesync systemd-coredump systemd-oom systemd-journal");
        const auto list = words.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return names.contains(user);
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

std::optional<Kind> userProblem(const QString &user)
{
    if (user.isEmpty())
        return Kind::UserEmpty;
    if (user.size() > longestUser || !fits(user, QStringLiteral("[a-z_][a-z0-9_-]*")))
        return Kind::UserInvalid;
    if (isTaken(user))
        return Kind::UserTaken;
    return std::nullopt;
}

bool isHostName(const QString &name)
{
    if (name.isEmpty() || name.size() > longestHostName)
        return false;
    const auto labels = name.split(u'.');
    const auto isLabel = [](const QString &label) { return fits(label, QStringLiteral("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")); };
    // An end of digits alone would be read as an address.
    return std::all_of(labels.begin(), labels.end(), isLabel) && !fits(labels.last(), QStringLiteral("[0-9]+"));
}

bool isFullName(const QString &name)
{
    return name.size() <= longestFullName && !name.contains(u':') && !hasControl(name);
}

bool isLocale(const QString &name)
{
    return fits(name, QStringLiteral("(C|POSIX|[a-z]{2,3}(_[A-Z]{2})?)(\\.[A-Za-z0-9-]+)?(@[a-z]+)?"));
}

bool isKeyboard(const QString &name)
{
    return fits(name, QStringLiteral("[a-z]{2,12}(\\([A-Za-z0-9_-]{1,32}\\))?"));
}

bool isTimeZone(const QString &name)
{
    // Qt also takes offsets, which systems do not.
    return fits(name, QStringLiteral("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")) && QTimeZone::availableTimeZoneIds().contains(name.toLatin1());
}

bool isWeakPassword(const QString &password, const QString &user, const QString &hostName)
{
    static const QSet<QString> known{QStringLiteral("password"),   QStringLiteral("passwort"), QStringLiteral("passw0rd"), QStringLiteral("password1"),
                                     QStringLiteral("qwertyuiop"), QStringLiteral("changeme"), QStringLiteral("letmein1"), QStringLiteral("vivarium"),
                                     QStringLiteral("administrator"), QStringLiteral("iloveyou"), QStringLiteral("qwerty123"), QStringLiteral("qwertzuiop")};
    if (password.size() < shortestPassword)
        return true;
    const auto lower = password.toLower();
    if (known.contains(lower) || (!user.isEmpty() && lower == user.toLower()) || (!hostName.isEmpty() && lower == hostName.toLower()))
        return true;
    const QSet<QChar> signs(lower.begin(), lower.end());
    if (signs.size() < 4)
        return true;
    // 12345678, abcdefgh
    return std::adjacent_find(lower.begin(), lower.end(), [](QChar a, QChar b) { return b.unicode() != a.unicode() + 1; }) == lower.end();
}

std::vector<RecipeFinding> checkAccount(const GuestAccount &account)
{
    std::vector<RecipeFinding> findings;
    const auto add = [&findings](Kind kind, Severity severity, Field field, const QString &figure = {}) {
        findings.push_back({kind, severity, field, figure});
    };
    if (const auto problem = userProblem(account.user))
        add(*problem, Severity::Blocker, Field::User, account.user);
    if (!isFullName(account.fullName))
        add(Kind::FullNameInvalid, Severity::Blocker, Field::User);
    if (hasControl(account.password) || account.password.toUtf8().size() > longestPassword)
        add(Kind::PasswordInvalid, Severity::Blocker, Field::Password);
    else if (!account.password.isEmpty() && isWeakPassword(account.password, account.user, account.hostName))
        add(Kind::PasswordWeak, account.passwordOverSsh ? Severity::Blocker : Severity::Warning, Field::Password);
    else if (account.password.isEmpty() && account.keys.empty())
        add(Kind::NoWayIn, Severity::Blocker, Field::Password);
    if (!account.hostName.isEmpty() && !isHostName(account.hostName))
        add(Kind::HostNameInvalid, Severity::Blocker, Field::HostName, account.hostName);
    if (!account.locale.isEmpty() && !isLocale(account.locale))
        add(Kind::LocaleInvalid, Severity::Blocker, Field::Locale, account.locale);
    if (!account.keyboard.isEmpty() && !isKeyboard(account.keyboard))
        add(Kind::KeyboardInvalid, Severity::Blocker, Field::Locale, account.keyboard);
    if (!account.timeZone.isEmpty() && !isTimeZone(account.timeZone))
        add(Kind::TimeZoneUnknown, Severity::Blocker, Field::Locale, account.timeZone);
    return findings;
}
