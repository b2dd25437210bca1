// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of a NoCloud seed: what a machine's cloud-init reads at its first start. Every text is quoted as JSON is, which
// YAML takes, so that nothing a person typed can end its own string. Pure.
// https://cloudinit.readthedocs.io/en/latest/reference/datasources/nocloud.html
#pragma once

#include "core/provisioning/account.h"
#include "core/provisioning/cloudsetup.h"

#include <QByteArray>
#include <QUuid>

#include <utility>
#include <vector>

struct CloudSeed {
    QByteArray metaData;
    QByteArray userData;
    QByteArray networkConfig; ///< empty: the image's own way, which asks for an address

    using File = std::pair<QString, QByteArray>;
    std::vector<File> files() const; ///< by the names that cloud-init looks for
};

/// What a seed's volume is called, and is found by.
inline constexpr auto seedLabel = "CIDATA";

struct SeedAnswers {
    GuestAccount account;     ///< its password is not looked at
    QByteArray passwordHash;  ///< as crypt(5) writes it; empty: none
    CloudSetup setup;
    QString machineName;
    QUuid instance;           ///< another one makes cloud-init do all anew
    QString mac;              ///< of the card that gets CloudSetup::address
    QString mountLine = {};   ///< of /etc/fstab, for a shared folder; its second word is a folder to make. Empty: none
};
CloudSeed writeSeed(const SeedAnswers &answers);
/// Our part of the user-data alone, without a hash, to be shown.
QString shownUserData(const GuestAccount &account, const CloudSetup &setup, const QString &machineName);
