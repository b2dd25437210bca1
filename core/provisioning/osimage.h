// SPDX-License-Identifier: GPL-3.0-or-later
// An image of an operating system that can be downloaded. A value; any thread.
#pragma once

#include "core/provisioning/osdatabase.h"

#include <QString>
#include <QUrl>

struct OsImage {
    enum class Kind {
        Installer, ///< a disc that installs
        Live,      ///< a disc that runs, and mostly installs too
        Cloud,     ///< a disk made for cloud-init
    };
    OsEntry os;
    Kind kind = Kind::Installer;
    QString architecture; ///< "x86_64", "aarch64"
    QString variant;      ///< the database's word, as "universal-netinst"; may be empty
    QString edition;      ///< the variant's name, where it says more than the system's
    QUrl url;             ///< http or https
    QString format;       ///< "iso", "qcow2", "raw"
    bool isOwn = false;   ///< added by the person; the edition is its name then
    QString checksum = {};///< SHA-256 or SHA-512 in hexadecimal digits, where it is known beforehand
};
