// SPDX-License-Identifier: GPL-3.0-or-later
// Which images the OS database gives addresses for. Blocks: the OS database's lane.
#pragma once

#include "core/provisioning/osimage.h"

#include <QDate>

#include <vector>

typedef struct _OsinfoDb OsinfoDb;
typedef struct _OsinfoOs OsinfoOs;

/// Installers, live systems and disks for cloud-init, over http and https, of systems that are out. In the database's order.
std::vector<OsImage> imagesIn(OsinfoDb *db, OsEntry (*entryOf)(OsinfoOs *));

/// When the newest of the installed databases (the computer's, the person's) was made; invalid where none says so.
QDate databaseDate();
