// SPDX-License-Identifier: GPL-3.0-or-later
// The ports of this computer that programs wait at.
#pragma once

#include "core/hosts/hostsurvey.h"

#include <QByteArray>

/// Adds the ports of one of the kernel's tables (/proc/net/tcp, tcp6, udp, udp6; see proc(5)) at which somebody waits on every address
/// or on this computer's own. Pure.
void addWaitingPorts(const QByteArray &table, QSet<quint16> &ports);
/// Reads the tables; what cannot be read adds nothing. Does not wait; any thread.
PortsInUse portsInUse();
/// The lowest port that a person may wait at, by ip_unprivileged_port_start. Any thread.
int lowestFreePort();
