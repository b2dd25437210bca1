// SPDX-License-Identifier: GPL-3.0-or-later
// What an installer of Linux is told, and the files and kernel arguments that tell it. libosinfo knows which installer understands what; its
// own templates are not used, because they hold passwords in the clear and know no ssh keys: see decision 25. Pure.
#pragma once

#include "core/provisioning/account.h"
#include "core/provisioning/osdatabase.h"
#include "core/provisioning/unattended/answerformat.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <utility>
#include <vector>

struct InstallAnswers {
    GuestAccount account;     ///< its password is not looked at, its other texts have to be valid: see accountchecks
    QByteArray passwordHash;  ///< as crypt(5) writes it; empty: no log-in with a password
    QString hostName;
    QString disk;             ///< that is installed to, as Linux names it: "vda"; all of it is used
    QStringList packages;     ///< beside a plain system
    bool guestAgent = true;   ///< QEMU's as well
    OsEntry os;
    InstallerBoot boot;
    QString volumeLabel;      ///< of the disc, by which its installer finds it
    QUrl mirror;              ///< of Debian's or Ubuntu's packages; empty: their own
    QUrl securityMirror;      ///< of Debian's security updates; empty: their own
    QUrl tree;                ///< that is installed from over the network, instead of a disc; empty: a disc
};

/// Where an installer looks for its answers.
struct InstallScript {
    using File = std::pair<QString, QByteArray>;
    std::vector<File> inInitrd; ///< added to the top of its first file system
    std::vector<File> onDisc;   ///< on a disc of their own; empty: none
    QByteArray discLabel;
    QString arguments;          ///< of the kernel
};

InstallScript installScriptFor(const InstallAnswers &answers);

/// What each format is made of.
InstallScript preseedFor(const InstallAnswers &answers);
InstallScript kickstartFor(const InstallAnswers &answers);
InstallScript autoYastFor(const InstallAnswers &answers);
InstallScript autoinstallFor(const InstallAnswers &answers);
