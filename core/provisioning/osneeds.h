// SPDX-License-Identifier: GPL-3.0-or-later
// From what the OS database says of a system to what a machine for it should have. Pure; any thread.
#pragma once

#include "core/provisioning/osdatabase.h"

#include <QSet>

/// Zero where the database says nothing.
struct OsResources {
    int vcpus = 0;
    Bytes memory;
    Bytes storage;
};

struct OsKnowledge {
    OsEntry os;
    OsResources minimum;
    OsResources recommended;
    QSet<QString> devices;    ///< identifiers such as "http://pcisig.com/pci/1af4/1042"
    bool refusesBios = false; ///< the database says so
    QStringList installScripts; ///< identifiers of the database's, of this system or of its nearest relative that has any
};

OsNeeds needsFrom(const OsKnowledge &knowledge);
/// For a system that nobody knows: a present-day Linux.
OsNeeds defaultNeeds();
