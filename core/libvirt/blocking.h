// SPDX-License-Identifier: GPL-3.0-or-later
// Which threads may wait for a hypervisor, and a place for those that may not. Any thread.
#pragma once

#include <chrono>
#include <functional>

/// Whether this is the program's first thread and a QCoreApplication lives in it.
bool isGuiThread();
/// Neither the GUI thread nor libvirt's event loop.
bool mayBlockHere();

/// Runs `work` at once where it may block; otherwise soon, on one of a few threads that nobody waits for.
void runWhereItMayBlock(std::function<void()> work);

/// Waits until all such work is done, at most `limit`. For the end of the program only, after the lanes.
bool drainReleases(std::chrono::milliseconds limit);
