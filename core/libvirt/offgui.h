// SPDX-License-Identifier: GPL-3.0-or-later
// Where objects of libvirt are given back when the GUI thread lets go of them. Any thread.
#pragma once

#include <functional>

/// Whether this is the thread of the QCoreApplication. Never while there is none.
bool isGuiThread();

/// Runs `work` at once, or, in the GUI thread, soon on one of a few threads that nobody waits for.
void offTheGuiThread(std::function<void()> work);
