// SPDX-License-Identifier: GPL-3.0-or-later
// One system that a Windows installer can install. A value.
#pragma once

#include <QString>
#include <QStringList>

struct WindowsEdition {
    int index = 0;         ///< in its image, from one: what setup is told
    QString name;          ///< "Windows 11 Pro"
    QString id;            ///< "Professional", "ServerStandard"
    QString architecture;  ///< "x86_64", "i686", "aarch64"; empty where the image does not say
    QStringList languages; ///< "en-US"; the one that it speaks first
    int major = 0, minor = 0, build = 0;
    bool isServer = false;
    bool hasDesktop = true; ///< false: a server without a graphical shell

    /// Identifier in the OS database; empty where it is none that it could know.
    QString osId() const;
    bool operator==(const WindowsEdition &) const = default;
};
