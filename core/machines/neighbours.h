// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel's table of neighbours, for machines whose addresses nobody else tells. libvirt 9.0 reads it too, but fails with
// “wrong nlmsg len” since Linux ends the answer in its last packet instead of in one of its own. Any thread.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Addresses that belong to one of the hardware addresses, in a table as /proc/net/arp has it: IPv4, of this computer's own
/// networks. Pure.
QStringList neighboursIn(const QByteArray &table, const QStringList &hardwareAddresses);
/// Of this computer's present table. Reads a file of the kernel's; does not block.
QStringList neighboursOf(const QStringList &hardwareAddresses);
