// SPDX-License-Identifier: GPL-3.0-or-later
// Where the installer is in archives of Debian, Ubuntu and their relatives, which have no ".treeinfo". Pure.
// https://wiki.debian.org/DebianRepository/Format
#pragma once

#include "core/base/bytes.h"
#include "core/provisioning/network/networkinstall.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace debiantree {
inline constexpr Bytes longestSums = Bytes::mib(2);
inline constexpr Bytes longestRelease = Bytes::mib(2);

/// A folder of installer images with checksums of all that is in it.
struct Place {
    QUrl images;  ///< with a slash at its end
    QUrl release; ///< says which system it is; empty where nobody knows
    QUrl sums() const { return images.resolved(QUrl(QStringLiteral("SHA256SUMS"))); }
};
/// Where it may be, likeliest first, for an address of an archive, of a release in it, or of its installer. `architecture` as libvirt has it.
QList<Place> placesIn(const QUrl &top, const QString &architecture);
/// The tree at a place whose checksums are `sums`; nothing where they name no kernel for that architecture.
std::optional<InstallTree> read(const QByteArray &sums, const Place &place, const QUrl &top, const QString &architecture);
/// What "Release" says of the system: its identifier in the OS database, and its name.
struct System {
    QString osId, name;
};
System systemIn(const QByteArray &release);
/// "amd64" for "x86_64", and back.
QString debianName(const QString &architecture);
} // namespace debiantree
