// SPDX-License-Identifier: GPL-3.0-or-later
// A host in a few words, for the sidebar and the head of its page. GUI thread (it translates).
#pragma once

#include <QString>

class Host;

namespace hostline {
QString brief(const Host &host);    ///< "6 of 9 running", "ssh · 24 ms", "Reconnecting in 8 s"
QString tooltip(const Host &host);  ///< address and, where it is not connected, why
QString headline(const Host &host); ///< "QEMU 7.2.22 over ssh · 24 ms · libvirt 9.0.0 · connected for 3 h"
QString reasonFor(const Host &host); ///< why it was chosen without being asked for; empty where a person added it
int secondsToRetry(const Host &host);
} // namespace hostline
