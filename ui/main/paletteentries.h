// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette finds: machines, hosts, and every action that can be used now. GUI thread.
#pragma once

#include "ui/main/commandpalette.h"

#include <QList>

class Inventory;
class MainWindow;
class QAction;

std::vector<CommandPalette::Entry> paletteEntries(Inventory &inventory, MainWindow *window, const QList<QAction *> &actions);
