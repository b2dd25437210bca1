// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/account.h"

#include "core/provisioning/accountchecks.h"

#include <QTimeZone>

#include <array>

#include <pwd.h>
#include <unistd.h>

namespace {
constexpr qsizetype longestLabel = 63; // RFC 1035
}

QString hostNameFrom(const QString &machineName)
{
    QString name;
    // Taken apart, so that a letter stays when its accent goes.
    const auto parts = machineName.toLower().normalized(QString::NormalizationForm_KD);
    for (const QChar c : parts) {
        if (c.isMark())
            continue;
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
        if (name.size() >= longestLabel)
            break;
    }
    while (name.endsWith(u'-'))
        name.chop(1);
    return isHostName(name) ? name : QStringLiteral("machine");
}

QString hostNameOf(const GuestAccount &account, const QString &machineName)
{
    return account.hostName.isEmpty() ? hostNameFrom(machineName) : account.hostName;
}

GuestAccount accountOfThisPerson()
{
    GuestAccount account;
    std::array<char, 4096> room{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, room.data(), room.size(), &found) == 0 && found) {
        const auto name = QString::fromLocal8Bit(found->pw_name);
        if (!userProblem(name))
            account.user = name;
        const auto full = QString::fromLocal8Bit(found->pw_gecos).section(u',', 0, 0);
        if (!account.user.isEmpty() && isFullName(full))
            account.fullName = full;
    }
    const auto zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    if (isTimeZone(zone))
        account.timeZone = zone;
    return account;
}
