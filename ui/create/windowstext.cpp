// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/windowstext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(windowstext)
};
} // namespace

QString windowstext::finding(const RecipeFinding &finding)
{
    using K = RecipeFinding::Kind;
    switch (finding.kind) {
    case K::WindowsUserInvalid:
        return Words::tr("A user name of Windows has 20 signs at most, and none of \" / \\ [ ] : ; | = , + * ? < > @ %.");
    case K::WindowsNameInvalid:
        return Words::tr("The name of a computer with Windows is made of letters, digits and hyphens, not of digits alone, and has 15 signs at most.");
    case K::PasswordMissing: return Words::tr("Give a password.");
    case K::PasswordGuessable: return Words::tr("This password would soon be guessed. Choose a better one.");
    case K::PasswordNotMixed:
        return Words::tr("Windows Server wants three of capitals, small letters, digits and other signs in a password, and not the user's name.");
    case K::ProductKeyInvalid: return Words::tr("A product key has five groups of five letters and digits, with hyphens between them.");
    case K::DriversMissing:
        return Words::tr("Without a disc of virtio drivers, disk and network are imitations of older hardware, which are slower. The disc is called "
                         "virtio-win; choose it once you have it.");
    case K::DriversUnfit: return Words::tr("“%1” has no drivers for this Windows, so that it gets slower devices.").arg(QFileInfo(finding.figure).fileName());
    default: return {};
    }
}

QString windowstext::system(const WindowsEdition &edition)
{
    if (edition.languages.isEmpty())
        return edition.name;
    const QLocale locale(edition.languages.first());
    //: An edition and its language: "Windows 11 Pro, English"
    return locale == QLocale::c() ? edition.name : Words::tr("%1, %2").arg(edition.name, locale.nativeLanguageName());
}
