// SPDX-License-Identifier: GPL-3.0-or-later
// The file by which Windows' setup is told what it would ask, Autounattend.xml: which drivers it needs to see the disk, and, where nobody
// shall be asked, everything else. For Windows 10 and later, and the servers since 2016. Pure.
// https://learn.microsoft.com/windows-hardware/customize/desktop/unattend
#pragma once

#include "core/provisioning/account.h"
#include "core/provisioning/windows/windowssetup.h"

#include <QByteArray>

struct WindowsAnswers {
    WindowsSetup setup;
    QString computerName;
    bool uefi = true;          ///< how the disk is divided
    /// Nothing: setup asks everything, and is told of drivers alone. Holds a password: not to be logged.
    std::optional<GuestAccount> account = {};
};

QByteArray answerFile(const WindowsAnswers &answers);
/// What setup looks for at the top of every disc.
inline constexpr auto answerFileName = "Autounattend.xml";
/// Windows' name of a keyboard, "0407:00000407" of XKB's "de"; empty where none is known.
QString windowsKeyboard(const QString &layout);
/// "de-DE" of "de_DE.UTF-8"; empty where it names no country.
QString windowsLocale(const QString &locale);
/// A password as the file wants it: hidden from a glance, and no more than that.
QString hiddenPassword(const QString &password, QStringView kind);
