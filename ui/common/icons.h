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
QIcon minimise();
QIcon moveBar();
QIcon pause();
QIcon pin();
QIcon reboot();
QIcon rename();
QIcon reset();
QIcon resume();
QIcon save();
QIcon screenshot();
QIcon search();
QIcon sendKeys();
QIcon settings();
QIcon share();
QIcon shutDown();
QIcon start();
QIcon typeClipboard();
QIcon usb();
QIcon view();
QIcon viewCards();
QIcon viewTable();
} // namespace icons
