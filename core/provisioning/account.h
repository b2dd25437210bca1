// SPDX-License-Identifier: GPL-3.0-or-later
// Who a new system knows, and how it presents itself: what cloud-init and unattended installations are told. A value. Holds a
// password in the clear, in memory alone: never to be logged, kept in a file, or copied into a template.
#pragma once

#include "core/provisioning/sshkey.h"

#include <QString>

#include <vector>

struct GuestAccount {
    QString user;               ///< name to log in with
    QString fullName;
    QString password;           ///< empty: no log-in with one
    bool passwordOverSsh = false;
    std::vector<SshKey> keys;   ///< may log in over ssh
    QString hostName;           ///< empty: made from the machine's name
    // Empty: as the system comes.
    QString locale;             ///< "de_DE.UTF-8"
    QString keyboard;           ///< XKB layout, "de"
    QString timeZone;           ///< "Europe/Berlin"
};

/// A host name made of a machine's: "Büro & mehr" → "buro-mehr"; "machine" where nothing of it can stand in one.
QString hostNameFrom(const QString &machineName);
/// The host name that the system gets.
QString hostNameOf(const GuestAccount &account, const QString &machineName);
/// This person's name on this computer and their zone, where a new system could have them too.
GuestAccount accountOfThisPerson();
