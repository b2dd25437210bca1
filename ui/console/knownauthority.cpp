// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/knownauthority.h"

#include <QDir>
#include <QFileInfo>

QString knownAuthority()
{
    for (const auto &path : {QDir::home().filePath(QStringLiteral(".pki/CA/cacert.pem")), QStringLiteral("/etc/pki/CA/cacert.pem")}) {
        if (QFileInfo(path).isReadable())
            return path;
    }
    return {};
}
