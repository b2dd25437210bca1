// SPDX-License-Identifier: GPL-3.0-or-later
// Why something failed. A value; any thread. Words for people are made in ui/common/errortext alone.
#pragma once

#include <QString>
#include <QStringList>

struct Error {
    enum class Kind {
        NotFound,             ///< the thing is gone or never was
        AlreadyExists,        ///< a name or path is taken
        Busy,                 ///< another operation holds the thing
        WrongState,           ///< the thing's state does not allow the operation
        Refused,              ///< permission denied
        Unreachable,          ///< no route, refused, name not found, connection lost
        HostKeyUnknown,       ///< the remote key or certificate could not be verified
        AuthenticationNeeded, ///< credentials are missing or wrong
        DriverMissing,        ///< this libvirt build has no driver for that address
        Unsupported,          ///< the hypervisor cannot do it
        InvalidInput,         ///< malformed or out of bounds: an address, XML, an image
        NoSpace,              ///< the disk or pool is full
        ServerUnreachable,    ///< a server that something is fetched from, no host of ours
        ServerRefused,        ///< it answers and does not give the thing out
        Damaged,              ///< what arrived is not what was promised: its length, its checksum
        TimedOut,
        Cancelled,
        Internal,             ///< anything else; the detail says what
    };

    Kind kind = Kind::Internal;
    QString message; ///< the original text (libvirt's, QEMU's, ssh's), untranslated
    QString detail;  ///< the call or file concerned, untranslated; may be empty
    QStringList leftovers = {}; ///< names of what was made before it failed and could not be removed again
};
