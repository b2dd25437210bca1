// SPDX-License-Identifier: GPL-3.0-or-later
// Icons by role, tinted with the palette's text colour at any size and pixel ratio. GUI thread.
#pragma once

#include <QIcon>

namespace icons {
QIcon addHost();
QIcon allMachines();
QIcon console();
QIcon copy();
QIcon create();
QIcon forceOff();
QIcon fullScreen();
QIcon host();
QIcon machine();
QIcon menu();
QIcon pause();
QIcon reboot();
QIcon rename();
QIcon reset();
QIcon resume();
QIcon save();
QIcon screenshot();
QIcon search();
QIcon sendKeys();
QIcon settings();
QIcon shutDown();
QIcon start();
QIcon viewCards();
QIcon viewTable();
} // namespace icons
