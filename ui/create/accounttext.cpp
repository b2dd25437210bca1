// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/accounttext.h"

#include <QCoreApplication>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(accounttext)
};

using K = RecipeFinding::Kind;

QString userFinding(const RecipeFinding &finding)
{
    switch (finding.kind) {
    case K::UserEmpty: return Words::tr("Give a name to log in with.");
    case K::UserInvalid:
        return Words::tr("A user name is made of small letters, digits, hyphens and underscores, begins with a letter, and has 32 signs at most.");
    case K::UserTaken: return Words::tr("Systems have a user or a group named “%1” already; choose another name.").arg(finding.figure);
    case K::FullNameInvalid: return Words::tr("A full name cannot hold colons or line breaks.");
    case K::PasswordInvalid: return Words::tr("The password is too long, or holds signs that nobody can type.");
    case K::PasswordWeak:
        return finding.severity == RecipeFinding::Severity::Blocker
                   ? Words::tr("This password would soon be guessed. Choose a better one, or do not let it in over ssh.")
                   : Words::tr("This password would soon be guessed.");
    case K::NoWayIn: return Words::tr("Give a password or an ssh key: nobody could log in otherwise.");
    case K::HostNameInvalid: return Words::tr("A host name is made of letters, digits and hyphens, in parts of 63 signs at most between dots.");
    case K::LocaleInvalid: return Words::tr("“%1” is no language of a system; they look like de_DE.UTF-8.").arg(finding.figure);
    case K::KeyboardInvalid: return Words::tr("“%1” is no keyboard layout; they look like de or de(nodeadkeys).").arg(finding.figure);
    case K::TimeZoneUnknown: return Words::tr("There is no time zone “%1”; they look like Europe/Berlin.").arg(finding.figure);
    default: return {};
    }
}

QString keyFinding(const RecipeFinding &finding)
{
    switch (finding.kind) {
    case K::KeyInvalid: return Words::tr("Line %1 of the keys is no public ssh key, or not the whole of one.").arg(finding.figure);
    case K::KeyPrivate: return Words::tr("That is a private key. It must stay with you; give the public one, whose file ends in .pub.");
    case K::KeyTooWeak: return Words::tr("The key in line %1 is of a kind that ssh servers refuse nowadays.").arg(finding.figure);
    case K::KeyHasOptions: return Words::tr("Line %1 of the keys begins with options; give the key alone.").arg(finding.figure);
    default: return {};
    }
}

QString setupFinding(const RecipeFinding &finding)
{
    switch (finding.kind) {
    case K::GuestAddressInvalid: return Words::tr("“%1” is no address with the length of its network, such as 192.168.1.20/24.").arg(finding.figure);
    case K::GatewayInvalid: return Words::tr("“%1” is no address of a gateway.").arg(finding.figure);
    case K::NameServerInvalid: return Words::tr("“%1” is no address of a name server.").arg(finding.figure);
    case K::PackageInvalid: return Words::tr("“%1” is no name of a package.").arg(finding.figure);
    case K::UserDataUnknown:
        return Words::tr("cloud-init would not know what this is: the first line must be #cloud-config, or #!/bin/sh of a script.");
    case K::UserDataNotYaml:
        return Words::tr("This is not YAML, from line %1 on: %2.").arg(finding.figure.section(u'\n', 0, 0), finding.figure.section(u'\n', 1));
    case K::UserDataNoMapping: return Words::tr("cloud-init wants one document of settings with names: “packages:” and the like.");
    case K::UserDataTooLong: return Words::tr("This is more than cloud-init should be given; let it fetch the rest with #include.");
    case K::BaseMustStay: return Words::tr("The machine's disk holds changes alone: the image must stay where it is, and as it is.");
    default: return {};
    }
}
} // namespace

QString accounttext::finding(const RecipeFinding &finding)
{
    for (const auto &words : {userFinding(finding), keyFinding(finding), setupFinding(finding)}) {
        if (!words.isEmpty())
            return words;
    }
    return {};
}

QString accounttext::account(const GuestAccount &account)
{
    if (account.user.isEmpty())
        return {};
    const int keys = int(account.keys.size());
    if (account.password.isEmpty())
        return keys == 0 ? account.user : Words::tr("%1, with %n ssh key(s)", nullptr, keys).arg(account.user);
    return keys == 0 ? Words::tr("%1, with a password").arg(account.user) : Words::tr("%1, with a password and %n ssh key(s)", nullptr, keys).arg(account.user);
}
