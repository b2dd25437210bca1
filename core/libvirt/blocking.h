// SPDX-License-Identifier: GPL-3.0-or-later
// Which threads may wait for a hypervisor, and a place for those that may not. Any thread.
#pragma once

#include <functional>

/// Whether this is the program's first thread and a QCoreApplication lives in it.
bool isGuiThread();
/// Neither the GUI thread nor libvirt's event loop.
bool mayBlockHere();

/// Runs `work` at once where it may block; otherwise soon, on one of a few threads that nobody waits for.
void runWhereItMayBlock(std::function<void()> work);
