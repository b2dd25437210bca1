// SPDX-License-Identifier: GPL-3.0-or-later
// How installers of Linux are told what they would ask. Values.
#pragma once

#include <QFlags>
#include <QString>

/// What an installer reads its answers from.
enum class AnswerFormat {
    Preseed = 1,     ///< Debian's installer, and Ubuntu's before 20.04
    Kickstart = 2,   ///< Anaconda: Fedora, Red Hat and its kin
    AutoYast = 4,    ///< YaST: openSUSE, SUSE Linux Enterprise
    Autoinstall = 8, ///< Subiquity: Ubuntu since 20.04
};
Q_DECLARE_FLAGS(AnswerFormats, AnswerFormat)
Q_DECLARE_OPERATORS_FOR_FLAGS(AnswerFormats)

/// An installer on a disc, to be started from outside: by its kernel, with arguments of ours.
struct InstallerBoot {
    AnswerFormat format = AnswerFormat::Preseed;
    QString kernel;           ///< path on the disc
    QString initrd;
    QString architecture;     ///< "x86_64"; empty where the place does not tell
    bool hasPackages = false; ///< what is installed is on the disc too
};
