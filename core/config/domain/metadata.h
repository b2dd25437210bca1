// SPDX-License-Identifier: GPL-3.0-or-later
// What programs note in a domain's metadata: libosinfo's which operating system it runs, ours which medium set it up.
#pragma once

#include "core/config/domain/domainconfig.h"

#include <QStringList>

/// libosinfo's identifier, "http://debian.org/debian/12"; empty where none is noted. Any prefix of the name space.
QString osIdOf(const DomainConfig &config);
/// An empty id takes the note away; other metadata stays.
void setOsId(DomainConfig &config, const QString &osId);

/// Path of the medium that sets the system up and is to be removed once that has happened; empty where there is none.
QString seedOf(const DomainConfig &config);
/// An empty path takes the note away; other metadata stays.
void setSeed(DomainConfig &config, const QString &path);

/// Paths of what only the installer of the machine needs, and is to be removed once it has ended; empty where there is none.
QStringList installerFilesOf(const DomainConfig &config);
/// An empty list takes the notes away; other metadata stays.
void setInstallerFiles(DomainConfig &config, const QStringList &paths);
