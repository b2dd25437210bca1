// SPDX-License-Identifier: GPL-3.0-or-later
// Which answers the installers of a system read. Pure.
#pragma once

#include "core/provisioning/osdatabase.h"

/// From the identifiers of the OS database's scripts, "http://debian.org/debian/preseed/jeos", of the system or of a relative. None for
/// versions whose installers would not understand what is written today.
AnswerFormats answersOf(const OsEntry &os, const QStringList &scripts);
